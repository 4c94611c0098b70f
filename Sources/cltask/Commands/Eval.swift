import ArgumentParser
import Measures
import Reporting
import Scoring
import SharedTasks

extension CLTask {
  struct Eval: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Evaluate a TREC run against qrels; no task is needed.",
      discussion: """
        Without measures: nDCG@10, AP, RR, P@10 and R@1000. Names are those of ir_measures; \
        trec_eval's are understood as well (ndcg_cut.10, map, recip_rank …). Each value has its \
        interval, but not in trec_eval's format.
        """)

    @Argument(help: "Judgements: TREC qrels, or a table with topic, item and grade.")
    var qrels: String

    @Argument(help: "A TREC run, or a table with topic, item and score; - is standard input.")
    var runFile: String

    @Argument(help: "Measures.")
    var measures: [String] = []

    @Flag(name: [.long, .customShort("q")], help: "Show the values of each topic as well.")
    var perTopic = false

    @Option(help: "How the result is written.")
    var format: OutputFormat = .table

    @Option(help: "The order of items with equal scores.")
    var ties: TieRule = .trec

    enum Missing: String, ExpressibleByArgument, CaseIterable { case zero, skip }

    @Option(help: "Topics that the run does not have: score 0, or leave out of the means.")
    var missingTopics: Missing = .zero

    @OptionGroup var sureness: IntervalFlags
    @OptionGroup var limits: ReadingLimits

    private static let standard = ["nDCG@10", "AP", "RR", "P@10", "R@1000"]

    func run() async throws {
      let measures = try MeasureList(measures.isEmpty ? Self.standard : measures)
        .measuresOfRuns(ties: ties)
      let gold = try RankingGold.read(qrels, maximumBytes: limits.options().maximumBytes)
      guard !gold.diagnostics.hasErrors else { throw SharedTasksError.invalid(gold.diagnostics) }
      let evaluator = try RankingEvaluator(
        gold: gold.gold, measures: measures, ties: ties,
        missing: missingTopics == .zero ? .zero : .skip)
      // The digest of a large run takes longer than its measures: only JSON shows it.
      let options = limits.options(digesting: format == .json)
      var evaluation = try await evaluator.evaluate(
        InputFile(argument: runFile, maximumBytes: options.maximumBytes), options: options)
      guard !evaluation.diagnostics.hasErrors else {
        throw SharedTasksError.invalid(evaluation.diagnostics)
      }
      Failure.show(evaluation.diagnostics)
      var signature = Signature(
        measure: measures[0], ties: ties, missing: missingTopics.rawValue, gold: gold.gold.digest)
      if EvaluationReport.showsIntervals(format, showsTopics: perTopic),
        let intervals = sureness.options()
      {
        evaluation = await evaluator.addingIntervals(
          to: evaluation, options: intervals, threads: options.threads)
        if let found = evaluation.intervals { signature.add(found) }
      }
      let report = EvaluationReport(
        evaluation, signature: signature, goldDigest: gold.gold.digest, showsTopics: perTopic)
      try Terminal.standardOutput(report.rendered(as: format))
    }
  }
}
