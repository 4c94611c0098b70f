internal import Measures
internal import Scoring

/// What the words and marks of a report by groups mean.
struct GroupLegend {
  private let report: GroupReport

  init(_ report: GroupReport) { self.report = report }

  var lines: [String] {
    var lines = [
      "A gap is the greatest value minus the least" + intervals
        + chance
    ]
    if let rates { lines.append(rates) }
    if let names = definitions { lines.append(names) }
    if let between { lines.append(between) }
    if standings.contains(.small) {
      lines.append(
        "*: fewer than \(report.minimumSize) behind it (the denominator of a rate, the smaller class "
          + "of an AUC); shown, and kept out of gaps")
    }
    if report.suppressBelow > 0 {
      lines.append(
        "withheld: fewer than \(report.suppressBelow) behind it, or another that is withheld could be "
          + "computed from it")
    }
    return lines
  }

  /// What there is to know of measures between groups.
  private var between: String? {
    let all = report.tables.flatMap(\.between)
    guard !all.isEmpty else { return nil }
    let draws = all.contains { $0.topics != nil } ? "topics" : "all units"
    let intervals = all.compactMap(\.interval)
    guard !intervals.isEmpty else {
      return "Between groups: one number of all groups that are large enough."
    }
    let isOfRates = intervals.contains { $0.method == .newcombe }
    let isDrawn = intervals.contains { $0.method.isBootstrap }
    let ways =
      (isOfRates ? ["Newcombe's for two rates"] : [])
      + (isDrawn
        ? ["percentiles of a bootstrap of \(draws)" + (isOfRates ? " for the rest" : "")] : [])
    let named = intervals.compactMap(\.comparisons)
    let ofNamed =
      "of the groups named"
      + (named.contains { $0 > 1 } ? ", wide enough for all at once (Bonferroni)" : "")
      + ", and may reach beyond no difference: "
    return "Between groups: one number of all groups that are large enough; "
      + "\(Number.percent(report.confidence)) intervals are "
      + (named.isEmpty ? "" : ofNamed) + ways.joined(separator: ", ") + "."
  }

  private var standings: Set<GroupCell.Standing> {
    Set(
      report.tables.flatMap(\.groups).flatMap { $0.cells + [$0.baseRate].compactMap(\.self) }
        .filter { $0.value?.number != nil }.map(\.standing))
  }

  private var intervals: String {
    let methods = Set(
      report.tables.flatMap(\.gaps).joined().compactMap { $0.finding?.interval?.method })
    var ways: [String] = []
    if methods.contains(.newcombe) { ways.append("Newcombe's for two rates") }
    if methods.contains(.percentile) {
      ways.append("percentiles of a joint bootstrap" + (ways.isEmpty ? "" : " for the rest"))
    }
    guard !ways.isEmpty else { return "." }
    let comparisons = report.tables.flatMap(\.gaps).joined().compactMap {
      $0.finding?.interval?.comparisons
    }
    return "; its \(Number.percent(report.confidence)) interval is of the two groups named"
      + (comparisons.contains { $0 > 1 } ? ", wide enough for all pairs at once (Bonferroni)" : "")
      + ": " + ways.joined(separator: ", ") + "."
  }

  private var chance: String {
    let times = Set(
      report.tables.flatMap(\.gaps).joined().compactMap { $0.finding?.chance?.permutations })
    guard let most = times.max(), let least = times.min() else { return "" }
    return " Noise alone, and p: gaps when units are put into the groups by lot, \(most) times"
      + (least < most ? ", for measures that are no rates \(least) times." : ".")
  }

  /// What the rates are shares of, for readers who do not have their names by heart.
  private var rates: String? {
    let shown = report.measures.indices.filter { place in
      if case .ratio = report.overall[place] { true } else { false }
    }
    let words = shown.map { place in
      let summary = report.measures[place].definition.summary
      let sentence = summary.prefix(1).lowercased() + summary.dropFirst()
      return "\(report.measures[place]): "
        + (sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...])
    }
    return words.isEmpty ? nil : words.joined(separator: "; ") + "."
  }

  /// What the literature calls the gaps of the measures that are shown.
  private var definitions: String? {
    let shown = Set(report.measures.map(\.definition.name))
    var names: [String] = []
    if shown.contains("SelectionRate") {
      names.append("of SelectionRate demographic parity difference")
    }
    if shown.contains("TPR") { names.append("of TPR equal opportunity difference") }
    if shown.isSuperset(of: ["TPR", "FPR"]) {
      names.append("the larger of TPR and FPR equalized odds difference")
    }
    if shown.contains("PPV") { names.append("of PPV predictive parity difference") }
    return names.isEmpty ? nil : "Gaps are called: " + names.joined(separator: "; ") + "."
  }
}
