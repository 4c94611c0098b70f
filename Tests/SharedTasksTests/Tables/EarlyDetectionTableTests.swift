import Measures
import Testing

@testable import SharedTasks

@Suite("Tables of early detection")
struct EarlyDetectionTableTests {
  let sample: EarlyDetectionSample

  init() throws { sample = try EarlyDetectionSample() }

  static let header = "user\twritings\tdecision\tscore\n"

  @Test("a gold says who is at risk and how much each wrote")
  func gold() throws {
    let (gold, diagnostics) = try sample.gold(
      "writings\tuser\tlabel\n12\tb\trisk\n3\ta\tcontrol\n", items: "user\twords\na\t5\nb\t6\n")
    #expect(diagnostics.isEmpty)
    #expect(gold.levels == [0, 1])
    #expect(gold.writings == [3, 12])
    #expect(gold.universe.users.text(1) == "b")
  }

  @Test("everything that is wrong with a gold is told, and no label")
  func badGold() throws {
    let (_, diagnostics) = try sample.gold(
      """
      user\tlabel\twritings
      a\trisk\t0
      b\tsecret\t2.5
      a\tcontrol\t4
      x\tcontrol\t\n\trisk\t3
      c\trisk\t99999999999
      d\trisk\t7

      """, items: "user\twritings\na\t4\nb\t4\nc\t4\nd\t8\ne\t1\n")
    #expect(
      diagnostics.places == [
        "2:8 out-of-range", "3:3 unknown-label", "3:10 bad-number", "4:1 duplicate-item",
        "5:1 unknown-item", "5:11 empty-value", "6:1 empty-value", "7:8 bad-number",
        "8:8 out-of-range",
      ])
    let shown = diagnostics.rendered()
    #expect(!shown.contains("secret") && !shown.contains("control") && !shown.contains("risk"))
  }

  @Test("a user of items.tsv without a label is named")
  func missingLabel() throws {
    let (_, diagnostics) = try sample.gold(
      "user\tlabel\twritings\na\trisk\t1\n", items: "user\na\nb\n")
    #expect(diagnostics.places == ["missing-item"])
    #expect(try sample.gold("user\tlabel\twritings\n").diagnostics.places == ["empty-file"])
    #expect(try sample.gold("user\tlabel\n").diagnostics.places == ["1 missing-column"])
    #expect(try sample.universe("user\n").diagnostics.places == ["empty-file"])
    #expect(try sample.universe("user\na\na\n").diagnostics.places == ["3:1 duplicate-item"])
  }

  @Test("rows of users may be mixed; the first alert and the last score count")
  func reads() throws {
    let (answers, diagnostics) = try sample.submission(
      Self.header + "u2\t1\t0\t0.5\nu1\t2\t1\t0.25\nu2\t20\t0\t0.75\nu1\t10\t1\t1e-1\n")
    #expect(diagnostics.isEmpty)
    #expect(answers.delays == [2, 0])
    #expect(answers.scores() == [0.1, 0.75])
    #expect(answers.scores(after: 9) == [0.25, 0.5])
    #expect(answers.history?.last(after: 1, users: 2).isThere == [false, true])
    #expect(answers.fileOrder == [1, 0])
    #expect(answers.answered == nil)
  }

  @Test("a later 0 is warned of, once a user, and ignored")
  func lateDecision() throws {
    let (answers, diagnostics) = try sample.submission(
      Self.header + "u1\t1\t1\t1\nu1\t2\t0\t0\nu1\t3\t0\t0\nu2\t1\t0\t0\n")
    #expect(diagnostics.places == ["3:6 late-decision"])
    #expect(!diagnostics.hasErrors)
    #expect(answers.delays == [1, 0])
  }

  @Test("everything that is wrong is told in one go")
  func faults() throws {
    let (_, diagnostics) = try sample.submission(
      Self.header + """
        u1\t0\t0\t1
        u1\t1.5\t2\tNaN
        u1\t11\t0\tx
        u1\t5\t\t
        u1\t5\t1\t1
        u1\t4\t1\t1
        u9\t-3\tyes\tinf
        \t1\t0\t1
        u1\t6\t0
        u2\t99999999999999999999\t0\t1

        """, users: 4)
    #expect(
      diagnostics.places == [
        "2:4 out-of-range", "3:4 bad-number", "3:8 bad-decision", "3:10 not-finite",
        "4:9 bad-number", "4:4 out-of-range", "5:6 empty-value", "5:7 empty-value",
        "6:1 duplicate-item", "7:4 writings-out-of-order", "8:1 unknown-item", "8:4 bad-number",
        "8:7 bad-decision", "8:11 not-finite", "9:1 empty-value", "10 wrong-field-count",
        "11:4 bad-number",
      ])
  }

  @Test("who has no row is missing, unless rows that cannot be read may be theirs")
  func missing() throws {
    let text = Self.header + "u2\t1\t0\t1\n"
    #expect(
      try sample.submission(text, users: 3).diagnostics.places == ["missing-item", "missing-item"])
    let (answers, diagnostics) = try sample.submission(text, users: 3, requiresAll: false)
    #expect(diagnostics.isEmpty)
    #expect(answers.answered == [false, true, false])
    #expect(answers.fileOrder == [1, 0, 2])
    #expect(
      try sample.submission(text + "u1\t1\n").diagnostics.places == ["3 wrong-field-count"])
  }

  @Test("without a score column there are no scores")
  func noScores() throws {
    let (answers, diagnostics) = try sample.submission(
      "user\twritings\tdecision\nu1\t1\t0\nu2\t2\t1\n")
    #expect(diagnostics.isEmpty)
    #expect(answers.history == nil)
    #expect(answers.delays == [0, 2])
  }

  @Test(
    "what is no table gives a diagnostic",
    arguments: ["", "\n", "user\twritings\n", header, "u1\t1\t0\t1\n", "user\0writings\n"])
  func noTable(_ text: String) throws {
    let (_, diagnostics) = try sample.submission(text)
    #expect(diagnostics.hasErrors)
  }

  @Test("a million rows of one user are read")
  func many() throws {
    let rows = (1...1_000_000).map { "a\t\($0)\t0\t.5\n" }.joined()
    let universe = try sample.universe("user\na\n").universe
    try sample.folder.write(Self.header + rows, to: "many.tsv")
    var diagnostics = DiagnosticList()
    let answers = try EarlyDetectionSubmission.read(
      InputFile(sample.path("many.tsv")), universe: universe, requiresAll: true, &diagnostics)
    #expect(diagnostics.isEmpty)
    #expect(answers.delays == [0])
  }
}
