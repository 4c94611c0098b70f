import Measures
import Testing

@testable import SharedTasks

@Suite("A submission of a triage")
struct TriageSubmissionTests {
  let sample: TableSample

  init() throws { sample = try TableSample() }

  static let stages = [
    TriageStage(name: "screen", cost: 1, capacity: 2, tier: 1),
    TriageStage(name: "review", cost: 5, capacity: nil, tier: 1),
    TriageStage(name: "interview", cost: 10, capacity: 1, tier: 2),
  ]

  private func read(
    _ bytes: [UInt8], items: [String] = ["q1", "q2", "q3"], requiresAll: Bool = true,
    stages: [TriageStage] = stages
  ) throws -> (answers: TriageSubmission, diagnostics: DiagnosticList) {
    try sample.folder.write(bytes, to: "run.tsv")
    var diagnostics = DiagnosticList()
    let answers = try TriageSubmission.read(
      InputFile(sample.path("run.tsv")), universe: try sample.universe(items),
      rules: TriageSubmission.Rules(stages: stages, requiresAll: requiresAll), &diagnostics)
    return (answers, diagnostics)
  }

  private func read(
    _ text: String, items: [String] = ["q1", "q2", "q3"], requiresAll: Bool = true
  ) throws -> (answers: TriageSubmission, diagnostics: DiagnosticList) {
    try read(Array(text.utf8), items: items, requiresAll: requiresAll)
  }

  static let header = "item\tstage\tscore\tpass\n"
  static let sound =
    "q3\tinterview\t9\t0\nq1\tscreen\t1\t0\nq3\treview\t2\t1\nq2\treview\t-1e-2\t0\n"
    + "q2\tscreen\t3\t1\nq3\tscreen\t4\t1\n"

  @Test("has its rows in any order, and keeps that of each stage")
  func reads() throws {
    let (answers, diagnostics) = try read(Self.header + Self.sound)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(answers.passed == [0, 1, 2])
    #expect(answers.reached.map(\.items) == [[0, 1, 2], [2, 1], [2]])
    #expect(answers.reached.map(\.scores) == [[1, 3, 4], [2, -0.01], [9]])
  }

  @Test("may leave somebody out where the task allows it, but not in the middle")
  func leavesOut() throws {
    let rows = "q2\tscreen\t1\t0\n"
    #expect(
      try read(Self.header + rows).diagnostics.places == ["missing-item", "missing-item"])
    let (answers, diagnostics) = try read(Self.header + rows, requiresAll: false)
    #expect(diagnostics.isEmpty)
    #expect(answers.passed == [-1, 0, -1])
    #expect(
      try read(Self.header + "q2\tscreen\t1\t1\n", requiresAll: false).diagnostics.places
        == ["2:4 missing-item"])
    #expect(
      try read(Self.header + "q2\treview\t1\t1\n", requiresAll: false).diagnostics.places
        == ["2:4 stage-not-reached", "2:4 missing-item"])
  }

  @Test("is told everything that is wrong with it at once, in the order of the file")
  func tellsAll() throws {
    let (_, diagnostics) = try read(
      """
      # team: Aurora
      pass\titem\tscore\tstage
      1\tq1\t0.5\tscreen
      1\tq2\t0.5\tscreen
      1\tq3\tNaN\tscreen
      0\tq1\t0.5\tscreen
      1\tq1\t0.5x\treview
      yes\tq2\t\treview
      0\tq9\t1\tscren
      0\tq4\t1\tscreen
      1\tq4\t1\treview
      \t\t1\t
      1\tq1\t1\tinterview
      0\tq5\t1\tinterview
      0\t1
      0\tq5\t1\tscreen
      0\tq6\t1\treview
      0\tq7\t1\treview

      """, items: ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"])
    #expect(
      diagnostics.places == [
        "5:6 not-finite", "5:10 over-capacity", "5:10 missing-item", "6:3 duplicate-item",
        "7:6 bad-number", "8:1 bad-decision", "8:8 empty-value", "9:3 unknown-item",
        "9:8 unknown-stage", "11:8 stage-not-reached", "11:8 missing-item", "12:1 empty-value",
        "12:2 empty-value", "12:5 empty-value", "14:8 stage-not-reached", "15 wrong-field-count",
        "17:8 stage-not-reached", "18:8 stage-not-reached", "missing-item", "missing-item",
        "missing-item",
      ], "\(diagnostics)")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let text: String
    let places: [String]
    var testDescription: String { what }
  }

  @Test("is refused for what is wrong, and for nothing else", arguments: cases)
  func refuses(_ example: Case) throws {
    let (_, diagnostics) = try read(example.text)
    #expect(diagnostics.places == example.places, "\(diagnostics)")
  }

  static let cases = [
    Case(what: "an empty file", text: "", places: ["empty-file"]),
    Case(what: "only a header", text: header, places: ["empty-file"]),
    Case(
      what: "no column of passes", text: "item\tstage\tscore\nq1\tscreen\t1\n",
      places: ["1 missing-column"]),
    Case(
      what: "a column that is not used",
      text: header.dropLast() + "\tnote\n"
        + sound.split(separator: "\n").map { $0 + "\tx\n" }.joined(),
      places: ["1:23 unknown-column"]),
    Case(
      what: "a misspelt stage in every row, which is told once a row and no more",
      text: header + "q1\tScreen\t1\t0\nq2\tScreen\t1\t0\nq3\tScreen\t1\t0\n",
      places: ["2:4 unknown-stage", "3:4 unknown-stage", "4:4 unknown-stage"]),
    Case(
      what: "passes written as words",
      text: header + "q1\tscreen\t1\ttrue\nq2\tscreen\t1\t01\nq3\tscreen\t1\t1.0\n",
      places: ["2:13 bad-decision", "3:13 bad-decision", "4:13 bad-decision"]),
    Case(
      what: "one pass too many, at the row that goes beyond",
      text: header + sound.replacing("q1\tscreen\t1\t0", with: "q1\tscreen\t1\t1")
        + "q1\treview\t0\t0\n",
      places: ["7:4 over-capacity"]),
    Case(
      what: "a row of a stage after one that was not passed",
      text: header + sound + "q1\treview\t1\t0\n", places: ["8:4 stage-not-reached"]),
    Case(
      what: "infinities and NUL",
      text: header + "q1\tscreen\t-inf\t0\nq2\tscr\0een\t1\t0\nq3\tscreen\t1e999\t0\n",
      places: ["2:11 not-finite", "3 nul-byte", "4:11 not-finite"]),
  ]

  @Test("of a hundred thousand people is read, and its errors are counted")
  func many() throws {
    let count = 100_000
    let items = (0..<count).map { "i\($0)" }
    let rows = items.map { "\($0)\tscreen\t0.5\t1\n" }.joined()
    let (_, diagnostics) = try read(Self.header + rows, items: items)
    // One over capacity; each has no row in the review.
    #expect(diagnostics.errorCount == count + 1)
    #expect(diagnostics.diagnostics.count == DiagnosticList.defaultLimit)
    #expect(diagnostics.diagnostics.contains { $0.code == .overCapacity })
  }

  @Test("never takes the program down, whatever bytes it holds")
  func hostile() throws {
    var random = RandomNumbers(seed: 7)
    let pieces = [
      "q1", "q2", "screen", "review", "interview", "\t", "\t", "\n", "\n", "1", "0", "-", "e", ".",
      "item", "stage", "score", "pass", "\0", "\u{1F600}", "#", ":", "\r", "NaN",
      "99999999999999999999",
    ]
    for _ in 0..<2_000 {
      let count = Int(random.next() % 60)
      let body = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
      let start = random.next() % 3 == 0 ? "" : Self.header
      let (answers, diagnostics) = try read(start + body.joined())
      #expect(answers.passed.allSatisfy { (-1...3).contains($0) })
      // No text of three to sixty pieces happens to be sound without a row for everybody.
      if !diagnostics.hasErrors { #expect(answers.passed.allSatisfy { $0 >= 0 }) }
    }
  }
}
