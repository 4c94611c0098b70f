import Measures
import Scoring
import SharedTasks

let arguments = CommandLine.arguments
let gold = try RankingGold.read(arguments[1])
let clock = ContinuousClock()
let measures = try arguments.dropFirst(3).map { try Measure($0) }
let evaluator = try RankingEvaluator(
  gold: gold.gold, measures: measures, ties: .trec, missing: .zero)
let result = try await evaluator.evaluate(
  arguments[2], options: ReadingOptions(threads: 2, digesting: false))
print(result.diagnostics.rendered())
for (measure, value) in zip(result.measures, result.overall) { print(measure, value) }
