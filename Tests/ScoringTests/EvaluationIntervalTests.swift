import Foundation
import Inference
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Intervals of a run without a task")
struct EvaluationIntervalTests {
  let workspace: TemporaryWorkspace
  let run: String

  static let topics = 12

  init() throws {
    workspace = try TemporaryWorkspace()
    var gold = "topic\titem\tgrade\n"
    var run = "topic\titem\tscore\n"
    for topic in 0..<Self.topics {
      for item in 0..<6 {
        gold += "t\(topic)\td\(item)\t\((topic * 5 + item * item) % 3)\n"
        run += "t\(topic)\td\(item)\t\((topic * 7 + item * 11) % 13)\n"
      }
    }
    try workspace.gold(gold)
    self.run = try workspace.write(run, to: "run.tsv")
  }

  private func evaluation(
    _ measures: [String], _ options: IntervalOptions, threads: Int = 1
  ) async throws -> RankingEvaluation {
    let gold = try RankingGold.read(workspace.path + "/tasks/example/test/gold.tsv").gold
    let evaluator = try RankingEvaluator(
      gold: gold, measures: measures.map { try Measure($0) }, ties: .trec, missing: .zero)
    let evaluation = try await evaluator.evaluate(InputFile(run), options: ReadingOptions())
    #expect(evaluation.intervals == nil)
    return await evaluator.addingIntervals(to: evaluation, options: options, threads: threads)
  }

  @Test("are the middle of the means of topics drawn anew")
  func definition() async throws {
    var options = IntervalOptions()
    options.replicates = 400
    options.confidence = 0.9
    let found = try await evaluation(["AP", "nDCG@3"], options)
    let resampling = Resampling(units: Self.topics, seed: options.seed, replicates: 400)
    for (column, interval) in (found.intervals?.all ?? []).enumerated() {
      let values = found.perTopic.compactMap { $0[column].number }
      try #require(values.count == Self.topics)
      let means = (0..<400).map { replicate in
        zip(resampling.counts(replicate: replicate), values).reduce(0) { $0 + Double($1.0) * $1.1 }
          / Double(Self.topics)
      }
      let interval = try #require(interval)
      // Of 400 means 20 are to lie below and 20 above, whichever definition of a quantile is taken.
      #expect((19...21).contains(means.count { $0 < interval.low - 1e-12 }))
      #expect((19...21).contains(means.count { $0 > interval.high + 1e-12 }))
      #expect(interval.confidence == 0.9 && interval.replicates == 400)
    }
    #expect(found.intervals?.all.count == 2)
  }

  @Test("are those of the same run in a task", arguments: [IntervalOptions.Rule.auto, .bca])
  func sameAsScore(rule: IntervalOptions.Rule) async throws {
    var options = IntervalOptions()
    options.replicates = 500
    options.rule = rule
    let names = ["AP", "RR", "nDCG@3"]
    let task = try workspace.task("kind: ranking\nmeasures: [AP]\nprimary: AP")
    let scorer = try Scorer(
      task, split: "test", gold: try await Gold(of: task, split: "test"),
      measures: names.map { try Measure($0) }, intervals: options)
    let card = try #require(
      try await scorer.score(InputFile(run), place: nil, options: ReadingOptions()).scorecard)
    let found = try await evaluation(names, options, threads: 3)
    #expect(card.intervals?.all.compactMap(\.self).count == 3)
    #expect(found.intervals?.all == card.intervals?.all)
  }

  @Test("are published with their seed, and read back")
  func published() async throws {
    var options = IntervalOptions()
    options.replicates = 300
    options.seed = 7
    let found = try await evaluation(["AP"], options)
    var signature = Signature(measure: try Measure("AP"), ties: .trec, gold: "sha256:00")
    signature.add(try #require(found.intervals))
    let document = EvaluationDocument(
      found, signature: signature, gold: "sha256:00", perUnit: false)
    let same = try JSONDecoder().decode(
      EvaluationDocument.self, from: JSONEncoder().encode(document))
    #expect(same == document)
    #expect(same.seed == 7)
    #expect(same.measures["AP"]?.interval?.replicates == 300)
    #expect(same.signature.contains("|ci:0.95|bs:300|seed:7|"))
  }
}
