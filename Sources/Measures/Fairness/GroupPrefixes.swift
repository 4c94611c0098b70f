/// How many of the first k items of a list are of one group, for each k.
///
/// Within ties that is a random number; measures take the expected value over all orders of the tied.
struct GroupPrefixes: Sendable {
  /// The first `rank` items: so many of the group for certain, and among the tied items that the
  /// rank falls into as many as are drawn.
  struct Prefix {
    let rank: Int
    fileprivate let certain: Int
    fileprivate let tied: Hypergeometric

    /// The expected value of a function of the number of the group's items.
    func expected(_ value: (Int) -> Double) -> Double {
      if tied.marked == 0 { return value(certain) }
      if tied.marked == tied.population { return value(certain + tied.draws) }
      var sum = 0.0
      tied.forEach { sum += $1 * value(certain + $0) }
      return sum
    }

    /// The fewest of the group's items that may be among them.
    var least: Int {
      certain + max(0, tied.draws - (tied.population - tied.marked))
    }
  }

  /// The most items of one score and of different groups whose orders are averaged over: a million
  /// hypergeometric distributions would take minutes.
  static let mostTied = 4096

  private let ranks: RankBlocks
  /// The group and the copies of each item of the list.
  private let codes: [Int32]
  private let copies: [Int32]
  /// Ranks in all, and those of each group.
  let count: Int
  let sizes: [Int]
  let groups: Int

  /// Fails with a reason where items are of several groups, or too many of different groups are tied.
  init(_ items: GroupedItems) throws(Undefined) {
    guard items.isDisjoint else { throw Undefined(.groupsOverlap) }
    let ranks = try RankBlocks(items)
    let codes = ranks.items.map { Int32(truncatingIfNeeded: items.groups.code(of: Int($0)) ?? -1) }
    let copies = ranks.items.map { Int32(clamping: items.assessment.count(Int($0))) }
    var sizes = Array(repeating: 0, count: items.groups.count)
    for place in codes.indices where codes[place] >= 0 {
      sizes[Int(codes[place])] += Int(copies[place])
    }
    for block in ranks.blocks where block.length > Self.mostTied {
      let present = block.range.filter { copies[$0] > 0 }
      if let first = present.first, present.contains(where: { codes[$0] != codes[first] }) {
        throw Undefined(.tooManyTied(block.length, most: Self.mostTied))
      }
    }
    self.ranks = ranks
    self.codes = codes
    self.copies = copies
    self.sizes = sizes
    count = ranks.count
    groups = sizes.count
  }

  /// Calls `body` with the first `step`, 2·`step`, … items, up to `last`, until it returns false.
  func forEachPrefix(
    of group: Int, step: Int = 1, from first: Int? = nil, upTo last: Int? = nil,
    _ body: (Prefix) -> Bool
  ) {
    let last = min(last ?? count, count)
    var above = 0
    var rank = first ?? step
    for block in ranks.blocks {
      let marked = marked(group, in: block)
      while rank <= min(block.above + block.length, last) {
        let tied = Hypergeometric(
          population: block.length, marked: marked, draws: rank - block.above)
        guard body(Prefix(rank: rank, certain: above, tied: tied)) else { return }
        rank += step
      }
      guard rank <= last else { return }
      above += marked
    }
  }

  /// Calls `body` with each block of tied items: ranks above it, its ranks, and the group's items
  /// above it and in it, until it returns false.
  func forEachBlock(
    of group: Int, _ body: (_ above: Int, _ length: Int, _ before: Int, _ marked: Int) -> Bool
  ) {
    var before = 0
    for block in ranks.blocks {
      let marked = marked(group, in: block)
      guard body(block.above, block.length, before, marked) else { return }
      before += marked
    }
  }

  private func marked(_ group: Int, in block: RankBlocks.Block) -> Int {
    var marked = 0
    for place in block.range where Int(codes[place]) == group { marked += Int(copies[place]) }
    return marked
  }
}
