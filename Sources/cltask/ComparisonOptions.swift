import ArgumentParser
import Inference
import Measures
import Scoring
import SharedTasks

/// What is asked of the tests of a comparison.
struct ComparisonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Compare all others with this submission instead of all pairs.", valueName: "file"))
  var baseline: String?

  @Option(
    help:
      "How p-values are found, by permutation unless said; delong is for AUC, t and tukey for means over units."
  )
  var test: ComparisonRequest.Test?

  @Option(
    help:
      "Whether each is greater or less than the baseline, or than the files after it; without it either."
  )
  var alternative: Alternative?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Test as well whether systems differ by less than this.", valueName: "margin"))
  var equivalence: Double?

  @Option(
    help: "How p-values are corrected for the number of tests; holm, and none for --test tukey.")
  var correction: Correction?

  @Flag(help: "Say how many units would tell the systems apart, and what these can.")
  var power = false

  @Flag(help: "Compare the orders of the systems by several measures instead.")
  var rankings = false

  @Flag(help: "Exit with 1 if a submission is significantly worse than the baseline.")
  var failIfWorse = false

  @OptionGroup var resampling: ResamplingFlags

  func validate() throws {
    if let equivalence, !(equivalence > 0 && equivalence.isFinite) {
      throw ValidationError("--equivalence is a difference greater than 0")
    }
    if rankings {
      let given = [
        ("--baseline", baseline != nil), ("--test", test != nil),
        ("--alternative", alternative != nil), ("--equivalence", equivalence != nil),
        ("--correction", correction != nil), ("--power", power), ("--fail-if-worse", failIfWorse),
        ("--replicates", resampling.replicatesGiven != nil),
      ].filter(\.1).map(\.0)
      guard given.isEmpty else {
        throw ValidationError(
          "--rankings compares measures, not systems, and tests nothing; leave out "
            + given.joined(separator: ", "))
      }
    }
    if test == .tukey, let correction, correction != .none {
      throw ValidationError(
        "--test tukey corrects for all pairs by itself; leave out --correction \(correction.rawValue)"
      )
    }
    if failIfWorse, baseline == nil {
      throw ValidationError(ComparisonError.needsBaseline.description)
    }
  }

  /// The one measure that systems are compared by, or those that bring them into orders.
  ///
  /// Nil for those of the task.
  func measures(_ list: MeasureList, of task: SharedTask) throws -> [Measure]? {
    let measures = try list.measures(of: task)
    guard !rankings else { return measures }
    guard let measures else { return [task.primary] }
    guard measures.count > 1 else { return measures }
    throw UsageError(problems: [
      "compare takes one --measure, since each more is another set of tests; run it once for each, or "
        + "use --rankings to compare the orders that they bring systems into"
    ])
  }

  func request(_ files: ComparedFiles, threads: Int) -> ComparisonRequest {
    var request = ComparisonRequest()
    request.test = test ?? .permutation
    request.alternative = alternative ?? .twoSided
    request.correction = correction ?? .holm
    request.confidence = resampling.confidence
    request.replicates = resampling.replicates
    request.takesMorePermutations = resampling.replicatesGiven == nil
    request.seed = resampling.seed
    request.threads = threads
    request.baseline = files.baseline
    request.equivalence = equivalence
    request.wantsPower = power
    return request
  }
}

extension ComparisonRequest.Test: ExpressibleByArgument {}
extension Alternative: ExpressibleByArgument {}
extension Correction: ExpressibleByArgument {}
