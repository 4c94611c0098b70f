internal import Inference
internal import Measures
internal import Scoring
internal import SharedTasks

/// What the columns hold.
extension ComparisonCaption {
  /// The columns of the table of systems.
  var systemsLegend: String {
    var text = intervals
    if comparison.systems.contains(where: { $0.ranks != nil }) {
      text.append(
        "Ranks: those of \(percent) of the resamples, where equal values share the better one; "
          + "first: the share of resamples on which a system is first, divided among equals. "
          + "Both are of each system alone, and not corrected as p-values are.")
    }
    if comparison.systems.contains(where: { $0.letters?.isEmpty == false }) {
      text.append("Systems that share a letter are not told apart.")
    }
    return text.joined(separator: " ")
  }

  /// How the intervals of systems were made.
  private var intervals: [String] {
    let methods = Set(comparison.systems.compactMap { $0.interval?.method })
    var ways: [String] = []
    if methods.contains(.formula(.delong)) {
      ways.append("by DeLong's variance on the logit scale")
    }
    if methods.contains(.formula(.wilson)) { ways.append("by Wilson's formula") }
    if methods.contains(.percentile) { ways.append("percentiles of \(resamples)") }
    return ways.isEmpty ? [] : ["Intervals of \(percent) are \(ways.joined(separator: ", or "))."]
  }

  /// The columns of the table of pairs.
  var pairColumns: [String] {
    var text: [String] = []
    let intervals = comparison.pairs.compactMap(\.interval)
    if intervals.contains(where: { $0.replicates == nil }) {
      text.append(
        "Intervals of differences are those of the test"
          + (request.alternative == .twoSided ? "." : ", two-sided."))
    } else if !intervals.isEmpty {
      text.append("Intervals of differences are percentiles of \(resamples).")
    }
    if comparison.pairs.contains(where: { $0.effect.number != nil }) {
      text.append("Effect: the difference \(effect).")
    }
    return text
  }

  /// What stands in the matrix, and where the rest is.
  var matrix: String {
    "Systems have their numbers from the table of systems. Differences, intervals and effects of all "
      + "pairs are in the formats csv and json."
  }

  /// What a difference is held against to be a size of effect: elsewhere than in a mean a standard
  /// deviation that makes it comparable.
  private var effect: String {
    comparison.isMeanOfUnits
      ? "in standard deviations of the \(comparison.kind.unitsPossessive) differences (Cohen's d_z)"
      : "over √\(comparison.units) times its standard error on the resamples"
  }

  /// The caption of the table of equivalence; nil where that was not asked.
  var equivalence: String? {
    guard let margin = request.equivalence.map(Number.shortest) else { return nil }
    let way =
      comparison.isMeanOfUnits
      ? "the larger p-value of two one-sided t tests"
      : "the larger share of the resamples on which one system is better by that or more"
    return "Equivalent: shown to differ by less than \(margin), p < \(level)"
      + (comparison.isEquivalenceCorrected ? " after correction" : "") + ". p of differing: \(way)."
      + (comparison.isEquivalenceCorrected && !comparison.isCorrected
        ? " " + Self.correction(request.correction, of: comparison.equivalenceTests) : "")
  }

  /// The caption of the table of power; nil where that was not asked.
  var power: String? {
    guard request.wantsPower else { return nil }
    let power = Number.shortest(ComparisonRequest.power * 100)
    let sides = request.alternative == .twoSided ? "two-sided" : "one-sided"
    return
      "Power: \(comparison.kind.units) with which such a difference is found \(power) times in "
      + "100, and the smallest difference that \(comparison.kind.counted(comparison.units)) "
      + "\(comparison.units == 1 ? "finds" : "find") as often, by a \(sides) paired t test at "
      + "p < \(level) without correction"
      + (comparison.isMeanOfUnits
        ? "."
        : ", with √\(comparison.units) times the standard error on the resamples as standard "
          + "deviation.")
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
