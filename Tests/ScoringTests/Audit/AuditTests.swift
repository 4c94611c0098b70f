import Inference
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Auditing a submission")
struct AuditTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  static let assessment = """
    kind: assessment
    labels: [no, yes]
    positive: [yes]
    measures: [Accuracy]
    primary: Accuracy
    fairness: {minimum-size: 1}
    """

  /// Audits a submission of the task `example`, whose gold and groups.tsv are written.
  private func audit(
    _ submission: String, of definition: String = assessment, groups: String,
    _ change: (inout AuditRequest) -> Void = { _ in }
  ) async throws -> Audit {
    try workspace.write(groups, to: "tasks/example/groups.tsv")
    let task = try workspace.task(definition)
    let gold = try await Gold(of: task, split: "test")
    var diagnostics = DiagnosticList()
    let table = try task.groups(of: gold, &diagnostics)
    let result = try await workspace.score(submission, of: task, measures: [], wantsCurve: true)
    guard let card = result.scorecard, let answer = result.answer else {
      throw SharedTasksError.invalid(result.diagnostics)
    }
    var request = AuditRequest()
    request.replicates = 50
    change(&request)
    return try await Audit(card, answer, table, rules: task.definition.fairness, request)
  }

  /// The value of each subgroup by its name.
  private func values(_ audit: Audit) -> [String: Double] {
    var values: [String: Double] = [:]
    for cell in audit.cells {
      let name = audit.names(of: cell.subgroup.conjunction).map { "\($0.attribute)=\($0.value)" }
      values[name.joined(separator: " & ")] = cell.subgroup.value
    }
    return values
  }

  static let gold = "item\tlabel\na\tyes\nb\tyes\nc\tyes\nd\tno\ne\tno\nf\tno\n"
  static let groups = "item\tsex\na\tF\nb\tF\nc\tM\nd\tF\ne\tM\nf\tM\n"
  static let submission =
    "item\tscore\tlabel\na\t0.9\tyes\nb\t0.4\tno\nc\t0.4\tyes\nd\t0.4\tyes\ne\t0.2\tno\n"
    + "f\t0.1\tno\n"

  /// The value of all, of women and of men.
  static let expected: [AuditOutcome: [Double]] = [
    .falsePositiveRate: [1.0 / 3, 1, 0],
    .falseNegativeRate: [1.0 / 3, 0.5, 0],
    .selection: [0.5, 2.0 / 3, 1.0 / 3],
    .accuracy: [2.0 / 3, 1.0 / 3, 1],
    // Of women 0.1, 0.6 and −0.4, of men 0.6, −0.2 and −0.1.
    .calibration: [0.1, 0.1, 0.1],
    // Three of one score share the places 2, 3 and 4.
    .rank: [3.5, 7.0 / 3, 14.0 / 3],
    .area: [8.0 / 9, 0.75, 1],
  ]

  @Test("each outcome is what its name says", arguments: Array(expected.keys))
  func outcomes(outcome: AuditOutcome) async throws {
    let expected = try #require(Self.expected[outcome])
    try workspace.gold(Self.gold)
    let found = try await audit(Self.submission, groups: Self.groups) { $0.outcome = outcome }
    #expect(try #require(found.findings.overall).isNear(expected[0]))
    #expect(try #require(values(found)["sex=F"]).isNear(expected[1]))
    #expect(try #require(values(found)["sex=M"]).isNear(expected[2]))
  }

  /// By the default time model an item of 100 words costs 4.4 + 0.64 · 9.6 s where it is relevant and
  /// 4.4 + 0.39 · 9.6 s where not.
  @Test("the time until reached goes by the reviewer's clock, half of the ties before")
  func time() async throws {
    try workspace.gold(
      "item\tlabel\twords\na\tyes\t100\nb\tyes\t100\nc\tyes\t100\nd\tno\t100\ne\tno\t100\n"
        + "f\tno\t100\n")
    let found = try await audit(Self.submission, groups: Self.groups) { $0.outcome = .time }
    let (relevant, other) = (4.4 + 0.64 * 9.6, 4.4 + 0.39 * 9.6)
    let tied = relevant + relevant + (relevant + other) / 2
    #expect(try #require(values(found)["sex=F"]).isNear((relevant + tied) / 2))
    #expect(try #require(values(found)["sex=M"]).isNear(tied))
    #expect(found.findings.counted == 3)
  }

  @Test("one left out counts as the worst, and not at all where there is no worst")
  func leftOut() async throws {
    try workspace.gold(Self.gold)
    let definition = Self.assessment + "\nmissing: worst"
    let short = Self.submission.replacing("c\t0.4\tyes\n", with: "")
      .replacing("f\t0.1\tno\n", with: "")
    let expected: [(AuditOutcome, Double)] = [
      (.falsePositiveRate, 0.5), (.falseNegativeRate, 1), (.selection, 0),
      (.accuracy, 1.0 / 3), (.calibration, -0.2), (.rank, (5.5 + 4 + 5.5) / 3), (.area, 0),
    ]
    for (outcome, men) in expected {
      let found = try await audit(short, of: definition, groups: Self.groups) {
        $0.outcome = outcome
      }
      #expect(try #require(values(found)["sex=M"]).isNear(men), "\(outcome)")
      #expect(found.notes.count == 1)
    }
  }

  @Test("a value that is not there is a value, and a|b is two")
  func values() async throws {
    try workspace.gold(Self.gold)
    let groups = "item\tsex\tlanguage\na\tF\tx|y\nb\t\tx\nc\tM\ty\nd\tF\tx\ne\tM\ty\n"
    let found = try await audit(Self.submission, groups: groups) { $0.outcome = .selection }
    #expect(found.findings.units == 6)
    #expect(values(found)["language=x"] == 2.0 / 3 && values(found)["language=y"] == 2.0 / 3)
    #expect(values(found)["sex=(missing)"] == 0)
    #expect(
      found.notes == ["1 of 6 units have no row in groups.tsv; all of their values are (missing)"])
    // f has neither, and is the only one without a language: one subgroup, the shorter name.
    #expect(values(found)["language=(missing)"] == 0)
    #expect(values(found)["sex=(missing) & language=(missing)"] == nil)
  }

  @Test("attributes are chosen, and one that is not there is refused")
  func attributes() async throws {
    try workspace.gold(Self.gold)
    let groups = "item\tsex\tage\na\tF\t1\nb\tF\t2\nc\tM\t1\nd\tF\t2\ne\tM\t1\nf\tM\t2\n"
    let found = try await audit(Self.submission, groups: groups) { $0.attributes = ["age"] }
    #expect(found.attributes.map(\.name) == ["age"] && found.findings.conjunctions == 2)
    await #expect(throws: GroupError.self) {
      _ = try await audit(Self.submission, groups: groups) { $0.attributes = ["age", "nope"] }
    }
  }

  /// Of six items one is X's: what F and M leave of all.
  @Test("what the task withholds of small groups has no numbers, nor what would give it away")
  func suppression() async throws {
    try workspace.gold(Self.gold)
    let definition = Self.assessment.replacing(
      "minimum-size: 1", with: "minimum-size: 1, suppress-below: 2")
    let groups = "item\tsex\na\tF\nb\tF\nc\tM\nd\tF\ne\tM\nf\tX\n"
    let found = try await audit(Self.submission, of: definition, groups: groups) {
      $0.outcome = .selection
      $0.minimum = 1
    }
    #expect(found.minimum == 2 && values(found).keys.sorted() == ["sex=F"])
    #expect(found.smallCells.count == 1 && found.smallCells[0].units == nil)
    #expect(found.withheldCells.map(\.reason) == [.complementary])
    #expect(found.notes.count == 1 && found.notes[0].contains("suppress-below (2)"))
    let document = AuditDocument(found)
    #expect(document.tooSmall.map(\.where) == [["sex": "X"]])
    #expect(document.tooSmall[0].n == nil && document.tooSmall[0].counted == nil)
    #expect(document.tooSmall[0].rate == nil && document.tooSmall[0].withheld == true)
    #expect(document.withheld?.map(\.where) == [["sex": "M"]])
    #expect(document.subgroups.allSatisfy { $0.where == ["sex": "F"] })
  }

  @Test("one below the minimum that may be told is shown with its value, and not tested")
  func small() async throws {
    try workspace.gold(Self.gold)
    let found = try await audit(Self.submission, groups: Self.groups) {
      $0.outcome = .falseNegativeRate
      $0.minimum = 2
    }
    #expect(values(found).keys.sorted() == ["sex=F"])
    let small = try #require(AuditDocument(found).tooSmall.first)
    #expect(small.where == ["sex": "M"] && small.counted == 1 && small.rate == 0 && small.hits == 0)
    #expect(small.withheld == nil)
  }

  @Test("an outcome that a submission does not have is refused with those that it has")
  func refused() async throws {
    try workspace.gold(Self.gold)
    let scores = "item\tscore\na\t9\nb\t4\nc\t4\nd\t4\ne\t2\nf\t1\n"
    do {
      _ = try await audit(scores, groups: Self.groups)
      Issue.record("it has no labels")
    } catch let error as AuditError {
      #expect(error.description.contains("rank, time, AUC") && error.exitCode == 64)
    }
    await #expect(throws: AuditError.self) {
      _ = try await audit(scores, groups: Self.groups) { $0.outcome = .calibration }
    }
    let labels = "item\tlabel\na\tyes\nb\tno\nc\tno\nd\tno\ne\tno\nf\tno\n"
    await #expect(throws: AuditError.self) {
      _ = try await audit(labels, groups: Self.groups) { $0.outcome = .rank }
    }
  }

  @Test("people of early detection and items of a triage are audited by their decisions")
  func otherKinds() async throws {
    try workspace.gold("user\tlabel\twritings\nu\trisk\t3\nv\trisk\t3\nw\tcontrol\t3\n")
    let early = try await audit(
      "user\twritings\tdecision\tscore\nu\t1\t1\t0.9\nv\t3\t0\t0.2\nw\t3\t0\t0.1\n",
      of: """
        kind: early-detection
        labels: [control, risk]
        positive: [risk]
        measures: [ERDE@5]
        primary: ERDE@5
        fairness: {minimum-size: 1}
        """, groups: "user\tsex\nu\tF\nv\tM\nw\tF\n"
    ) { $0.outcome = .falseNegativeRate }
    #expect(values(early) == ["sex=F": 0, "sex=M": 1])

    try workspace.gold("item\tlabel\na\turgent\nb\turgent\nc\tmonitor\nd\tnone\ne\tnone\n")
    let triage = try await audit(
      TriageScorerTests.run, of: TriageScorerTests.definition + "\nfairness: {minimum-size: 1}",
      groups: "item\tsex\na\tF\nb\tM\nc\tF\nd\tM\ne\tM\n")
    // c passes both stages and needs only to be monitored.
    #expect(values(triage) == ["sex=F": 1, "sex=M": 0])
  }
}
