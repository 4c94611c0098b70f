internal import Inference
internal import Measures
internal import Scoring
internal import SharedTasks

/// What the tables of a comparison say of themselves: which test, how often, what the columns hold
/// and what the marks mean.
struct ComparisonCaption {
  let comparison: Comparison

  init(_ comparison: Comparison) { self.comparison = comparison }

  var request: ComparisonRequest { comparison.request }

  /// What is compared, in one line.
  var title: String {
    let direction = comparison.measure.definition.directionMark.map { " (\($0))" } ?? ""
    return "\(comparison.task), \(comparison.split): \(comparison.measure)\(direction) of "
      + "\(comparison.systems.count) systems, \(comparison.kind.counted(comparison.units))"
  }

  /// The caption of the table of systems.
  var systems: String {
    [title + ".", systemsLegend].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The caption of the table of pairs, or of the matrix.
  var pairs: String {
    ([test] + baseline + correction + marks + (comparison.showsMatrix ? [matrix] : pairColumns))
      .joined(separator: " ")
  }

  private var test: String {
    guard comparison.tests > 0 else { return "\(testName), \(sides): no pair could be tested." }
    return switch request.test {
    case .permutation: "\(testName), \(sides), \(permutations)."
    case .bootstrap: "\(testName), \(sides), \(resamples)."
    case .t, .delong: "\(testName), \(sides)."
    case .tukey: "\(testName), \(permutations)."
    }
  }

  private var testName: String {
    switch request.test {
    case .permutation: "Paired permutation test"
    case .bootstrap: "Paired bootstrap test"
    case .t: "Paired t test"
    case .delong: "DeLong's test"
    case .tukey: "Randomised Tukey test of all systems together"
    }
  }

  var sides: String {
    switch request.alternative {
    case .twoSided: "two-sided"
    case .greater: "one-sided, whether the first is greater"
    case .less: "one-sided, whether the first is less"
    }
  }

  private var permutations: String {
    comparison.pairs.filter { $0.p.number != nil }.allSatisfy(\.isExact)
      ? "all permutations" : "\(comparison.permutations) permutations (seed \(request.seed))"
  }

  var resamples: String { "\(comparison.resamples) resamples (seed \(request.seed))" }

  private var baseline: [String] {
    guard let baseline = request.baseline else { return [] }
    return ["All systems are compared with \(comparison.systems[baseline].name.text)."]
  }

  private var correction: [String] {
    guard comparison.tests > 0 else { return [] }
    guard comparison.tests > 1 else {
      return ["One pair is tested, so there is nothing to correct."]
    }
    guard request.test != .tukey else { return ["The test itself corrects for all pairs."] }
    return [Self.correction(request.correction, of: comparison.tests)]
  }

  /// How so many p-values were corrected for their number.
  static func correction(_ correction: Correction, of count: Int) -> String {
    let tests = "\(count) tests"
    return switch correction {
    case .holm: "Corrected for \(tests) by Holm's method."
    case .benjaminiHochberg: "False discovery rate of \(tests) by Benjamini and Hochberg's method."
    case .benjaminiYekutieli:
      "False discovery rate of \(tests) by Benjamini and Yekutieli's method."
    case .none: "Not corrected for \(tests)."
    }
  }

  private var marks: [String] {
    guard comparison.tests > 0 else { return [] }
    let after = comparison.isCorrected ? " after correction" : ""
    let most = comparison.pairs.map(\.marks).max() ?? 0
    guard most > 0 else { return ["No difference is significant (p < \(level)\(after))."] }
    let limits = [1.0, 5, 50].prefix(most).map {
      Number.shortest(Self.rounded(request.level / $0))
    }
    let marks = zip(["*", "**", "***"], limits).map { "\($0) p < \($1)" }
    return [marks.joined(separator: ", ") + after + "."]
  }

  /// The level of significance.
  var level: String { Number.shortest(Self.rounded(request.level)) }

  var percent: String { Number.percent(request.confidence) }

  /// Without the rounding errors of 1 − 0.95 and the like.
  private static func rounded(_ number: Double) -> Double { (number * 1e9).rounded() / 1e9 }
}

extension Comparison {
  /// Whether p-values are shown as a matrix of all systems, not pair by pair.
  var showsMatrix: Bool { request.baseline == nil && systems.count > Self.mostSystemsInPairs }

  /// Whether the p-values of equivalence are other ones after their correction.
  var isEquivalenceCorrected: Bool { equivalenceTests > 1 && request.correction != .none }

  /// The pairs that have a p-value of equivalence.
  var equivalenceTests: Int { pairs.count { $0.equivalence?.p.number != nil } }

  /// Whether p-values are other ones after a correction.
  var isCorrected: Bool { tests > 1 && request.effectiveCorrection != .none }
}
