internal import ExactMath

/// The judged items of a list in its order beside their order by grade: what rank correlations
/// compare.
///
/// Items that the list leaves out are tied below all that it has. Items of one grade are tied in the
/// gold. Nobody's opinion is known of unjudged items, so they do not count.
struct Agreement {
  /// A tie group of the list: items by rank of their grade, 0 the highest.
  struct Group {
    var items: [(grade: Int, count: Int)] = []
    var count = 0
    /// Whether the items are tied, or in order and equal by grade.
    var isTied: Bool
  }

  private(set) var groups: [Group] = []
  /// Items by rank of their grade.
  private(set) var gradeCounts: [Int]
  private(set) var count = 0

  init(_ list: RankedList, _ order: GradeOrder) {
    gradeCounts = Array(repeating: 0, count: order.distinct)
    var left = Array(repeating: 0, count: order.distinct)
    for level in list.pool.indices {
      guard let grade = order.rank[level] else { continue }
      left[grade] += list.pool[level]
    }
    var above: Int32 = -1
    for row in list.rows {
      guard let grade = order.rank[Int(row.level)] else { continue }
      if row.above != above { groups.append(Group(isTied: list.hasTies)) }
      above = row.above
      groups[groups.count - 1].items.append((grade, Int(row.items)))
      groups[groups.count - 1].count += Int(row.items)
      left[grade] -= Int(row.items)
      gradeCounts[grade] += Int(row.items)
      count += Int(row.items)
    }
    var missed = Group(isTied: true)
    for (grade, items) in left.enumerated() where items > 0 {
      missed.items.append((grade, items))
      missed.count += items
      gradeCounts[grade] += items
      count += items
    }
    if missed.count > 0 { groups.append(missed) }
  }
}

/// Levels ranked by grade: equal grades share a rank, unjudged levels have none.
struct GradeOrder {
  let rank: [Int?]
  let distinct: Int

  init(_ scale: GradeScale) {
    let judged = scale.grades.indices.filter { scale.isJudged($0) }
    let descending = Set(judged.map { scale.grades[$0] }).sorted(by: >)
    let position = Dictionary(uniqueKeysWithValues: descending.enumerated().map { ($1, $0) })
    rank = scale.grades.indices.map { scale.isJudged($0) ? position[scale.grades[$0]] : nil }
    distinct = descending.count
  }
}

/// Counts by position with sums over prefixes, both in O(log n) (Fenwick, 1994).
struct PrefixCounts {
  private var tree: [Int]

  init(_ size: Int) { tree = Array(repeating: 0, count: size + 1) }

  mutating func add(_ count: Int, at position: Int) {
    var index = position + 1
    while index < tree.count {
      tree[index] += count
      index += index & -index
    }
  }

  /// The sum of the counts at positions below `end`.
  func sum(below end: Int) -> Int {
    var index = end
    var sum = 0
    while index > 0 {
      sum += tree[index]
      index -= index & -index
    }
    return sum
  }
}

func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
