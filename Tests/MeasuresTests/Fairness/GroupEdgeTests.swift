@testable import Measures
import Testing

@Suite("Degenerate and large inputs of measures between groups")
struct GroupEdgeTests {
  static let names: [String] = NaiveGroupCase.all.map(\.measure)

  static func items(
    gold: [UInt8], scores: [Double]? = nil, predicted: [UInt8]? = nil, groups: [String]
  ) -> GroupedItems {
    var assessment = Assessment(scale: Scales.ofAnswers[0], gold: gold)
    assessment.scores = scores
    assessment.predicted = predicted
    assessment.clock = Assessment.Clock(
      model: TimeModel(), words: WordCounts(nil, items: gold.count))
    return GroupedItems(assessment, groups: groups)
  }

  /// A hundred thousand items in groups that were drawn at random.
  static let many: GroupedItems = {
    let count = 100_000
    var random = SeededGenerator(7)
    var assessment = Assessment(
      scale: Scales.ofAnswers[0], gold: (0..<count).map { _ in random.pick([0, 0, 1]) })
    assessment.scores = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
    assessment.predicted = assessment.gold.map { random.chance(0.2) ? 1 - $0 : $0 }
    assessment.tieOrder = Array(0..<Int32(count))
    let groups = (0..<count).map { _ in Int32(random.pick([0, 1, 1, 1])) }
    return GroupedItems(
      assessment, groups: GroupMembership(codes: groups, count: 2), names: ["a", "b"]
    ).sorted
  }()

  @Test("of no items every value is undefined for a reason", arguments: names)
  func nothing(_ name: String) throws {
    let finding = try Self.items(gold: [], scores: [], predicted: [], groups: []).finding(of: name)
    #expect(finding.value.reason != nil)
    #expect(finding.cells.allSatisfy { $0.reason != nil })
  }

  @Test("of one group no comparison has a value", arguments: names)
  func oneGroup(_ name: String) throws {
    let items = Self.items(
      gold: [1, 0, 1, 0], scores: [0.9, 0.2, 0.4, 0.4], predicted: [1, 0, 0, 1],
      groups: ["a", "a", "a", "a"])
    let finding = try items.finding(of: name)
    let ofOneGroup = ["SubgroupAUC", "EED", "EER", "EEL", "MinSkew", "MaxSkew"]
    let ofOneProportion =
      ["FAIR", "FAIRp"].contains { name.hasPrefix($0 + "(") }
      && name.contains("p=")
    if ofOneGroup.contains(where: { name.hasPrefix($0) }) || ofOneProportion { return }
    #expect(finding.value.reason != nil, "\(finding)")
  }

  @Test("no submission has the columns that it does not have", arguments: names)
  func noColumns(_ name: String) throws {
    let finding = try Self.items(gold: [1, 0], groups: ["a", "b"]).finding(of: name)
    guard case .needs? = finding.value.reason else {
      Issue.record("\(finding)")
      return
    }
  }

  @Test("a group that nobody is of changes no value that is not about targets", arguments: names)
  func emptyGroup(_ name: String) throws {
    for seed in 0..<60 {
      let items = GroupSample(seed: 190_000 + seed, items: 2...10, copies: 2).kernel
      let rows = items.assessment.gold.indices.map { item in
        var row = Array(repeating: 0.0, count: items.groups.count + 1)
        items.groups.forEachGroup(of: item) { row[$0] = $1 }
        return row
      }
      let more = GroupedItems(
        items.assessment,
        groups: GroupMembership(shares: rows, count: items.groups.count + 1),
        names: items.names + ["nobody"], targets: items.targets)
      let value = try items.finding(of: name).value
      let found = try more.finding(of: name).value
      guard value.number != nil || found.number != nil else { continue }
      // EqualizedOdds and others say how many groups there are; numbers are the same.
      #expect(value == found, "\(name)")
    }
  }

  @Test("groups in another order have the same value", arguments: names)
  func orderOfGroups(_ name: String) throws {
    guard !name.contains("group=") else { return }
    for seed in 0..<60 {
      let items = GroupSample(seed: 200_000 + seed, items: 0...10, copies: 2).kernel
      let count = items.groups.count
      let rows = items.assessment.gold.indices.map { item in
        var row = Array(repeating: 0.0, count: count)
        items.groups.forEachGroup(of: item) { row[count - 1 - $0] = $1 }
        return row
      }
      let turned = GroupedItems(
        items.assessment, groups: GroupMembership(shares: rows, count: count),
        names: items.names.reversed(), targets: items.targets.map { $0.reversed() })
      let value = try items.finding(of: name).value
      let found = try turned.finding(of: name).value
      // The first of two that are equally far from 0 may have the other sign.
      if name.contains("AEG") {
        #expect(agree(found.number.map { .number(abs($0)) } ?? found, value.number.map(abs)))
      } else {
        #expect(agree(found, value.number))
      }
    }
  }

  @Test("undefined and no number are never the same", arguments: names)
  func oneClass(_ name: String) throws {
    for gold in [[0, 0, 0], [1, 1, 1]] as [[UInt8]] {
      let items = Self.items(
        gold: gold, scores: [0.5, 0.5, 0.5], predicted: gold, groups: ["a", "b", "b"])
      let finding = try items.finding(of: name)
      for value in finding.cells + [finding.value] {
        if let number = value.number { #expect(number.isFinite) }
      }
      if ["SubgroupAUC", "BPSN", "BNSP", "ABROCA", "xAUC", "EqualizedOdds"].contains(
        where: { name.hasPrefix($0) })
      {
        #expect(finding.value.number == nil)
      }
    }
  }

  @Test(
    "answers that are left out have no worst place between groups, and what is not retrieved has")
  func leftOut() throws {
    var items = Self.items(gold: [1, 0, 1], scores: [0.9, 0.5, 0], groups: ["a", "b", "b"])
    items.assessment.answered = [true, true, false]
    #expect(try items.finding(of: "AWRF").value.reason == .answersLeftOut)
    items.unanswered = .notRetrieved
    // b has 1/log2 3 for two items, and a has 1 for one.
    let cells = try items.finding(of: "ExposureGap").cells.compactMap(\.number)
    #expect(cells.count == 2 && cells[0] == 1 && isClose(cells[1], 0.6309297535714575 / 2))
  }

  @Test("overlapping groups have exposures in shares, and no prefixes")
  func overlap() throws {
    var items = Self.items(gold: [0, 0, 0], scores: [3, 2, 1], groups: ["a", "b", "b"])
    items = GroupedItems(
      items.assessment, groups: GroupMembership(members: [[0, 1], [1], [1]], count: 2),
      names: ["a", "b"])
    #expect(try items.finding(of: "NDKL").value.reason == .groupsOverlap)
    #expect(try items.finding(of: "BetweenGroupGEI").value.reason != nil)
    let shares = try items.finding(of: "AWRF").cells.compactMap(\.number)
    #expect(isClose(shares[0], 0.5 / 2.1309297535714575))
  }

  @Test("a target of 0 for a group that is listed makes NDKL infinite, and says so")
  func noTarget() throws {
    var assessment = Assessment(scale: Scales.ofAnswers[0], gold: [0, 0])
    assessment.scores = [2, 1]
    let items = GroupedItems(assessment, groups: ["a", "b"], targets: ["a": 1, "b": 0])
    #expect(try items.finding(of: "NDKL").value.reason == .infinite(because: .dueNothing))
    #expect(try items.finding(of: "MaxSkew@2").cells[1].reason == .infinite(because: .dueNothing))
  }

  @Test("hostile shares and targets count as 0")
  func hostileShares() throws {
    let bad: [[Double]] = [[.nan, 1], [.infinity, -1], [1e308, 1e308], [], [0, 0, 5]]
    let groups = GroupMembership(shares: bad, count: 2)
    var rows: [[Double]] = []
    for item in bad.indices {
      var row = [0.0, 0]
      groups.forEachGroup(of: item) { row[$0] = $1 }
      rows.append(row)
    }
    #expect(rows == [[0, 1], [0, 0], [0.5, 0.5], [0, 0], [0, 0]])
    let none = GroupMembership(codes: [-1, 7, 1], count: 2)
    #expect((0..<3).map { none.code(of: $0) } == [-1, -1, 1] as [Int?])
    let items = GroupedItems(
      Self.items(gold: [0], groups: ["a"]).assessment,
      groups: GroupMembership(codes: [0], count: 2), names: [], targets: [.nan, -1])
    #expect(items.targets == [0, 0])
    let thrown = #expect(throws: Undefined.self) {
      try TargetShares.task.shares(of: items, relevant: [true, true])
    }
    #expect(thrown?.reason == .nothing(.groupsWithTarget))
    #expect(items.names == ["1", "2"])
  }

  @Test("a group that is not there is named")
  func noSuchGroup() throws {
    let items = Self.items(gold: [1, 0], scores: [1, 0], groups: ["a", "(missing)"])
    #expect(try items.finding(of: "BPSN(group=x)").value.reason == .noSuchGroup("x"))
    // Parentheses cannot be written in the name of a measure.
    #expect(try items.finding(of: "ARP(group=missing)").value.number == 0)
  }

  @Test("a rank cannot cut off attention that fades with time")
  func noCutoffByTime() throws {
    let error = #expect(throws: MeasureNameError.self) {
      try Measure("AWRF(discount=time)@10").bound(to: Scales.ofAnswers[0])
    }
    #expect(error?.hint?.isEmpty == false)
  }

  @Test("time needs a clock")
  func noClock() throws {
    var assessment = Assessment(scale: Scales.ofAnswers[0], gold: [0, 1])
    assessment.scores = [2, 1]
    let items = GroupedItems(assessment, groups: ["a", "b"])
    #expect(try items.finding(of: "AWRF(discount=time)").value.reason == .noClock)
    #expect(try Measure("AWRF(discount=time)").needsClock)
    #expect(try !Measure("AWRF").needsClock)
  }

  @Test("without groups a measure between them says what it needs")
  func withoutGroups() throws {
    let value = try Self.items(gold: [0, 1], scores: [2, 1], groups: ["a", "b"]).assessment
      .value(of: "AWRF")
    #expect(value.reason == .needs(.groups))
  }

  @Test(
    "of a hundred thousand items in groups drawn at random nothing is far from fair",
    arguments: [
      "AWRF", "ExposureGap(discount=trec)", "EEL", "NDKL", "rND", "rKL(step=100)", "MinSkew@100",
      "FAIR@200", "ARP", "PairwiseParity", "SubgroupAUC", "BPSN", "xAUCDisparity", "ABROCA",
      "EqualizedOdds", "DifferentialFairness", "BetweenGroupGEI",
    ])
  func large(_ name: String) throws {
    let value = try #require(try Self.many.number(name))
    switch name.prefix(while: { $0 != "(" && $0 != "@" }) {
    case "AWRF": #expect(value > 0.999)
    case "SubgroupAUC", "BPSN": #expect(abs(value - 0.5) < 0.01)
    case "FAIR": #expect(value == 1)
    case "MinSkew": #expect(value < 0)
    case "EEL", "BetweenGroupGEI": #expect(value >= 0)
    default: #expect(value < 0.1)
    }
  }

  @Test("all tied, exposures are equal and prefixes of too many are not worked out")
  func allTied() throws {
    let count = 20_000
    var assessment = Assessment(
      scale: Scales.ofAnswers[0], gold: Array(repeating: 1, count: count))
    assessment.scores = Array(repeating: 0.5, count: count)
    let groups = (0..<count).map { Int32($0 % 2) }
    let items = GroupedItems(
      assessment, groups: GroupMembership(codes: groups, count: 2), names: ["a", "b"])
    #expect(isClose(try items.number("AWRF"), 1))
    #expect(isClose(try items.number("ExposureRatio"), 1))
    #expect(try items.number("ARP") == 0)
    #expect(
      try items.finding(of: "NDKL").value.reason
        == .tooManyTied(count, most: GroupPrefixes.mostTied))
  }
}
