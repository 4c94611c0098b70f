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

    /// Something that nobody publishes and nobody may find out.
    static func secret(_ sums: [Vector]) -> Cell {
      Cell(sums: sums, weight: .max, isWithheld: true)
    }
  }

  /// The column of the first count that is 0, as are all after it: counts are not negative, so that
  /// these cannot go down.
  let empty: Int
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
    guard !primary.isEmpty else { return [] }
    let fromTotals = Known(self, [])
    let secrets = primary.sorted().flatMap { cells[$0].sums }
      .filter { fromTotals.sources(of: $0) == nil }
    var published = cells.indices.filter { !withheld.contains($0) }
    var known = Known(self, published)
    var next = 0
    while next < secrets.count {
      let sources = known.sources(of: secrets[next])
      let least = sources?.min { (cells[$0].weight, $0) < (cells[$1].weight, $1) }
      guard let least else {
        // Less is known later than now, so that what is safe stays safe.
        next += 1
        continue
      }
      withheld.insert(least)
      published.removeAll { $0 == least }
      known = Known(self, published)
    }
    return withheld.subtracting(primary)
  }

  /// What the totals and some of the cells tell.
  ///
  /// A sum is open if there is another table of counts, none of them negative, with the same published
  /// sums and another value of it. Counts above 0 may move a little either way, those that are 0 only
  /// up. So with equations solved for the former first, a sum can move if anything is left of it, but
  /// for counts that equations among themselves hold at 0.
  private struct Known {
    private let span: LinearSpan
    private let held: [Int: Set<Int>]

    init(_ tables: LinkedTables, _ published: [Int]) {
      var span = LinearSpan()
      for total in tables.totals { span.insert(total, source: nil) }
      for cell in published {
        for sum in tables.cells[cell].sums { span.insert(sum, source: cell) }
      }
      (self.span, held) = span.holding(from: tables.empty)
    }

    /// The published cells by which a sum is determined; nil where it is not.
    func sources(of sum: Vector) -> Set<Int>? {
      let holding = sum.compactMap { held[$0.column] }.reduce(into: Set<Int>()) { $0.formUnion($1) }
      return span.sources(of: sum.filter { held[$0.column] == nil })?.union(holding)
    }
  }
}
