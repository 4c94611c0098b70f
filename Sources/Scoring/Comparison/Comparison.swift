package import Measures
package import SharedTasks

/// Which of several systems differ under one measure, and how sure that is.
package struct Comparison: Sendable {
  package let request: ComparisonRequest
  package let task: String
  package let kind: TaskDefinition.Kind
  package let split: String
  package let measure: Measure
  /// Whether the measure is a mean of what each unit has: effects, equivalence and power are then
  /// from the units' differences, and elsewhere from resamples.
  package let isMeanOfUnits: Bool
  /// Units that are resampled and change places.
  package let units: Int
  /// Resamples that intervals and ranks are from.
  package let resamples: Int
  /// Permutations, where all are too many.
  package let permutations: Int
  /// In the order of the files.
  package let systems: [ComparedSystem]
  /// Positions of the systems, the best first; those without a value last.
  package let order: [Int]
  /// Two-sided tests of all pairs have the better system first, the others the file named first; with
  /// a baseline the baseline is second.
  package let pairs: [ComparedPair]
  /// SHA-256 of the task's definition and of its gold.
  package let digests: (task: String?, gold: String)
  package let signature: Signature
  /// Things that are not wrong but that a reader should know.
  package let notes: [String]

  /// Of more systems the pairs are shown as a matrix, not one below the other.
  package static let mostSystemsInPairs = 6

  /// The pairs that have a p-value: as many tests as were corrected for.
  package var tests: Int { pairs.count { $0.p.number != nil } }

  /// Whether permutations were drawn, and not all of them tried.
  package var isPermuted: Bool {
    [.permutation, .tukey].contains(request.test)
      && pairs.contains { $0.p.number != nil && !$0.isExact }
  }

  /// The pair of two systems, in either order.
  package func pair(_ system: Int, _ other: Int) -> ComparedPair? {
    pairs.first {
      ($0.first, $0.second) == (system, other) || ($0.second, $0.first) == (system, other)
    }
  }

  /// The systems that are significantly worse than the baseline.
  package var worseThanBaseline: [ComparedSystem] {
    pairs.filter(\.isWorse).map { systems[$0.first] }
  }

  /// The systems of which no test says whether they are worse than the baseline, each with the reason.
  package var untestedAgainstBaseline: [(name: SystemName, reason: String)] {
    guard request.baseline != nil else { return [] }
    return pairs.compactMap { pair in pair.p.reason.map { (systems[pair.first].name, $0) } }
  }
}

/// A number, or why there is none, in words.
package enum ComparedValue: Sendable, Hashable {
  case number(Double)
  case undefined(String)

  package var number: Double? { if case .number(let value) = self { value } else { nil } }
  package var reason: String? { if case .undefined(let reason) = self { reason } else { nil } }

  /// The number, or undefined where there is none or where it is beyond the range of numbers.
  init(_ number: Double?, or reason: @autoclosure () -> String) {
    if let number, number.isFinite { self = .number(number) } else { self = .undefined(reason()) }
  }
}

/// One system of a comparison.
package struct ComparedSystem: Sendable {
  package let name: SystemName
  /// SHA-256 of the submission.
  package let digest: String?
  package let value: MeasureValue
  /// Nil without resamples, or where no resample has a value.
  package var interval: ComparisonInterval?
  /// 1 is the best; equal values share their place. Nil without a value.
  package let place: Int?
  package var ranks: RankRange?
  /// Systems that share a letter are not told apart by any test. Nil with a baseline.
  package var letters: String?
}

/// What a submission is called.
package struct SystemName: Sendable, Hashable {
  package let team: String?
  package let run: String?
  package let file: String
  /// Whether another submission of the comparison has the same team and run.
  package let isShared: Bool
}

/// Where a true value lies.
package struct ComparisonInterval: Sendable, Hashable {
  package enum Method: Sendable, Hashable {
    case percentile
    /// Of a difference, by the t test.
    case t
    /// Of a difference, by DeLong's test.
    case delong
    /// Of a system's value, as on its scorecard.
    case formula(MeasureInterval.Method)

    /// The word for it in published formats.
    package var name: String {
      switch self {
      case .percentile: MeasureInterval.Method.percentile.rawValue
      case .t: "t"
      case .delong: "delong"
      case .formula(let method): method.rawValue
      }
    }
  }

  package let low: Double
  package let high: Double
  package let method: Method
  /// Resamples, with a value or without; nil where none were drawn.
  package let replicates: Int?
  /// Resamples without a value.
  package let undefined: Int
}

/// Two systems beside each other.
package struct ComparedPair: Sendable {
  package let first: Int
  package let second: Int
  /// The value of the first less that of the second.
  package let difference: ComparedValue
  package var interval: ComparisonInterval?
  package var p: ComparedValue
  /// Whether all permutations were tried.
  package var isExact = false
  /// After the correction for the number of tests.
  package var adjusted: ComparedValue
  /// The difference in standard deviations of the units' differences.
  package var effect: ComparedValue
  package var equivalence: Equivalence?
  package var power: Power?
  /// How many of the levels α, α/5 and α/50 the adjusted p-value is below.
  package var marks = 0
  /// Whether the first is significantly worse.
  package var isWorse = false

  package var isSignificant: Bool { marks > 0 }

  /// Whether the difference is shown to be smaller than matters.
  package struct Equivalence: Sendable, Hashable {
    package var p: ComparedValue
    package var adjusted: ComparedValue
    package var isShown = false
  }

  /// What it takes to tell the systems apart.
  package struct Power: Sendable, Hashable {
    /// Units with which a difference as large as this one is found with the power asked for.
    package let units: ComparedValue
    /// The smallest difference that so many units as there are find with that power.
    package let smallestDifference: ComparedValue
  }
}

/// The ranks that a system has on resamples.
///
/// Wiesenfarth et al., "Methods and open-source toolkit for analyzing and visualizing challenge
/// results" (Scientific Reports 11, 2021): the units are resampled together for all systems, and the
/// systems ranked anew each time.
package struct RankRange: Sendable, Hashable {
  package let low: Int
  package let high: Int
  /// The share of resamples on which the system is first; several that are first share it.
  package let probabilityOfFirst: Double
  /// Of the resamples, by rank from the first on; empty where there are more than
  /// ``mostSystemsWithShares`` systems.
  package let shares: [Double]

  /// Of more systems nobody could look at all ranks of all.
  package static let mostSystemsWithShares = 100

  package init(low: Int, high: Int, probabilityOfFirst: Double, shares: [Double] = []) {
    self.low = low
    self.high = high
    self.probabilityOfFirst = probabilityOfFirst
    self.shares = shares
  }
}
