extension Signature {
  /// Adds, before the version, who belongs to which group, which of them are compared and told, and what
  /// it takes to draw again what was drawn for them.
  ///
  /// Where the scorecard has intervals from resamples, their parts say it already: groups go by the same
  /// replicates and the same seed.
  mutating func add(_ report: GroupReport) {
    let intervals =
      report.tables.flatMap(\.between).compactMap(\.interval)
      + report.tables.flatMap(\.groups).flatMap(\.cells).compactMap(\.interval)
    let findings = report.tables.flatMap(\.gaps).joined().compactMap(\.finding)
    let gaps = findings.compactMap(\.interval)
    let known = Set(parts.map(\.name))
    var added = [
      ("groups", Self.short(report.digest)),
      ("by", report.tables.map(\.comparedAttributes).map(Self.text).joined(separator: ";")),
      ("minimum", "\(report.minimumSize)"),
    ]
    if let fixed = report.tables.first(where: \.isConditional)?.attributes.last {
      added.insert(("given", Self.text([fixed])), at: 2)
    }
    if report.suppressBelow > 0 { added.append(("suppress", "\(report.suppressBelow)")) }
    if !known.contains("ci"), !intervals.isEmpty || !gaps.isEmpty {
      added.append(("ci", "\(report.confidence)"))
    }
    if !known.contains("seed") {
      let resamples =
        intervals.filter(\.method.isBootstrap).map(\.replicates)
        + (gaps.contains { $0.method == .percentile } ? [report.replicates] : [])
      let permutations = findings.compactMap(\.chance?.permutations)
      if let most = resamples.max() { added.append(("bs", "\(most)")) }
      if let most = permutations.max() { added.append(("perm", "\(most)")) }
      if !resamples.isEmpty || !permutations.isEmpty { added.append(("seed", "\(report.seed)")) }
    }
    parts.insert(contentsOf: added, at: parts.count - 1)
  }
}
