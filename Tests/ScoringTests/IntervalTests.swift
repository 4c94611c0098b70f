import Inference
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Intervals of scorecards")
struct IntervalTests {
  static let definition = """
    kind: assessment
    labels: [no, yes]
    positive: [yes]
    splits: [test]
    measures: [AUC, Accuracy, TPR, F1, "nDCG@3", Brier]
    primary: AUC
    """
  static let gold = (0..<24).map { "i\($0)\t\($0 % 3 == 0 ? "yes" : "no")\n" }.joined()
  static let run = (0..<24).map { item in
    let score = Double((item * 7 + (item % 3 == 0 ? 9 : 0)) % 24) / 24
    return "i\(item)\t\(score)\t\(score > 0.5 ? "yes" : "no")\n"
  }.joined()

  private func scored(
    _ change: (inout IntervalOptions) -> Void = { _ in }, gold: String = Self.gold,
    run: String = Self.run, threads: Int = 1, measures: [String]? = nil
  ) async throws -> (card: Scorecard, answer: any AnswerByUnits) {
    let workspace = try TemporaryWorkspace()
    let task = try workspace.task(Self.definition)
    try workspace.gold("item\tlabel\n" + gold)
    let file = try workspace.write("item\tscore\tlabel\n" + run, to: "run.tsv")
    var options = IntervalOptions()
    options.replicates = 400
    change(&options)
    let scorer = try Scorer(
      task, split: "test", gold: try await Gold(of: task, split: "test"),
      measures: try measures?.map { try Measure($0) }, intervals: options)
    let result = try await scorer.score(
      InputFile(file), place: nil, options: ReadingOptions(threads: threads))
    return (try #require(result.scorecard), try #require(result.answer))
  }

  @Test("each measure has the rule that is for it")
  func rules() async throws {
    let card = try await scored().card
    let intervals = try #require(card.intervals)
    #expect(
      intervals.all.map { $0?.method }
        == [.delong, .wilson, .wilson, .percentile, .percentile, .percentile])
    #expect(intervals.all.map { $0?.isApproximate } == [false, false, false, false, true, false])
    for (interval, value) in zip(intervals.all, card.values) {
      let interval = try #require(interval)
      let value = try #require(value.number)
      #expect(interval.low <= value && value <= interval.high && interval.low < interval.high)
    }
    #expect(card.signature.description.contains("|ci:0.95|bs:400|seed:20260101|v:"))
    #expect(card.notes.contains { $0.contains("cut off") && $0.contains("nDCG@3") })
    let percentile = try await scored { $0.rule = .percentile }.card.intervals
    #expect(percentile?.all.allSatisfy { $0?.method == .percentile } == true)
    let bca = try await scored { $0.rule = .bca }.card
    #expect(bca.intervals?.all.allSatisfy { $0?.method == .bca } == true)
    #expect(bca.signature.description.contains("|ci:0.95,bca|"))
  }

  /// Rates: `proportion_confint(method="wilson")` of statsmodels. AUC: the variance of
  /// `delong_roc_variance` of confidenceinterval 1.0.5, 0.0171875, taken to the logit and back.
  @Test("rates have Wilson's intervals, AUC has DeLong's")
  func published() async throws {
    let card = try await scored().card
    let intervals = try #require(card.intervals).all
    let expected = [
      (0.21493299923503062, 0.688435201492622), (0.2789133373121098, 0.6492513464108052),
      (0.13684428582359737, 0.6942576053973728),
    ]
    for (interval, (low, high)) in zip(intervals, expected) {
      let interval = try #require(interval)
      #expect(interval.low.isNear(low, within: 1e-12))
      #expect(interval.high.isNear(high, within: 1e-12))
    }
  }

  @Test("the values on one copy of everything are those of the scorecard, for copies the law holds")
  func copies() async throws {
    let (card, answer) = try await scored()
    let scale = GradeScale(names: ["no", "yes"], grades: [0, 1], positive: [false, true])
    let bound = try card.measures.map { try $0.bound(to: scale) }
    let once = answer.values(of: bound, copies: Array(repeating: 1, count: 24))
    for (value, expected) in zip(once, card.values) {
      #expect(try #require(value).isNear(try #require(expected.number)))
    }
    // Half of the items, each twice, is a gold with these items written twice.
    let copies = (0..<24).map { Int32($0 % 2 * 2) }
    func twice(_ rows: String) -> String {
      rows.split(separator: "\n").enumerated().filter { $0.offset % 2 == 1 }
        .flatMap { ["\($0.element)\n", "x\($0.element)\n"] }.joined()
    }
    let written = try await scored(gold: twice(Self.gold), run: twice(Self.run)).card
    for (value, expected) in zip(answer.values(of: bound, copies: copies), written.values) {
      #expect(try #require(value).isNear(try #require(expected.number)))
    }
  }

  @Test("the number of threads changes nothing, the seed does")
  func threads() async throws {
    let one = try await scored { $0.rule = .bca }.card.intervals
    for threads in [2, 7] {
      let many = try await scored({ $0.rule = .bca }, threads: threads).card.intervals
      #expect(many?.all == one?.all)
    }
    let other = try await scored { ($0.rule, $0.seed) = (.bca, 7) }.card.intervals
    #expect(other?.all != one?.all)
  }

  @Test("replicates without a value are counted and said; strata keep every class")
  func undefined() async throws {
    let gold = "a\tyes\nb\tno\nc\tno\nd\tno\n"
    let run = "a\t0.9\tyes\nb\t0.95\tno\nc\t0.4\tno\nd\t0.3\tyes\n"
    let card = try await scored({ $0.rule = .percentile }, gold: gold, run: run).card
    let area = try #require(card.intervals?.all[0])
    // (3/4)⁴ + (1/4)⁴ of resamples have one class only: 32 %.
    #expect(area.undefined > 80 && area.undefined < 180)
    #expect(card.notes.contains { $0.hasPrefix("AUC is undefined on \(area.undefined) of 400") })
    let stratified = try await scored(
      { ($0.rule, $0.isStratified) = (.percentile, true) }, gold: gold, run: run
    ).card
    #expect(stratified.intervals?.all[0]?.undefined == 0)
    #expect(stratified.signature.description.contains("|strata:label|"))
  }

  @Test("one class and one unit have what intervals there can be, and no replicates gives none")
  func edges() async throws {
    let one = try await scored(gold: "a\tyes\n", run: "a\t0.5\tyes\n").card
    #expect(one.intervals?.all[0] == nil)
    #expect(one.values[0].number == nil)
    let rate = try #require(one.intervals?.all[1])
    #expect(rate.high == 1 && rate.low < 0.5)
    // A bootstrap of one unit would draw it again and again, and be sure of it.
    #expect(one.intervals?.all[3...].allSatisfy { $0 == nil } == true)
    #expect(one.intervals?.replicates == 0)
    #expect(one.notes.contains { $0.hasPrefix("one unit does not tell how values vary") })
    let none = try await scored { $0.replicates = 0 }.card
    #expect(none.intervals == nil)
    #expect(!none.signature.description.contains("ci:"))
  }

  @Test(
    "an interval has a width, or there is none and the reason",
    arguments: IntervalOptions.Rule.allCases)
  func width(_ rule: IntervalOptions.Rule) async throws {
    let gold = "a\tyes\nb\tyes\nc\tno\nd\tno\n"
    let run = "a\t0.9\tyes\nb\t0.8\tyes\nc\t0.4\tno\nd\t0.3\tno\n"
    let card = try await scored({ $0.rule = rule }, gold: gold, run: run).card
    #expect(card.values[0].number == 1)
    #expect(card.intervals?.all[0] == nil)
    #expect(card.notes.contains { $0.contains("have the same value: AUC") })
    for interval in card.intervals?.all.compactMap({ $0 }) ?? [] {
      #expect(interval.low < interval.high)
    }
  }

  @Test("a measure that is biased on resamples has no interval, and the reason")
  func biased() async throws {
    // As calibrated as can be: half of those with 0.5, none of those with 0 and all of those with 1.
    let gold = "a\tyes\nb\tno\nc\tno\nd\tyes\n"
    let run = "a\t0.5\tyes\nb\t0.5\tyes\nc\t0\tno\nd\t1\tyes\n"
    let card = try await scored(gold: gold, run: run, measures: ["ECE", "ECCE", "Brier"]).card
    #expect(card.values[0].number == 0)
    #expect(card.intervals?.all[0] == nil && card.intervals?.all[1] == nil)
    #expect(card.intervals?.all[2] != nil)
    #expect(card.notes.contains { $0.hasPrefix("no interval, as items drawn twice") })
  }

  @Test("says when replicates are too few for the confidence")
  func shortage() async throws {
    #expect(IntervalOptions.shortage(200, confidence: 0.95) == nil)
    #expect(IntervalOptions.shortage(199, confidence: 0.95)?.contains("take 200 or more") == true)
    #expect(IntervalOptions.shortage(999, confidence: 0.99)?.contains("take 1000") == true)
    #expect(IntervalOptions.shortage(0, confidence: 0.95) == nil)
    #expect(
      IntervalOptions.shortage(1000, confidence: 0.999999)?.hasSuffix("up to 1000000 is enough")
        == true)
    let card = try await scored { ($0.rule, $0.replicates) = (.percentile, 50) }.card
    #expect(card.notes.contains { $0.hasPrefix("50 replicates are few") })
  }

  @Test("fewer replicates where they would draw more than a billion units")
  func cost() {
    #expect(IntervalOptions.affordable(10_000, units: 125, measures: 8) == 10_000)
    #expect(IntervalOptions.affordable(10_000, units: 100_000, measures: 1) == 10_000)
    #expect(IntervalOptions.affordable(10_000, units: 100_000, measures: 4) == 2500)
    #expect(IntervalOptions.affordable(10_000, units: 10_000_000, measures: 9) == 200)
    #expect(IntervalOptions.affordable(10_000, units: 1_000_000, measures: 0) == 10_000)
  }
}

@Suite("Intervals over topics and people")
struct IntervalUnitTests {
  @Test("topics are drawn whole: a mean over topics drawn twice counts them twice")
  func topics() async throws {
    let workspace = try TemporaryWorkspace()
    let task = try workspace.task(
      "kind: ranking\nsplits: [test]\nmeasures: [AP, GMAP, NumRel, \"RR\"]\nprimary: AP")
    try workspace.gold(
      "topic\titem\tgrade\n"
        + (0..<9).map { "t\($0)\ta\t\($0 % 2)\nt\($0)\tb\t1\nt\($0)\tc\t0\n" }.joined())
    let run =
      "topic\titem\tscore\n"
      + (0..<9).map { "t\($0)\ta\t\($0 % 4)\nt\($0)\tb\t1.5\nt\($0)\tc\t2.5\n" }.joined()
    let result = try await workspace.score(run, of: task)
    let card = try #require(result.scorecard)
    let answer = try #require(result.answer)
    let table = try #require(card.perUnit)
    let copies: [Int32] = [0, 3, 1, 0, 2, 1, 1, 1, 0]
    let scale = GradeScale(names: ["0", "1"], grades: [0, 1], positive: [false, true])
    let bound = try card.measures.map { try $0.bound(to: scale) }
    let values = answer.values(of: bound, copies: copies)
    let rows = zip(table.values, copies).flatMap { Array(repeating: $0, count: Int($1)) }
    for (index, measure) in bound.enumerated() {
      let expected = UnitMean.of(rows.map { $0[index] }, measure)
      #expect(try #require(values[index]).isNear(try #require(expected.number)))
    }
    #expect(
      answer.values(of: bound, copies: Array(repeating: 0, count: 9)).allSatisfy { $0 == nil })
  }

  @Test("a mean of times has no value where a topic that is drawn has none")
  func times() throws {
    let scale = GradeScale(names: ["0", "1"], grades: [0, 1], positive: [false, true])
    let bound = try [Measure("TTF").bound(to: scale)]
    let rows: [[MeasureValue]] = [
      [.number(10)], [.undefined(.noneFound)], [.undefined(.nothing(.relevant))], [.number(20)],
    ]
    var means = MeansOnCopies(rows, bound)
    var values: [Double?] = [nil]
    for (copies, expected) in [
      ([1, 0, 1, 1], 15), ([1, 1, 1, 1], nil), ([3, 0, 0, 1], 12.5), ([0, 0, 2, 0], nil),
    ] as [([Int32], Double?)] {
      means.evaluate(copies, into: &values)
      #expect(values[0] == expected)
    }
  }
}
