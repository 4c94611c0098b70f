import Testing

@testable import SharedTasks

@Suite("A submission of an assessment")
struct AssessmentSubmissionTests {
  let sample: TableSample

  init() throws { sample = try TableSample() }

  @Test("has its columns in any order and its rows in any order")
  func readsColumns() throws {
    let (answers, diagnostics) = try sample.submission(
      "label\titem\tscore\nsevere\tq2\t0.25\nlow\tq1\t-3e-2\n")
    #expect(diagnostics.isEmpty)
    #expect(answers.scores == [-0.03, 0.25])
    #expect(answers.labels == [1, 2])
    #expect(answers.probabilities == nil)
    #expect(answers.answered == nil)
    #expect(answers.fileOrder == [1, 0])
  }

  @Test("may have scores alone, labels alone, or a probability for each label")
  func readsOneKindOfColumn() throws {
    let scores = try sample.submission("item\tscore\nq1\t1\nq2\t2\n")
    #expect(scores.answers.scores == [1, 2] && scores.answers.labels == nil)
    let labels = try sample.submission("item\tlabel\nq1\tnone\nq2\tsevere\n")
    #expect(labels.answers.labels == [0, 2] && labels.answers.scores == nil)
    let columns = try sample.submission(
      "item\tscore:severe\tscore:none\tscore:low\nq1\t0.5\t0.25\t0.25\nq2\t1\t0\t0\n")
    #expect(columns.answers.probabilities == [[0.25, 0], [0.25, 0], [0.5, 1]])
    let areSound = [scores, labels, columns].map(\.diagnostics.isEmpty)
    #expect(areSound == [true, true, true])
  }

  @Test("may leave items out where the task allows it, and then says which")
  func leavesOut() throws {
    let (answers, diagnostics) = try sample.submission(
      "item\tscore\nq2\t0.5\n", requiresAll: false)
    #expect(diagnostics.isEmpty)
    #expect(answers.answered == [false, true])
  }

  @Test("is warned of columns that nobody reads, and is good all the same")
  func warnsOfColumns() throws {
    let (answers, diagnostics) = try sample.submission(
      "item\tnotes\tscore\nq1\tfine\t1\nq2\t\t2\n")
    #expect(diagnostics.places == ["1:6 unknown-column"])
    #expect(!diagnostics.hasErrors && diagnostics.warningCount == 1)
    #expect(answers.scores == [1, 2])
  }

  @Test("is told everything that is wrong with it at once")
  func tellsAll() throws {
    let (_, diagnostics) = try sample.submission(
      """
      # team: Aurora
      item\tscore\tlabel
      q1\t0.5\tsever
      q1\t0.7\tsevere
      q9\t0.1\tnone
      q2\tNaN\tnone
      q3\t0.5x\tlow
      q4\t\t
      \t0.5\tnone
      q5\t0.5

      é😀\t1e999\tlow

      """, items: ["q1", "q2", "q3", "q4", "q5", "q6", "é😀"])
    #expect(
      diagnostics.places == [
        "3:8 unknown-label", "4:1 duplicate-item", "5:1 unknown-item", "6:4 not-finite",
        "7:4 bad-number", "8:4 empty-value", "8:5 empty-value", "9:1 empty-value",
        "10 wrong-field-count", "12:4 not-finite",
      ])
    #expect(diagnostics.diagnostics.first?.hint == "did you mean severe?")
    #expect(Set(diagnostics.diagnostics.map(\.file)) == [sample.path("run.tsv")])
  }

  /// A submission for the items `q1` and `q2`, and all that is wrong with it.
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let text: String
    let places: [String]
    var areProbabilities = false
    var testDescription: String { what }
  }

  @Test("is refused for what is wrong, and for nothing else", arguments: cases)
  func refuses(_ example: Case) throws {
    let (_, diagnostics) = try sample.submission(
      example.text, areProbabilities: example.areProbabilities)
    #expect(diagnostics.places == example.places)
    #expect(diagnostics.hasErrors != example.places.isEmpty)
  }

  static let three = "item\tscore:none\tscore:low\tscore:severe\n"

  static let cases = [
    Case(what: "an empty file", text: "", places: ["empty-file"]),
    Case(what: "only line breaks", text: "\n\r\n\n", places: ["empty-file"]),
    Case(what: "only metadata", text: "# team: Aurora\n", places: ["empty-file"]),
    Case(what: "only a header", text: "item\tscore\n", places: ["empty-file"]),
    Case(
      what: "a missing item", text: "item\tscore\nq2\t0.5\n", places: ["missing-item"]),
    Case(
      what: "an item in other letters, which is unknown and missing",
      text: "item\tscore\nQ1\t1\nq2\t2\n", places: ["2:1 unknown-item", "missing-item"]),
    Case(
      what: "no column of items", text: "id\tscore\nq1\t1\nq2\t2\n",
      places: ["1 missing-column"]),
    Case(
      what: "no column of answers", text: "item\nq1\nq2\n", places: ["missing-column"]),
    Case(
      what: "a column twice", text: "item\tscore\tscore\nq1\t1\t2\nq2\t1\t2\n",
      places: ["1:12 duplicate-column"]),
    Case(
      what: "probabilities without one of the labels",
      text: "item\tscore:none\tscore:low\nq1\t0.5\t0.5\nq2\t1\t0\n", places: ["missing-column"]),
    Case(
      what: "probabilities of a label that is not there",
      text: "item\tscore:none\tscore:low\tscore:severe\tscore:mild\nq1\t0\t0\t1\t0\nq2\t0\t0\t1\t0\n",
      places: ["unknown-label"]),
    Case(
      what: "probabilities that do not sum to 1",
      text: three + "q1\t0.5\t0.5\t0.1\nq2\t0.3\t0.3\t0.399998\n",
      places: ["2 probabilities-do-not-sum", "3 probabilities-do-not-sum"]),
    Case(
      what: "probabilities that sum to 1 but for a rounding",
      text: three + "q1\t0.333333\t0.333333\t0.333333\nq2\t0.3\t0.3\t0.4000009\n", places: []),
    Case(
      what: "a probability below 0 and one above 1", text: three + "q1\t-0.5\t1.5\t0\nq2\t0\t0\t1\n",
      places: ["2:4 score-out-of-range", "2:9 score-out-of-range"]),
    Case(
      what: "scores beyond 0 and 1 where a measure reads probabilities",
      text: "item\tscore\nq1\t1.5\nq2\t-0.1\n",
      places: ["2:4 score-out-of-range", "3:4 score-out-of-range"], areProbabilities: true),
    Case(
      what: "scores beyond 0 and 1 where none does", text: "item\tscore\nq1\t1.5\nq2\t-0.1\n",
      places: []),
    Case(
      what: "scores beyond 0 and 1 beside probabilities",
      text: "item\tscore\tscore:none\tscore:low\tscore:severe\nq1\t9\t0\t0\t1\nq2\t-9\t1\t0\t0\n",
      places: [], areProbabilities: true),
    Case(
      what: "numbers of other countries and hexadecimal ones",
      text: "item\tscore\nq1\t0,5\nq2\t0x10\n", places: ["2:4 bad-number", "3:4 bad-number"]),
    Case(
      what: "infinities", text: "item\tscore\nq1\t-inf\nq2\tInfinity\n",
      places: ["2:4 not-finite", "3:4 not-finite"]),
    Case(
      what: "too many and too few fields", text: "item\tscore\nq1\t1\t2\nq2\n",
      places: ["2 wrong-field-count", "3 wrong-field-count"]),
  ]

  @Test("apart by commas is told to use tabs")
  func hintsAtTabs() throws {
    let (_, diagnostics) = try sample.submission("item,score\nq1,0.5\nq2,0.5\n")
    #expect(diagnostics.places.first == "1 missing-column")
    #expect(diagnostics.diagnostics.first?.hint?.contains("tabs") == true)
    #expect(!diagnostics.places.contains("missing-item"))
  }

  @Test("with ten thousand bad lines keeps the first of them and counts the rest")
  func countsTheRest() throws {
    let rows = (0..<10_000).map { "x\($0)\t1\n" }.joined()
    let (_, diagnostics) = try sample.submission("item\tscore\nq1\t1\nq2\t1\n" + rows)
    #expect(diagnostics.errorCount == 10_000)
    #expect(diagnostics.diagnostics.count == DiagnosticList.defaultLimit)
    #expect(diagnostics.diagnostics.last?.line == 1_003)
    #expect(diagnostics.diagnostics.allSatisfy { !$0.message.isEmpty })
  }
}
