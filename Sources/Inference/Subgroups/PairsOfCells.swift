/// The pairs of a positive and a negative unit in each cell of a table, and how many of them are in the
/// order of their scores: in memory that is kept from table to table.
struct PairsOfCells {
  /// Twice the number of pairs that are in order, equal ones counted half.
  private var ordered: [Int64] = []
  private var positives: [Int64] = []
  private var negatives: [Int64] = []

  /// Counts the pairs of a table with so many cells.
  ///
  /// - Parameters:
  ///   - patterns: of each unit.
  ///   - entries: the cells that each pattern is in.
  mutating func count(
    _ ranking: SubgroupRanking, _ patterns: [Int64], _ entries: EntriesByPattern, cells: Int
  ) {
    // One more for units of none.
    if ordered.count <= cells {
      ordered = Array(repeating: 0, count: cells + 1)
      (positives, negatives) = (ordered, ordered)
    }
    for cell in 0...cells { (ordered[cell], positives[cell], negatives[cell]) = (0, 0, 0) }
    var first = 0
    for end in ranking.ends {
      let equal = ranking.order[first..<end]
      // Before and after the others of this score are counted: half of them twice.
      for unit in equal where ranking.isPositive[Int(unit)] {
        for cell in entries[Int(patterns[Int(unit)])] {
          ordered[Int(cell)] &+= negatives[Int(cell)]
          positives[Int(cell)] &+= 1
        }
      }
      for unit in equal where !ranking.isPositive[Int(unit)] {
        for cell in entries[Int(patterns[Int(unit)])] { negatives[Int(cell)] &+= 1 }
      }
      for unit in equal where ranking.isPositive[Int(unit)] {
        for cell in entries[Int(patterns[Int(unit)])] {
          ordered[Int(cell)] &+= negatives[Int(cell)]
        }
      }
      first = end
    }
  }

  /// The area under the curve of a cell; nil where it has one class.
  func area(_ cell: Int) -> Double? {
    guard positives[cell] > 0, negatives[cell] > 0 else { return nil }
    return Double(ordered[cell]) / (2 * Double(positives[cell]) * Double(negatives[cell]))
  }
}

/// The cells of a table, pattern after pattern; `conjunctions.count` for none.
struct EntriesByPattern: Sendable {
  private let cells: [Int32]
  /// Where the entries of each pattern begin; nil where each has one.
  private let starts: [Int]?

  init(_ table: CrossTable) {
    cells = table.cells
    guard let patterns = table.patterns else {
      starts = nil
      return
    }
    // Entries stand in the order of their patterns; one may have none.
    var starts = [Int](repeating: 0, count: Int(patterns.last ?? -1) + 2)
    for pattern in patterns { starts[Int(pattern) + 1] += 1 }
    for pattern in 1..<max(1, starts.count) { starts[pattern] += starts[pattern - 1] }
    self.starts = starts
  }

  subscript(_ pattern: Int) -> ArraySlice<Int32> {
    guard let starts else { return cells[pattern..<(pattern + 1)] }
    guard pattern + 1 < starts.count else { return [] }
    return cells[starts[pattern]..<starts[pattern + 1]]
  }
}
