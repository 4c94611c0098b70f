/// Numbers of linked tables that are published together, some of which must not be found out.
///
/// Every number is a sum of counts that nobody publishes, those of the smallest classes of units that
/// the tables tell apart. Who knows the published sums finds out any sum that is a linear combination
/// of them, whichever table each is from: a total minus its other parts, a denominator of one rate as
/// that of another. Hence withheld numbers take others with them (complementary suppression): Cox,
/// "Suppression methodology and statistical disclosure control", JASA 75, 1980; Hundepool et al.,
/// Statistical Disclosure Control, 2012, chapter 4.
struct LinkedTables: Sendable {
  typealias Vector = LinearSpan.Vector

  /// Something that is published whole or not at all: a rate with both of its counts.
  struct Cell: Sendable {
    /// The sums that it tells.
    let sums: [Vector]
    /// Of two cells that would do, the one of less weight is withheld.
    let weight: Int
    var isWithheld = false
  }

  /// The counts that all sums are of; nil for a quantity that may be any number.
  let counts: [Int?]
  /// Sums that are published in any case, as those of all units.
  let totals: [Vector]
  var cells: [Cell]

  /// The cells that have to be withheld beside those that are, so that no withheld sum is determined.
  ///
  /// Cells are taken away one at a time, the one of the least weight among those that a withheld sum is
  /// determined by, the first of equals. What follows from the totals alone cannot be kept.
  func complement() -> Set<Int> {
    var withheld = Set(cells.indices.filter { cells[$0].isWithheld })
    let primary = withheld
    let fromTotals = span(of: [])
    let secrets = primary.sorted().flatMap { cells[$0].sums }
      .filter { determined($0, by: [], fromTotals) == nil }
    var published = cells.indices.filter { !withheld.contains($0) }
    var known = span(of: published)
    var next = 0
    while next < secrets.count {
      let sources = determined(secrets[next], by: published, known)
      let least = sources?.min { (cells[$0].weight, $0) < (cells[$1].weight, $1) }
      guard let least else {
        // Less is known later than now, so that what is safe stays safe.
        next += 1
        continue
      }
      withheld.insert(least)
      published.removeAll { $0 == least }
      known = span(of: published)
    }
    return withheld.subtracting(primary)
  }

  /// Whether a sum is determined by the totals and some of the cells.
  func isDetermined(_ sum: Vector, by published: [Int]) -> Bool {
    determined(sum, by: published, span(of: published)) != nil
  }

  /// The published cells by which a sum is determined; nil where it is not.
  ///
  /// Counts are not negative, which says more than the equations where a count is 0: it cannot go
  /// below. So a sum counts as open only if it can move while all counts that are 0 stay there, or all
  /// but one of those that it contains: then both the equations and the bounds leave room around the
  /// true value.
  ///
  /// - Parameter known: what the totals and the published cells tell who knows which counts are 0.
  private func determined(
    _ sum: Vector, by published: [Int], _ known: LinearSpan
  ) -> Set<Int>? {
    guard let sources = known.sources(of: open(sum)) else { return nil }
    for column in sum.map(\.column) where counts[column] == 0 {
      let wider = span(of: published, besides: column)
      if wider.sources(of: open(sum, besides: column)) == nil { return nil }
    }
    return sources
  }

  /// What the totals and some cells tell, as far as counts are not 0.
  private func span(of published: [Int], besides column: Int? = nil) -> LinearSpan {
    var span = LinearSpan()
    for total in totals { span.insert(open(total, besides: column), source: nil) }
    for cell in published {
      for sum in cells[cell].sums { span.insert(open(sum, besides: column), source: cell) }
    }
    return span
  }

  /// The part of a sum that is of counts other than 0, and of one that is 0.
  private func open(_ sum: Vector, besides column: Int? = nil) -> Vector {
    sum.filter { counts[$0.column] != 0 || $0.column == column }
  }
}
