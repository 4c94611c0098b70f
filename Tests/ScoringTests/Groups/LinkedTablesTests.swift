import Testing

@testable import Scoring

@Suite("Sums that give others away")
struct LinkedTablesTests {
  private func cell(_ columns: [Int], weight: Int = 1, withheld: Bool = false) -> LinkedTables.Cell
  {
    LinkedTables.Cell(
      sums: [columns.map { ($0, 1) }], weight: weight, isWithheld: withheld)
  }

  @Test("a part is the total minus the other parts, and the smallest other part goes with it")
  func total() {
    let tables = LinkedTables(
      empty: 3, totals: [[(0, 1), (1, 1), (2, 1)]],
      cells: [cell([0], withheld: true), cell([1], weight: 9), cell([2], weight: 5)])
    #expect(tables.complement() == [2])
  }

  @Test("two withheld parts hide each other")
  func pair() {
    let tables = LinkedTables(
      empty: 3, totals: [[(0, 1), (1, 1), (2, 1)]],
      cells: [cell([0], withheld: true), cell([1]), cell([2], withheld: true)])
    #expect(tables.complement().isEmpty)
  }

  /// Rows 0 1 / 2 3 with both margins: one inner cell needs a rectangle of four.
  @Test("in a table with both margins a withheld cell takes three with it")
  func margins() {
    let tables = LinkedTables(
      empty: 4,
      totals: [[(0, 1), (1, 1)], [(2, 1), (3, 1)], [(0, 1), (2, 1)], [(1, 1), (3, 1)]],
      cells: [cell([0], withheld: true), cell([1]), cell([2]), cell([3])])
    #expect(tables.complement() == [1, 2, 3])
  }

  /// x₀ + x₁ = 0 with both 0: no number is negative, so that both are known.
  @Test("a sum that is 0 tells all its parts")
  func zero() {
    let sum = cell([1, 2], weight: 3)
    let hidden = cell([1], withheld: true)
    let total: LinkedTables.Vector = [(0, 1), (1, 1), (2, 1)]
    #expect(LinkedTables(empty: 1, totals: [total], cells: [hidden, sum]).complement() == [1])
    // Where the parts are not 0 their sum may be told.
    #expect(LinkedTables(empty: 3, totals: [total], cells: [hidden, sum]).complement().isEmpty)
  }

  @Test("what the totals tell cannot be kept, and nothing else is withheld for it")
  func hopeless() {
    let tables = LinkedTables(
      empty: 2, totals: [[(0, 1)], [(0, 1), (1, 1)]],
      cells: [cell([0], withheld: true), cell([1])])
    #expect(tables.complement().isEmpty)
  }

  @Test("a chain of tables is followed to its end")
  func chain() {
    // Each sum is of two neighbours; with the last alone, the first is known.
    let cells =
      [cell([0], withheld: true)] + (0..<9).map { cell([$0, $0 + 1], weight: 10 + $0) }
      + [cell([9], weight: 99)]
    let tables = LinkedTables(empty: 10, totals: [], cells: cells)
    #expect(tables.complement() == [1])
  }

  @Test("numbers that grow too large are taken for known")
  func overflow() {
    var span = LinearSpan()
    span.insert([(0, Int.max), (1, 3)], source: 0)
    span.insert([(0, Int.max - 1), (1, 5)], source: 1)
    // Of two columns all is known by two equations; a third column is, as nobody can tell.
    #expect(span.sources(of: [(2, 1)]) != nil)
    var small = LinearSpan()
    small.insert([(0, 2), (1, 3)], source: 0)
    small.insert([(0, 1), (1, 5)], source: 1)
    #expect(small.sources(of: [(1, 1)]) == [0, 1])
    #expect(small.sources(of: [(2, 1)]) == nil)
  }
}
