internal import Inference
internal import Measures
internal import Scoring
internal import SharedTasks

/// What a table of a comparison says of itself: which test, how often, and what the marks mean.
struct ComparisonCaption {
  let comparison: Comparison

  init(_ comparison: Comparison) { self.comparison = comparison }

  private var request: ComparisonRequest { comparison.request }
  private var level: String { Number.shortest(Self.rounded(request.level)) }

  /// What is compared, in one line.
  var title: String {
    let direction = comparison.measure.definition.directionMark.map { " (\($0))" } ?? ""
    return "\(comparison.task), \(comparison.split): \(comparison.measure)\(direction) of "
      + "\(comparison.systems.count) systems, \(comparison.units) \(comparison.kind.units)"
  }

  /// The caption of the table of systems.
  var systems: String { title + ". " + systemsLegend }

  /// What the columns of the table of systems are.
  var systemsLegend: String {
    var text = ""
    text += intervals
    if comparison.systems.contains(where: { $0.ranks != nil }) {
      text += "Ranks: those on \(percent) of the resamples; first: how often a system is first. "
    }
    if comparison.systems.contains(where: { $0.letters != nil }) {
      text += "Systems that share a letter are not told apart. "
    }
    return text.isEmpty ? text : String(text.dropLast())
  }

  /// The caption of the table of pairs.
  var pairs: String {
    var text = "\(test)."
    if let baseline = request.baseline {
      text += " All systems are compared with \(comparison.systems[baseline].name.text)."
    }
    text += " " + correction
    if !marks.isEmpty { text += " " + marks }
    let intervals = comparison.pairs.compactMap(\.interval)
    if intervals.contains(where: { $0.replicates == nil }) {
      text += " Intervals of differences are those of the test."
    } else if !intervals.isEmpty {
      text += " Intervals of differences are percentiles of \(resamples)."
    }
    if comparison.pairs.contains(where: { $0.effect.number != nil }) {
      text += " Effect: the difference in standard deviations of the units' differences."
    }
    if let margin = request.equivalence {
      text += " Equivalent: shown to differ by less than \(Number.shortest(margin)), two one-sided "
      text += "tests."
    }
    if request.wantsPower {
      let power = Number.shortest(ComparisonRequest.power * 100)
      text += " Power: units that find such a difference \(power) times in 100, and the smallest "
      text += "difference that these \(comparison.units) find as often, at p < \(level) without "
      text += "correction."
    }
    return text
  }

  /// How the intervals of systems were made.
  private var intervals: String {
    let methods = Set(comparison.systems.compactMap { $0.interval?.method })
    var ways: [String] = []
    if methods.contains(.formula(.delong)) {
      ways.append("by DeLong's variance on the logit scale")
    }
    if methods.contains(.formula(.wilson)) { ways.append("by Wilson's formula") }
    if methods.contains(.percentile) { ways.append("percentiles of \(resamples)") }
    guard !ways.isEmpty else { return "" }
    return "Intervals of \(percent) are \(ways.joined(separator: ", or ")). "
  }

  private var percent: String { Self.percent(request.confidence) }

  static func percent(_ confidence: Double) -> String {
    Number.shortest(rounded(confidence * 100)) + " %"
  }

  /// Without the rounding errors of 1 − 0.95 and the like.
  private static func rounded(_ number: Double) -> Double { (number * 1e9).rounded() / 1e9 }

  private var resamples: String { "\(comparison.resamples) resamples (seed \(request.seed))" }

  private var test: String {
    let sides: String =
      switch request.alternative {
      case .twoSided: "two-sided"
      case .greater: "one-sided, whether the first is greater"
      case .less: "one-sided, whether the first is less"
      }
    switch request.test {
    case .permutation:
      return "Paired permutation test, \(sides), \(permutations)"
    case .bootstrap: return "Paired bootstrap test, \(sides), \(resamples)"
    case .t: return "Paired t test, \(sides)"
    case .delong: return "DeLong's test, \(sides)"
    case .tukey: return "Randomised Tukey test of all systems together, \(permutations)"
    }
  }

  private var permutations: String {
    let tested = comparison.pairs.filter { $0.p.number != nil }
    return !tested.isEmpty && tested.allSatisfy(\.isExact)
      ? "all permutations" : "\(comparison.permutations) permutations (seed \(request.seed))"
  }

  private var correction: String {
    let tests = "\(comparison.tests) tests"
    guard comparison.tests > 1 else { return "There is one test, so nothing to correct." }
    return switch request.effectiveCorrection {
    case .holm: "Corrected for \(tests) by Holm's method."
    case .benjaminiHochberg: "False discovery rate of \(tests) by Benjamini and Hochberg's method."
    case .benjaminiYekutieli:
      "False discovery rate of \(tests) by Benjamini and Yekutieli's method."
    case .none where request.test == .tukey: "The test itself corrects for all pairs."
    case .none: "Not corrected for \(tests)."
    }
  }

  private var marks: String {
    let most = comparison.pairs.map(\.marks).max() ?? 0
    guard most > 0 else {
      return comparison.tests > 0 ? "No difference is significant (p < \(level))." : ""
    }
    let limits = [1.0, 5, 50].prefix(most).map {
      Number.shortest(Self.rounded(request.level / $0))
    }
    return zip(["*", "**", "***"], limits).map { "\($0) p < \($1)" }.joined(separator: ", ") + "."
  }
}

extension SystemName {
  /// Team and run, or else the file; with the file where others have the same.
  var text: String {
    let name: String
    switch (team, run) {
    case (let team?, let run?): name = "\(team) / \(run)"
    case (nil, let run?): name = run
    case (let team?, nil): return "\(team) / \(file)".printable
    case (nil, nil): return file == "-" ? "standard input" : file.printable
    }
    return (isShared ? "\(name) (\(file))" : name).printable
  }
}
