package import Inference
package import Measures
internal import SharedTasks

/// What stops a comparison: submissions that do not belong together, or a test that the measure
/// cannot have.
package enum ComparisonError: StoppingError {
  case tooFew(Int)
  case sameFile(String, String)
  case differentTasks(String, String, of: String, String)
  case differentSplits(String, String)
  case differentUnits(String, Int, String, Int)
  case differentGold(String, String)
  case notScored(Measure)
  case noMeanOfUnits(Measure, test: String, instead: String)
  case notArea(Measure)
  case noDirection(Measure)
  /// With the only measure that brings systems into an order; nil where none does.
  case tooFewOrders(by: Measure?)
  case noReplicates(test: String)
  case cannotBeWorse
  case needsBaseline
  case tukeyIsTwoSided
  case tukeyWithBaseline
  case oneSidedPairs(Alternative)
  case biasedOnResamples(Measure)
  case untested([(name: SystemName, reason: String)])

  package var exitCode: Int32 { if case .untested = self { 1 } else { 64 } }

  package var description: String {
    switch self {
    case .tooFew(let count):
      "a comparison needs two submissions or more, and there \(count == 1 ? "is" : "are") \(count)"
    case .sameFile(let file, let other):
      (file == other
        ? "\(Diagnostic.quoted(file)) is named twice"
        : "\(Diagnostic.quoted(file)) and \(Diagnostic.quoted(other)) are the same file")
        + "; a submission is not compared with itself"
    case .differentTasks(let file, let task, let other, let otherTask):
      "\(Diagnostic.quoted(file)) is for task \(task) and \(Diagnostic.quoted(other)) for task "
        + "\(otherTask); compare submissions of one task"
    case .differentSplits(let split, let other):
      "the submissions are of the splits \(split) and \(other); name one with --split"
    case .differentUnits(let file, let units, let other, let otherUnits):
      "\(Diagnostic.quoted(file)) has \(units) units and \(Diagnostic.quoted(other)) \(otherUnits); "
        + "only answers to the same units can be compared"
    case .differentGold(let file, let other):
      "\(Diagnostic.quoted(file)) and \(Diagnostic.quoted(other)) were scored with different gold"
    case .notScored(let measure): "the submissions were not scored with \(measure)"
    case .noMeanOfUnits(let measure, let test, let instead):
      "the \(test) test is of values that each unit has, and \(measure) is one of all units "
        + "together; use \(instead)"
    case .notArea(let measure):
      "DeLong's test is of AUC, the area under the whole curve, and not of \(measure); use "
        + "--test permutation or --test bootstrap"
    case .noDirection(let measure):
      "of \(measure) neither more nor less is better, so no system is worse"
    case .tooFewOrders(let measure):
      "--rankings compares the orders by two measures or more, and here "
        + (measure.map { "only \($0)" } ?? "no measure")
        + " brings systems into an order; add a --measure for each of two or more that do"
    case .noReplicates(let test):
      "the \(test) test needs replicates; ask for more than 0"
    case .cannotBeWorse:
      "with that --alternative no test can find a system worse than the baseline; leave it out, or "
        + "turn it round"
    case .needsBaseline:
      "--fail-if-worse needs --baseline, the file that the others must not be worse than"
    case .tukeyIsTwoSided:
      "randomised Tukey takes the largest difference of all systems, which has no direction; leave "
        + "out --alternative"
    case .tukeyWithBaseline:
      "randomised Tukey compares all pairs; leave out --baseline, or use --test permutation"
    case .oneSidedPairs(let alternative):
      "--alternative \(alternative.rawValue) asks for a direction, and of more than "
        + "\(Comparison.mostSystemsInPairs) systems the pairs become a matrix, which shows none; name a "
        + "--baseline, or fewer files"
    case .untested(let systems):
      systems.map { name, reason in
        "nobody knows whether \(Diagnostic.quoted(name.file)) is worse than the baseline: \(reason)"
      }.joined(separator: "; ")
    case .biasedOnResamples(let measure):
      "resamples say nothing of \(measure): \(ScorecardIntervals.biased); use --test permutation"
    }
  }
}
