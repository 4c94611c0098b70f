import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Groups of the items of a ranking")
struct RankingGroupTests {
  static let definition = """
    kind: ranking
    splits: [test]
    measures: [nDCG@3, AP, "P@2", RR]
    primary: AP
    fairness: {attributes: [sex], minimum-size: 0}
    """
  /// Item, topic, grade where it was judged, rank in the run where it is there, and group.
  static let items: [(id: String, topic: String, grade: Int?, rank: Int?, sex: String)] = [
    ("a", "t1", 2, 3, "F"), ("b", "t1", 0, 1, "F"), ("c", "t1", 1, 2, "M"),
    ("d", "t1", 1, nil, "F"),
    ("e", "t1", nil, 4, "F"), ("f", "t1", nil, 5, ""), ("g", "t2", 1, 4, "M"),
    ("h", "t2", 0, 1, "M"),
    ("i", "t2", 0, 2, "F"), ("j", "t2", nil, 3, "M"), ("k", "t3", 1, 1, "none"),
    ("l", "t3", 1, 2, "M"),
  ]

  private static func gold(
    _ items: [(id: String, topic: String, grade: Int?, rank: Int?, sex: String)]
  )
    -> String
  {
    "topic\titem\tgrade\n"
      + items.compactMap { item in item.grade.map { "\(item.topic)\t\(item.id)\t\($0)\n" } }
      .joined()
  }

  private static func run(
    _ items: [(id: String, topic: String, grade: Int?, rank: Int?, sex: String)]
  )
    -> String
  {
    "topic\titem\tscore\n"
      + items.compactMap { item in item.rank.map { "\(item.topic)\t\(item.id)\t\(10 - $0)\n" } }
      .joined()
  }

  private func report(
    replicates: Int = 0, _ definition: String = Self.definition, without topic: String? = nil
  ) async throws -> GroupReport {
    let workspace = try TemporaryWorkspace()
    let task = try workspace.task(definition)
    try workspace.gold(Self.gold(Self.items))
    // `k` has no row.
    try workspace.write(
      "item\tsex\n"
        + Self.items.filter { $0.sex != "none" }.map { "\($0.id)\t\($0.sex)\n" }.joined(),
      to: "tasks/example/groups.tsv")
    let gold = try await Gold(of: task, split: "test")
    var diagnostics = DiagnosticList()
    var options = IntervalOptions()
    options.replicates = replicates
    let question = try GroupQuestion(
      try task.attributeTable(&diagnostics), of: gold,
      GroupRequest(
        tables: [["sex"]], fairness: task.definition.fairness,
        intervals: replicates > 0 ? options : nil))
    let scorer = try Scorer(task, split: "test", gold: gold, groups: question)
    let file = try workspace.write(
      Self.run(Self.items.filter { $0.topic != topic }), to: "run.tsv")
    let result = try await scorer.score(
      InputFile(file), place: nil, options: ReadingOptions(threads: 2))
    return try #require(result.scorecard?.groups)
  }

  /// What the measures say of some items alone, over the topics with something relevant.
  private func alone(_ isMember: (String) -> Bool) async throws -> (values: [Double?], topics: Int)
  {
    let own = Self.items.filter { isMember($0.sex == "none" ? "" : $0.sex) }
    let topics = Set(own.filter { ($0.grade ?? 0) > 0 }.map(\.topic))
    let kept = own.filter { topics.contains($0.topic) }
    let workspace = try TemporaryWorkspace()
    let task = try workspace.task(Self.definition + "\nmissing: worst")
    try workspace.gold(Self.gold(kept))
    let values = try await workspace.values(Self.run(kept), of: task)
    return (task.measures.map { values[$0.description] }, topics.count)
  }

  @Test("are ranked and judged as if there were no others, within each topic")
  func slices() async throws {
    let report = try await report()
    let table = report.tables[0]
    #expect(table.groups.map(\.name) == ["F", "M", "(missing)"])
    for group in table.groups {
      let value = group.name == "(missing)" ? "" : group.name
      let own = try await alone { $0 == value }
      #expect(group.cells.map { $0.value?.number } == own.values, "\(group.name)")
      #expect(group.topics == own.topics)
      let rest = try await alone { $0 != value }
      #expect(group.cells.map { $0.rest?.number } == rest.values, "all but \(group.name)")
    }
    // Judged items; of M also those that are not relevant.
    #expect(table.groups.map(\.units) == [4, 4, 1])
    #expect(table.gaps.joined().allSatisfy { $0.used == 3 && $0.finding?.chance == nil })
  }

  private static let attention = definition.replacing("RR]", with: "RR, AWRF, ARP]")

  @Test("have the mean of a measure between them over the topics, with items that nobody judged")
  func between() async throws {
    let report = try await report(replicates: 200, Self.attention)
    #expect(report.measures.count == 4, "measures between groups stand beneath")
    let between = report.tables[0].between
    #expect(between.map(\.measure.description) == ["AWRF(discount=log2,base=2)", "ARP"])
    // By hand: FMFF(missing) with d of F not retrieved, MFMM, (missing)M.
    let topics = [0.9963082313422033, 0.9999867845091445, 0.990623950506712]
    let value = try #require(between[0].value?.number)
    #expect(abs(value - topics.reduce(0, +) / 3) < 1e-12)
    #expect(between[0].topics == BetweenGroups.Topics(used: 3, total: 3))
    #expect(between[0].responsible.isEmpty && between[0].used == 3)
    let interval = try #require(between[0].interval)
    let (least, most) = (topics.min() ?? 1, topics.max() ?? 0)
    #expect(interval.low > least - 1e-12 && interval.high < most + 1e-12)
    #expect(interval.low < value && value < interval.high)
  }

  @Test("are due what the task says, and nothing where it does not name them")
  func targets() async throws {
    let report = try await report(
      Self.attention.replacing(
        "minimum-size", with: "targets: {sex: {F: 0.5, M: 0.5}}, minimum-size"))
    // By hand, as above.
    let topics = [0.884383269298416, 0.9496214176025304, 0.4382056296876904]
    let value = try #require(report.tables[0].between[0].value?.number)
    #expect(abs(value - topics.reduce(0, +) / 3) < 1e-12)
    #expect(report.notes.contains { $0.contains("leave out (missing)") })
  }

  @Test("have no value between them where a run leaves a topic out")
  func topicLeftOut() async throws {
    let worst = try await report(
      Self.attention + "\nmissing: worst", without: "t3")
    #expect(worst.tables[0].between.allSatisfy { $0.value?.reason == .answersLeftOut })
  }

  @Test("have intervals of resamples of topics, the same for all groups")
  func intervals() async throws {
    let table = try await report(replicates: 300).tables[0]
    let interval = try #require(table.groups[1].cells[1].interval)
    #expect(interval.method == .percentile && interval.low < interval.high)
    #expect(interval.replicates == 300 && interval.undefined == 0)
    // F has something relevant in one topic: nothing tells how much its value would vary.
    #expect(table.groups[0].cells[1].interval == nil)
  }
}
