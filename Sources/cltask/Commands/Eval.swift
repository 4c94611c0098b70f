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
        trec_eval's are understood as well (ndcg_cut.10, map, recip_rank …).
        """)

    @Argument(help: "Judgements: TREC qrels, or a table with topic, item and grade.")
    var qrels: String

    @Argument(help: "A TREC run, or a table with topic, item and score; - is standard input.")
    var runFile: String

    @Argument(help: "Measures.")
    var measures: [String] = []

    @Flag(name: [.long, .customShort("q")], help: "Show the values of each topic as well.")
    var perTopic = false

    @Option(help: "table, json, csv, markdown, latex or trec_eval.")
    var format: OutputFormat = .table

    @Option(help: "Order of equal scores: trec, trec9, expected or file.")
    var ties: TieRule = .trec

    @Option(help: "Topics that the run does not have: zero or skip.")
    var missingTopics: MissingTopics = .zero

    @OptionGroup var limits: ReadingLimits

    private static let standard = ["nDCG@10", "AP", "RR", "P@10", "R@1000"]

    func run() async throws {
      let measures = try MeasureList.parse(measures.isEmpty ? Self.standard : measures)
      let gold = try RankingGold.read(qrels, maximumBytes: limits.options().maximumBytes)
      guard !gold.diagnostics.hasErrors else { throw SharedTasksError.invalid(gold.diagnostics) }
      let evaluator = try RankingEvaluator(
        gold: gold.gold, measures: measures, ties: ties, missing: missingTopics)
      // The digest of a large run takes longer than its measures: only JSON shows it.
      let evaluation = try await evaluator.evaluate(
        runFile, options: limits.options(digesting: format == .json))
      guard !evaluation.diagnostics.hasErrors else {
        throw SharedTasksError.invalid(evaluation.diagnostics)
      }
      if !evaluation.diagnostics.isEmpty {
        Terminal.standardError(evaluation.diagnostics.rendered() + "\n")
      }
      let signature = Signature(
        measure: measures[0], ties: ties, missing: missingTopics.rawValue, gold: gold.gold.digest)
      let report = EvaluationReport(
        evaluation, signature: signature, goldDigest: gold.gold.digest, showsTopics: perTopic)
      try Terminal.standardOutput(report.rendered(as: format))
    }
  }
}
