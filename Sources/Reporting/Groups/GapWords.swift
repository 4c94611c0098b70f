internal import Measures
internal import Scoring
internal import SharedTasks

/// How far the groups of a table are apart, in words.
struct GapWords {
  private let report: GroupReport
  private let table: GroupTable

  init(_ report: GroupReport, _ table: GroupTable) {
    self.report = report
    self.table = table
  }

  /// A sentence a measure.
  var gaps: [String] {
    report.measures.indices.map { index in
      let gap = table.gaps[index]
      guard let finding = gap.finding else {
        return "\(gap.measure): no gap, as \(gap.used) of \(gap.total) groups can be compared"
          + leftOut(index)
      }
      func rounded(_ number: Double) -> String { Number.rounded(.number(number), of: gap.measure) }
      var text = "\(gap.measure)"
      if let mark = gap.measure.definition.directionMark { text += " (\(mark))" }
      text += ": \(named(finding.highest, index)) against \(named(finding.lowest, index)); "
      text += "gap \(rounded(finding.difference))"
      if let interval = finding.interval {
        text += " [\(rounded(interval.low)), \(rounded(interval.high))]"
      }
      if let ratio = finding.ratio { text += ", ratio \(Number.fixed(ratio, places: 2))" }
      if let chance = finding.chance {
        text += ", from noise alone \(rounded(chance.expected)), "
        text += "p \(ComparisonGrids.probability(chance.p))"
      }
      text += "; \(gap.used) of \(gap.total) groups used" + leftOut(index)
      if let farthest = finding.farthest, table.groups.count > 2,
        let distance = table.groups[farthest].cells[index].againstRest
      {
        text += "; \(name(farthest)) is farthest from all others together ("
        text += (distance > 0 ? "+" : "") + rounded(distance) + ")"
      }
      return text
    }
  }

  /// What else there is to say of the table.
  var remarks: [String] {
    [impossibility].compactMap(\.self)
      + (table.isDisjoint
        ? []
        : ["Groups share units: whoever has several values is a member of several groups."])
  }

  private func name(_ group: Int) -> String { table.groups[group].name.printable }

  private func named(_ group: Int, _ measure: Int) -> String {
    guard let value = table.groups[group].cells[measure].value else { return name(group) }
    let rounded = Number.rounded(value, of: report.measures[measure])
    guard case .ratio(let numerator, let denominator) = value else {
      return "\(name(group)) \(rounded)"
    }
    return "\(name(group)) \(rounded) (\(numerator) of \(denominator))"
  }

  /// Which groups are not compared, and why.
  private func leftOut(_ measure: Int) -> String {
    var reasons: [(why: String, groups: [String])] = []
    for (index, group) in table.groups.enumerated() {
      let cell = group.cells[measure]
      let why: String? =
        switch cell.standing {
        case .withheld, .withheldForOthers: "withheld"
        case .small: cell.value?.reason?.description ?? "fewer than \(report.minimumSize)"
        case .counted: cell.value?.reason?.description
        }
      guard let why else { continue }
      if let known = reasons.firstIndex(where: { $0.why == why }) {
        reasons[known].groups.append(name(index))
      } else {
        reasons.append((why, [name(index)]))
      }
    }
    guard !reasons.isEmpty else { return "" }
    return " ("
      + reasons.map { reason in
        "\(Self.listed(reason.groups)): \(reason.why)"
      }.joined(separator: ". ") + ")"
  }

  /// The first few names of groups, and how many more there are.
  static func listed(_ names: [String]) -> String {
    names.prefix(5).joined(separator: "; ")
      + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }

  /// What no system can do where base rates differ, said where measures of both sides are shown.
  ///
  /// Chouldechova, "Fair prediction with disparate impact", Big Data 5(2), 2017; Kleinberg,
  /// Mullainathan and Raghavan, "Inherent trade-offs in the fair determination of risk scores",
  /// ITCS 2017.
  private var impossibility: String? {
    let concerned: Set = [
      "TPR", "FPR", "TNR", "FNR", "PPV", "NPV", "P", "R", "ECE", "ECCE", "F1", "NetSensitivity",
      "NetFPR",
    ]
    guard report.measures.contains(where: { concerned.contains($0.definition.name) }) else {
      return nil
    }
    let rates = table.groups.indices.compactMap { group in
      table.groups[group].baseRate?.compared.map { (group, $0) }
    }
    guard let highest = rates.max(by: { $0.1 < $1.1 }), let lowest = rates.min(by: { $0.1 < $1.1 }),
      highest.1 > lowest.1
    else { return nil }
    func percent(_ share: Double) -> String { Number.fixed(share * 100, places: 1) + " %" }
    return "Base rates differ: \(percent(highest.1)) of \(name(highest.0)) are positive, "
      + "\(percent(lowest.1)) of \(name(lowest.0)). Unless its answers are perfect, no system can then "
      + "have the same PPV, FPR and FNR in both groups (Chouldechova 2017), nor be calibrated within "
      + "each and have equal error rates (Kleinberg, Mullainathan and Raghavan 2017): choose which of "
      + "them the task asks for."
  }
}
