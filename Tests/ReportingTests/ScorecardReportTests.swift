import Foundation
import Measures
import Scoring
import SharedTasks
import Testing

@testable import Reporting

@Suite("Tables of scorecards")
struct ScorecardReportTests {
  static let approximate =
    "note: approximate intervals, of what is cut off in one list: nDCG@5"

  private static func paragraphs(_ text: String) -> [String] {
    text.components(separatedBy: "\n\n")
  }

  @Test("in Markdown are a caption, the values, notes and the signature")
  func markdown() async throws {
    let cards = try await ScorecardExample.cards(ScorecardExample.labels(submissions: 1))
    let text = try ScorecardReport(cards, showsUnits: false).rendered(as: .markdown)
    let paragraphs = Self.paragraphs(text)
    try #require(paragraphs.count == 4)
    #expect(
      paragraphs[0] == "example, test: t0 / r\\_1, 20 items. 95 % intervals: DeLong on the logit "
        + "scale for AUC; percentile bootstrap over items for the rest.")
    #expect(paragraphs[1].hasPrefix("| measure | value | 95 % interval |  |\n"))
    #expect(paragraphs[1].contains(" ≈ |"))
    #expect(paragraphs[2] == Self.approximate)
    #expect(paragraphs[3] == "`\(cards[0].card.signature)`\n")
    #expect(paragraphs[3].contains("|seed:"))
  }

  @Test("in LaTeX have notes in the caption, and the signature at its end")
  func latex() async throws {
    let cards = try await ScorecardExample.cards(ScorecardExample.labels(submissions: 1))
    let text = try ScorecardReport(cards, showsUnits: false).rendered(as: .latex)
    let caption = try #require(text.components(separatedBy: "\\caption{").last)
    let note = try #require(caption.range(of: "N" + Self.approximate.dropFirst() + "."))
    let signature = try #require(caption.range(of: "\\texttt{AUC"))
    #expect(note.upperBound < signature.lowerBound)
    #expect(text.contains("$\\approx$"))
  }

  @Test("of several submissions say how intervals were made and which way is better")
  func several() async throws {
    let cards = try await ScorecardExample.cards(ScorecardExample.labels(submissions: 3))
    let report = ScorecardReport(cards, showsUnits: false)
    let intervals = "95 % intervals: DeLong on the logit scale for AUC"
    let table = try report.rendered(as: .table)
    #expect(table.contains("\n\n\(intervals)\nBrier: lower is better\n\n"))
    let paragraphs = Self.paragraphs(try report.rendered(as: .markdown))
    #expect(
      paragraphs[0]
        == "example, test: 3 submissions, 20 items. \(intervals). Brier: lower is better.")
    #expect(paragraphs[1].split(separator: "\n").count == 5)
    #expect(paragraphs.last == "`\(cards[0].card.signature)`\n")
    let latex = try report.rendered(as: .latex)
    #expect(latex.contains("for AUC. Brier: lower is better. Note: approximate"))
    #expect(try !report.rendered(as: .csv).contains("lower"))
  }

  @Test("without measures that are better the lower do not speak of a direction")
  func noDirection() async throws {
    let cards = try await ScorecardExample.cards(
      ScorecardExample.labels(submissions: 2), measures: ["AUC"], hasIntervals: false)
    for format in [OutputFormat.table, .markdown, .latex] {
      let text = try ScorecardReport(cards, showsUnits: false).rendered(as: format)
      #expect(!text.contains("better") && !text.contains("interval"))
    }
  }

  @Test("of several tasks are apart, each with its own caption and signature")
  func tasks() async throws {
    let cards =
      try await ScorecardExample.cards(ScorecardExample.labels(submissions: 2))
      + ScorecardExample.cards(ScorecardExample.lists(submissions: 2), id: "lists")
    let report = ScorecardReport(cards, showsUnits: false)
    let markdown = Self.paragraphs(try report.rendered(as: .markdown))
    let captions = markdown.filter { $0.contains(", test: 2 submissions, ") }
    #expect(captions.map { $0.prefix { $0 != "," } } == ["example", "lists"])
    #expect(markdown.count { $0.hasPrefix("`") } == 2)
    #expect(markdown.count { $0.hasPrefix("| submission | ") } == 2)
    #expect(markdown.contains { $0.hasPrefix("| submission | AP | ") })
    let latex = try report.rendered(as: .latex)
    #expect(latex.components(separatedBy: "\\begin{table}").count == 3)
  }

  @Test("of one submission of each of several tasks say what columns do not")
  func oneOfEach() async throws {
    let cards =
      try await ScorecardExample.cards(ScorecardExample.labels(submissions: 1))
      + ScorecardExample.cards(ScorecardExample.lists(submissions: 1), id: "lists")
    let text = try ScorecardReport(cards, showsUnits: false).rendered(as: .table)
    let legend = "95 % intervals: DeLong on the logit scale for AUC\nBrier: lower is better\n"
    #expect(text.contains("\n\n" + legend))
    #expect(text.contains("\nloss_er@1: lower is better\n"))
  }

  @Test("of a triage have a caption each, and say where a capacity has no value")
  func triage() async throws {
    let cards = try await ScorecardExample.cards(
      ScorecardExample.triage(submissions: 1), capacities: "1..3", hasIntervals: false)
    let report = ScorecardReport(cards, showsUnits: false)
    let markdown = try report.rendered(as: .markdown)
    let paragraphs = Self.paragraphs(markdown)
    let tables = paragraphs.indices.filter { paragraphs[$0].hasPrefix("| ") }
    #expect(tables == [1, 3, 5, 7, 9])
    let note = "undefined at 3: needs people whom `interview` did not score"
    #expect(paragraphs[10] == "note: " + note.replacingOccurrences(of: "`", with: "\\`"))
    #expect(paragraphs.last == "`\(cards[0].card.signature)`\n")
    let latex = try report.rendered(as: .latex)
    #expect(latex.components(separatedBy: "\\caption{").count == 6)
    #expect(latex.components(separatedBy: "\\texttt{NetSensitivity").count == 6)
    #expect(latex.components(separatedBy: "Note: undefined at 3").count == 2)
  }

  /// What is not of a measure has no interval, and rows are as long as the header all the same.
  @Test("are as wide as their headers in every format", arguments: [false, true])
  func everyFormat(hasIntervals: Bool) async throws {
    for example in [ScorecardExample.labels, ScorecardExample.triage, ScorecardExample.lists] {
      for count in 1...2 {
        let cards = try await ScorecardExample.cards(
          example(count), hasIntervals: hasIntervals)
        for showsUnits in [false, true] {
          let report = ScorecardReport(cards, showsUnits: showsUnits)
          for format in OutputFormat.allCases { #expect(try !report.rendered(as: format).isEmpty) }
        }
      }
    }
    let triage = try await ScorecardExample.cards(
      ScorecardExample.triage(submissions: 1), hasIntervals: hasIntervals)
    let text = try ScorecardReport(triage, showsUnits: false).rendered(as: .csv)
    #expect(text.contains("\nreached(screen),4,\(hasIntervals ? ",," : "")\n"))
  }

  @Test("of capacities of several submissions say of which a note is")
  func sweeps() async throws {
    let cards = try await ScorecardExample.cards(
      ScorecardExample.triage(submissions: 2), capacities: "1..3", hasIntervals: false)
    let text = try ScorecardReport(cards, showsUnits: false).rendered(as: .markdown)
    #expect(text.contains("note: undefined at 3: "))
    #expect(
      SubmissionNotes.together([["a", "b"], ["b", "c"]], of: ["x", "y"]) == ["x: a", "b", "y: c"])
    #expect(text.contains("TotalCost: lower is better."))
  }

  @Test("of units speak of no intervals, which they do not show")
  func units() async throws {
    let cards = try await ScorecardExample.cards(ScorecardExample.lists(submissions: 1))
    let text = try ScorecardReport(cards, showsUnits: true).rendered(as: .markdown)
    #expect(Self.paragraphs(text)[0].hasSuffix("3 topics. loss\\_er@1: lower is better."))
    let labels = try await ScorecardExample.cards(ScorecardExample.labels(submissions: 1))
    let none = try ScorecardReport(labels, showsUnits: true).rendered(as: .markdown)
    #expect(none.contains("note: these measures are of all items together"))
    #expect(!none.contains("interval"))
  }
}

@Suite("Tables of evaluations")
struct EvaluationReportTests {
  @Test("in documents have caption, notes and signature")
  func documents() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cltask-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func write(_ text: String, to name: String) throws -> String {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      return "\(folder)/\(name)"
    }
    let gold = try write("q1 0 a 1\nq1 0 b 0\nq2 0 a 1\nq2 0 b 0\n", to: "qrels")
    let run = try write("q1 Q0 a 1 2 x\nq1 Q0 b 2 1 x\n", to: "run")
    let measures = try ["AP", "loss_er@1"].map { try Measure($0) }
    let evaluator = try RankingEvaluator(
      gold: RankingGold.read(gold).gold, measures: measures, ties: .trec, missing: .zero)
    let plain = try await evaluator.evaluate(InputFile(run), options: ReadingOptions())
    var options = IntervalOptions()
    options.replicates = 10
    let evaluation = await evaluator.addingIntervals(to: plain, options: options, threads: 1)
    try #require(!evaluation.notes.isEmpty)
    let signature = Signature(measure: measures[0], ties: .trec, gold: "sha256:0123456789")
    func rendered(_ format: OutputFormat, topics: Bool = false) throws -> String {
      try EvaluationReport(
        topics ? plain : evaluation, signature: signature, goldDigest: "", showsTopics: topics
      ).rendered(as: format)
    }
    let markdown = try rendered(.markdown)
    #expect(markdown.hasPrefix("2 topics. 95 % intervals: percentile bootstrap over topics.\n\n|"))
    #expect(markdown.hasSuffix("\n\n`\(signature)`\n"))
    let latex = try rendered(.latex)
    for note in evaluation.notes {
      #expect(markdown.contains("\n\n" + NoteText.markdown(note)))
      #expect(latex.contains(" " + TerminalText.latex(NoteText.sentence(note))))
    }
    let topics = try rendered(.markdown, topics: true)
    #expect(topics.hasPrefix("2 topics. loss\\_er@1: lower is better.\n\n| topic | "))
    #expect(try !rendered(.csv).contains("topics"))
  }
}
