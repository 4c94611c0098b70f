internal import Scoring

extension AuditPicture {
  /// An audit as it is published.
  init(_ audit: AuditDocument, decimals: Int) {
    let outcome = AuditOutcome(rawValue: audit.outcome)
    self.init(
      rows: audit.subgroups.map { subgroup in
        Row(
          name: audit.name(of: subgroup.where), units: subgroup.n,
          value: subgroup.rate ?? subgroup.mean ?? subgroup.area,
          interval: PictureInterval(subgroup.interval?.low, subgroup.interval?.high),
          p: subgroup.adjusted.holm)
      }, outcome: outcome?.words ?? audit.outcome,
      overall: audit.overall.rate ?? audit.overall.mean ?? audit.overall.area,
      limits: outcome?.kind == .number ? nil : 0...1, decimals: decimals)
  }
}

extension AuditDocument {
  /// `sex=F & age=18-29`, in the order of the attributes.
  func name(of terms: [String: String]) -> String {
    let known = attributes.filter { terms[$0] != nil }
    let others = terms.keys.filter { !known.contains($0) }.sorted()
    return (known + others).map { "\($0)=\(terms[$0] ?? "")" }.joined(separator: " & ")
  }
}
