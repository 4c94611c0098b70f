/// Which of several systems are beaten by no other in two respects at once: usefulness and unfairness.
///
/// A system is dominated if another is no worse in both respects and better in one; the front are those
/// that nobody dominates (Pareto, Manuale di economia politica, 1906; in multi-objective optimisation
/// Deb, "Multi-Objective Optimization using Evolutionary Algorithms", 2001, section 2.4). Systems at one
/// point do not dominate each other and stay on the front together. One without a value in either
/// respect has no place: it is left out and listed, never counted as 0.
///
/// Numbers that differ by rounding alone are equal: 0.4 − 0.3 is no larger a gap than 0.2 − 0.1.
package struct ParetoFront: Sendable {
  package enum Better: Sendable, Hashable {
    case higher
    case lower
  }

  package struct Point: Sendable, Hashable {
    package let utility: Double
    package let unfairness: Double

    package init(utility: Double, unfairness: Double) {
      self.utility = utility
      self.unfairness = unfairness
    }

    /// Nil where either is undefined or not finite.
    package init?(_ utility: Double?, _ unfairness: Double?) {
      guard let utility, let unfairness, utility.isFinite, unfairness.isFinite else { return nil }
      self.init(utility: utility, unfairness: unfairness)
    }
  }

  /// In the order in which they came; nil for a system without a value.
  package let points: [Point?]
  /// Positions of the systems on the front, the fairest first, at one point in the order in which they
  /// came: from each to the next utility and unfairness both rise.
  package let front: [Int]
  /// Positions of the systems that have no value in one respect or the other.
  package let leftOut: [Int]
  let utility: Better

  /// - Parameter utility: which way it is better; less unfairness is.
  package init(_ points: [Point?], utility: Better = .higher) {
    self.points = points
    self.utility = utility
    leftOut = points.indices.filter { points[$0] == nil }
    let oriented = points.map { $0?.oriented(utility) }
    front = Self.undominated(oriented).sorted { first, second in
      guard let a = oriented[first], let b = oriented[second] else { return first < second }
      guard a.unfairness.isEqual(to: b.unfairness, within: Self.rounding) else {
        return a.unfairness < b.unfairness
      }
      return first < second
    }
  }

  /// Whether a system is on the front.
  package func contains(_ system: Int) -> Bool { front.contains(system) }

  /// What rounding may add to numbers of the size of 1.
  static let rounding = 1e-12

  /// Points that no other dominates, where more utility and less unfairness are better.
  ///
  /// All pairs are compared, O(n²): submissions to a task are tens, and nothing is allocated but the
  /// answer.
  private static func undominated(_ points: [Point?]) -> [Int] {
    points.indices.filter { place in
      guard let point = points[place] else { return false }
      return !points.contains { $0?.dominates(point) ?? false }
    }
  }

  /// Adds 1 for each of the points, all of them defined, that no other dominates.
  static func count(_ points: [Point], into counts: inout [Int]) {
    for place in points.indices {
      let point = points[place]
      if !points.contains(where: { $0.dominates(point) }) { counts[place] += 1 }
    }
  }
}

extension ParetoFront.Point {
  /// The same where more utility is better.
  func oriented(_ better: ParetoFront.Better) -> Self {
    Self(utility: better == .higher ? utility : -utility, unfairness: unfairness)
  }

  /// Whether it is no worse than another in both respects, and better in one.
  fileprivate func dominates(_ other: Self) -> Bool {
    let rounding = ParetoFront.rounding
    let isAsUseful =
      utility >= other.utility || utility.isEqual(to: other.utility, within: rounding)
    let isAsFair =
      unfairness <= other.unfairness || unfairness.isEqual(to: other.unfairness, within: rounding)
    guard isAsUseful, isAsFair else { return false }
    return !utility.isEqual(to: other.utility, within: rounding)
      || !unfairness.isEqual(to: other.unfairness, within: rounding)
  }
}

extension Double {
  /// Whether it differs by no more than a share of the larger of both, or of 1.
  func isEqual(to other: Double, within share: Double) -> Bool {
    abs(self - other) <= share * Swift.max(1, magnitude, other.magnitude)
  }
}
