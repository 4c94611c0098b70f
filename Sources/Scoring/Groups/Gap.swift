package import Measures

/// How far the groups of a table are apart by one measure: the greatest value minus the least.
///
/// Groups without a value, and groups that are too small, are left out and counted; with fewer than
/// two left there is no gap. A gap is never negative, so chance alone makes one, the larger the
/// smaller and the more the groups are: ``Finding/chance`` says how large.
package struct Gap: Sendable {
  package let measure: Measure
  /// The value of the attribute that is held fixed, which all of the groups have; nil where none is.
  package let level: String?
  /// The groups that have a value that is compared: positions in the table.
  package let groups: [Int]
  /// How many groups there are.
  package let total: Int
  /// How many pairs of groups there are to be furthest apart.
  var comparisons: Int { GroupContrast.pairs(of: used) }
  /// What is known of the gap; nil with fewer than two groups.
  package internal(set) var finding: Finding?

  package struct Finding: Sendable {
    /// The groups with the greatest and the least value: positions in the table. The first of equals.
    package let highest: Int
    package let lowest: Int
    package let difference: Double
    /// The least value over the greatest; nil where values may be negative or are all 0.
    package let ratio: Double?
    /// The group that fares worst; nil where neither direction is better.
    package let worst: Int?
    /// The group that is farthest from all other units; nil where no group has others to differ from.
    package let farthest: Int?
    /// Of the value of the highest group minus that of the lowest.
    package var interval: GapInterval?
    /// Nil where no permutations were asked for.
    package var chance: Chance?
  }

  /// Between what the difference of two named groups may lie.
  package struct GapInterval: Sendable, Hashable {
    package enum Method: String, Sendable, Hashable {
      case newcombe
      case percentile = "bootstrap-percentile"
    }

    package let low: Double
    package let high: Double
    package let method: Method
    /// Replicates of the bootstrap on which both groups have a value.
    package let replicates: Int
    /// Of how many pairs of groups the two were chosen: the bounds are those of so many intervals at
    /// once, so that they hold whichever two are furthest apart.
    package let comparisons: Int
  }

  /// What gaps there are when units are put into the groups by lot.
  package struct Chance: Sendable, Hashable {
    /// The mean of these gaps: what noise alone leads to.
    package let expected: Double
    /// The share of them that are as large as the one that was found.
    package let p: Double
    package let permutations: Int
    /// Permutations on which fewer than two groups had a value; they count as reached.
    package let undefined: Int
  }

  /// How many groups have a value that is compared.
  package var used: Int { groups.count }

  /// - Parameters:
  ///   - level: the value that is held fixed; then all other units have others, and no group is held
  ///     against them.
  ///   - among: the groups that there are, of those of the table.
  ///   - values: of each group of the table; nil where it is not compared.
  ///   - againstRest: how far each is from all other units.
  init(
    _ measure: Measure, level: String?, among: [Int], values: [Double?], againstRest: [Double?]
  ) {
    self.measure = measure
    self.level = level
    total = among.count
    let known = among.compactMap { group in values[group].map { (group, $0) } }
    groups = known.map(\.0)
    guard let first = known.first, known.count > 1 else {
      finding = nil
      return
    }
    let highest = known.reduce(first) { $1.1 > $0.1 ? $1 : $0 }
    // Of equal values two different groups are named.
    let lowest = known.reduce(nil as (Int, Double)?) { best, next in
      guard next.0 != highest.0 else { return best }
      return best.map { next.1 < $0.1 ? next : $0 } ?? next
    }
    let far = (level == nil ? among : []).compactMap { group in
      againstRest[group].map { (group, $0.magnitude) }
    }
    guard let lowest else {
      finding = nil
      return
    }
    let isPositive = measure.definition.range.lowerBound >= 0
    finding = Finding(
      highest: highest.0, lowest: lowest.0, difference: highest.1 - lowest.1,
      ratio: isPositive && highest.1 > 0 ? lowest.1 / highest.1 : nil,
      worst: Self.worst(highest.0, lowest.0, measure.definition.direction),
      farthest: far.reduce(nil as (Int, Double)?) { best, next in
        best.map { next.1 > $0.1 ? next : $0 } ?? next
      }?.0)
  }

  private static func worst(
    _ highest: Int, _ lowest: Int, _ direction: MeasureDefinition.Direction
  ) -> Int? {
    switch direction {
    case .higherIsBetter: lowest
    case .lowerIsBetter: highest
    case .neither: nil
    }
  }

  /// The gap of values, as ``Finding/difference``: nil with fewer than two.
  static func difference(_ values: some Sequence<Double?>) -> Double? {
    var least = Double.infinity
    var greatest = -Double.infinity
    var count = 0
    for case let value? in values {
      least = min(least, value)
      greatest = max(greatest, value)
      count += 1
    }
    return count > 1 ? greatest - least : nil
  }
}
