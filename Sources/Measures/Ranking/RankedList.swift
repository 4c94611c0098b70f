/// One ranked list and what the gold says of it: all that a ranking measure sees.
///
/// Only judged items are kept, as rows; what nobody judged takes up ranks and nothing else. A row
/// stands for the items of one level inside one tie group, so that
/// - a strict order is a list of groups of one item each;
/// - an item that is written `c` times (`copies`) is a group of `c` items of one level, and any
///   order inside it is the same order;
/// - under expected ties a group holds all items of one score, and its rows say how many of each
///   level there are.
/// Measures return the expected value over uniformly random orders inside each group (McSherry and
/// Najork, ECIR 2008); in a strict order that is the plain value.
package struct RankedList: Sendable {
  package typealias Function = @Sendable (RankedList) -> MeasureValue

  /// The judged items of one level inside one tie group.
  package struct Row: Sendable, Hashable {
    /// Items above the group: its first rank is one more.
    package var above: Int32
    /// Items in the group, judged or not.
    package var length: Int32
    /// Level of the row's items in the scale.
    package var level: Int32
    /// Items of this level in the group, at least 1.
    package var items: Int32

    package init(above: Int, length: Int, level: Int, items: Int) {
      self.above = Int32(clamping: above)
      self.length = Int32(clamping: length)
      self.level = Int32(clamping: level)
      self.items = Int32(clamping: items)
    }
  }

  /// Rows in rank order; rows of one group follow each other.
  package var rows: [Row] = []
  /// Items in the list, judged or not.
  package var count = 0
  /// What there is to find: items by level, in the list or left out.
  package var pool: [Int]
  /// Items without an answer, by level: they stand at the top of the list, where they take up ranks
  /// and time (`count` includes them), and are never found.
  package private(set) var leftOut: [Int]
  /// The same list on the reviewer's clock; nil where no measure asks for it.
  package var timeline: Timeline?
  /// Whether groups stand for ties; in a strict order they stand for copies of one item.
  package let hasTies: Bool

  package init(levels: Int, hasTies: Bool = false) {
    pool = Array(repeating: 0, count: levels)
    leftOut = pool
    self.hasTies = hasTies
  }

  /// Empties the list and keeps its memory.
  package mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    count = 0
    timeline = nil
    for level in pool.indices {
      pool[level] = 0
      leftOut[level] = 0
    }
  }

  /// Puts an item without an answer at the top; only while the list has no other items.
  package mutating func leaveOut(level: Int, copies: Int = 1) {
    precondition(rows.isEmpty)
    leftOut[level] += copies
    count += copies
  }

  /// Appends one item to a strict order; `level` is nil where nobody judged it.
  package mutating func append(level: Int?, copies: Int = 1) {
    guard copies > 0 else { return }
    if let level {
      rows.append(Row(above: count, length: copies, level: level, items: copies))
    }
    count += copies
  }

  /// Appends a group of tied items: how many there are of each level, and how many of no level.
  package mutating func appendTied(levels: [Int], unjudged: Int = 0) {
    let length = levels.reduce(unjudged, +)
    for (level, items) in levels.enumerated() where items > 0 {
      rows.append(Row(above: count, length: length, level: level, items: items))
    }
    count += length
  }

  /// Items of the pool at levels where `mask` is true.
  package func poolCount(where mask: [Bool]) -> Int {
    var count = 0
    for level in pool.indices where mask[level] { count += pool[level] }
    return count
  }

  /// Items without an answer that are judged and not relevant.
  func leftOutNonrelevant(_ relevant: [Bool], judged: [Bool]) -> Int {
    leftOut.indices.reduce(0) { judged[$1] && !relevant[$1] ? $0 + leftOut[$1] : $0 }
  }
}

extension RankedList.Row {
  /// How many ranks of the group are within the first `cutoff`.
  func ranks(within cutoff: Int) -> Int {
    max(0, min(Int(length), cutoff - Int(above)))
  }

  /// The expected number of the row's items within the first `cutoff` ranks.
  func expectedItems(within cutoff: Int) -> Double {
    Double(items) * Double(ranks(within: cutoff)) / Double(length)
  }
}

extension RankedList {
  /// What a measure of relevant and other items needs to know of a tie group.
  struct Group {
    /// Items above the group.
    var above: Int
    /// Items in the group.
    var length: Int
    var relevant: Int
    /// Judged and not relevant.
    var nonrelevant: Int
    /// In the pool, but not judged (negative grades).
    var pooled: Int
  }

  /// Calls `body` for each group that holds a judged or pooled item, in rank order, until it
  /// returns false.
  @inline(__always)
  func forEachGroup(
    relevant: [Bool], judged: [Bool], _ body: (Group) -> Bool
  ) {
    var index = 0
    while index < rows.count {
      let first = rows[index]
      var group = Group(
        above: Int(first.above), length: Int(first.length), relevant: 0, nonrelevant: 0, pooled: 0)
      while index < rows.count, rows[index].above == first.above {
        let level = Int(rows[index].level)
        let items = Int(rows[index].items)
        if relevant[level] {
          group.relevant += items
        } else if judged[level] {
          group.nonrelevant += items
        } else {
          group.pooled += items
        }
        index += 1
      }
      guard body(group) else { return }
    }
  }

  /// Expected relevant items among those that are finished.
  func expectedRelevant(_ relevant: [Bool], within finished: Timeline.Finished) -> Double {
    let whole = expectedRelevant(relevant, within: finished.ranks)
    guard finished.part > 0 else { return whole }
    return whole
      + finished.part * (expectedRelevant(relevant, within: finished.ranks + 1) - whole)
  }

  /// Expected relevant items within the first `cutoff` ranks; all ranks where it is nil.
  func expectedRelevant(_ relevant: [Bool], within cutoff: Int?) -> Double {
    let cutoff = cutoff ?? count
    var whole = 0
    var partial = 0.0
    for row in rows where relevant[Int(row.level)] {
      if Int(row.above) >= cutoff { break }
      if Int(row.above) + Int(row.length) <= cutoff {
        whole += Int(row.items)
      } else {
        partial += row.expectedItems(within: cutoff)
      }
    }
    return Double(whole) + partial
  }
}

extension GradeScale {
  /// Which levels are judged at all.
  var judgedLevels: [Bool] { grades.indices.map { isJudged($0) } }
}
