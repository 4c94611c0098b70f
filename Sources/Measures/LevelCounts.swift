/// How many items of each gold level are in each of several columns, and how many have no answer:
/// what counts of labels and flows through stages are kept in.
struct LevelCounts: Sendable, Hashable {
  private let columns: Int
  /// By gold level and column, row by row.
  private var counts: [Int]
  /// Items without an answer by gold level.
  private(set) var leftOut: [Int]

  init(levels: Int, columns: Int) {
    self.columns = columns
    counts = Array(repeating: 0, count: levels * columns)
    leftOut = Array(repeating: 0, count: levels)
  }

  /// - Parameter column: nil for an item without an answer.
  mutating func add(gold: Int, column: Int?, count: Int) {
    if let column { counts[gold * columns + column] += count } else { leftOut[gold] += count }
  }

  subscript(gold gold: Int, column column: Int) -> Int { counts[gold * columns + column] }

  /// The sum over the cells, those of items without an answer among them.
  var total: Int { counts.reduce(0, +) + leftOut.reduce(0, +) }

  /// Where an item is counted, whatever its copies: for ``recount(cells:copies:)``.
  func cell(gold: Int, column: Int?) -> Int32 {
    Int32(truncatingIfNeeded: column.map { gold * columns + $0 } ?? counts.count + gold)
  }

  /// Counts items anew, each as often as it is copied.
  mutating func recount(cells: [Int32], copies: [Int32]) {
    for cell in counts.indices { counts[cell] = 0 }
    for level in leftOut.indices { leftOut[level] = 0 }
    for (item, cell) in cells.enumerated() {
      if Int(cell) < counts.count {
        counts[Int(cell)] += Int(copies[item])
      } else {
        leftOut[Int(cell) - counts.count] += Int(copies[item])
      }
    }
  }
}
