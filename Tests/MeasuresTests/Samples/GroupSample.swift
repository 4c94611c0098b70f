@testable import Measures

/// A random assessment whose items are of groups, once for the kernels and once for the definitions.
struct GroupSample: Sendable, CustomStringConvertible {
  static let names = ["a", "b", "c"]

  var kernel: GroupedItems
  let description: String
  private let sample: AnswerSample
  /// The share of each group in each item.
  private let rows: [[Double]]

  /// - Parameter leavesOut: what becomes of items without an answer; nil where all have one.
  init(
    seed: Int, items: ClosedRange<Int>, copies: Int = 1, leavesOut: GroupedItems.Unanswered? = nil
  ) {
    sample = AnswerSample(
      seed: seed, items: items, copies: copies, leavesOut: leavesOut != nil)
    var random = SeededGenerator(seed + 1_000_000)
    let count = random.pick([1, 2, 2, 3, 3])
    let isDisjoint = random.chance(0.7)
    // Now and then a group is empty, or all items are of one.
    let present = random.chance(0.2) ? [random.pick(Array(0..<count))] : Array(0..<count)
    rows = sample.kernel.gold.map { _ in
      var row = Array(repeating: 0.0, count: count)
      if random.chance(0.05) { return row }
      row[random.pick(present)] = 1
      if !isDisjoint, random.chance(0.5) { row[random.pick(present)] = 1 }
      return row.map { $0 / row.total }
    }
    let targets: [Double]? =
      random.chance(0.4) ? (0..<count).map { _ in random.pick([0, 1, 2, 5]) } : nil
    kernel = GroupedItems(
      sample.kernel, groups: GroupMembership(shares: rows, count: count),
      names: Array(Self.names.prefix(count)), targets: targets, unanswered: leavesOut ?? .leftOut)
    description = "\(sample); groups \(rows), targets \(targets.map { "\($0)" } ?? "none")"
  }

  /// The items, each written as often as it counts; nil where ties have too many orders to try all.
  var naive: NaiveGroups? {
    let answers = sample.naive
    let assessment = kernel.assessment
    let positions = assessment.gold.indices.flatMap {
      Array(repeating: $0, count: assessment.count($0))
    }
    let members = zip(positions, answers.items).enumerated().map { id, pair in
      NaiveMember(
        id: id, item: pair.1, shares: rows[pair.0], urgency: answers.urgency(pair.1))
    }
    let order = assessment.tieOrder?.map { Int($0) } ?? Array(assessment.gold.indices)
    let written = order.flatMap { position in
      members.filter { positions[$0.id] == position && $0.item.hasAnswer }
    }
    let blocks = Set(written.map(\.urgency)).sorted(by: >).flatMap { urgency in
      let tied = written.filter { $0.urgency == urgency }
      return assessment.tieOrder == nil ? [tied] : tied.map { [$0] }
    }
    let count = blocks.reduce(1) { $0 * (1...max($1.count, 1)).reduce(1, *) }
    guard written.count <= 8, count <= 120 else { return nil }
    return NaiveGroups(
      members: members, blocks: blocks, orders: Self.arrangements(of: blocks),
      count: kernel.groups.count, targets: kernel.targets,
      hasLeftOut: kernel.unanswered == .leftOut && members.contains { !$0.item.hasAnswer },
      answers: answers)
  }

  private static func arrangements(of blocks: [[NaiveMember]]) -> [[NaiveMember]] {
    blocks.reduce([[]]) { orders, block in
      let inside = permutations(of: block)
      return orders.flatMap { order in inside.map { order + $0 } }
    }
  }

  private static func permutations(of block: [NaiveMember]) -> [[NaiveMember]] {
    guard block.count > 1 else { return [block] }
    return block.indices.flatMap { first in
      var rest = block
      let member = rest.remove(at: first)
      return permutations(of: rest).map { [member] + $0 }
    }
  }
}

extension GroupedItems {
  /// Items of one group each, by its name; groups in the order of their names.
  init(
    _ assessment: Assessment, groups: [String], targets: [String: Double]? = nil,
    unanswered: Unanswered = .leftOut
  ) {
    let names = Set(groups).union(targets.map { Array($0.keys) } ?? []).sorted()
    self.init(
      assessment,
      groups: GroupMembership(
        codes: groups.map { Int32(names.firstIndex(of: $0) ?? -1) }, count: names.count),
      names: names, targets: targets.map { targets in names.map { targets[$0] ?? 0 } },
      unanswered: unanswered)
  }

  func finding(of measure: String) throws -> GroupFinding {
    findings(of: [try Measure(measure).bound(to: assessment.scale)])[0]
  }

  /// The value of a measure, or its cells, as numbers.
  func number(_ measure: String) throws -> Double? { try finding(of: measure).value.number }
}
