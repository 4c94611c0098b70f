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
    table.gaps.indices.flatMap { measure in
      table.gaps[measure].map { sentence(on: $0, measure) } + [mean(measure)].compactMap(\.self)
    }
  }

  /// What is known of one gap.
  ///
  /// - Parameter index: the position of its measure.
  private func sentence(on gap: Gap, _ index: Int) -> String {
    let place = gap.level.map { " where \(fixed) is \($0.printable)" } ?? ""
    guard let finding = gap.finding else {
      return "\(gap.measure)\(place): no gap, as \(gap.used) of \(gap.total) groups can be compared"
        + leftOut(index, gap)
    }
    func rounded(_ number: Double) -> String { Number.rounded(.number(number), of: gap.measure) }
    var text = "\(gap.measure)\(place)"
    if let mark = gap.measure.definition.directionMark { text += " (\(mark))" }
    text += ": \(named(finding.highest, index)) against \(named(finding.lowest, index)); "
    text += "gap \(rounded(finding.difference))"
    if let interval = finding.interval {
      text += " [\(rounded(interval.low)), \(rounded(interval.high))]"
    }
    if let ratio = finding.ratio { text += ", ratio \(Number.fixed(ratio, places: 2))" }
    if let chance = finding.chance {
      text += ", from noise alone \(rounded(chance.expected)), "
      text += "p \(Number.probability(chance.p))"
    }
    text += "; \(gap.used) of \(gap.total) groups used" + leftOut(index, gap)
    if let farthest = finding.farthest, table.groups.count > 2,
      let distance = table.groups[farthest].cells[index].againstRest
    {
      text += "; \(name(farthest)) is farthest from all others together ("
      text += (distance > 0 ? "+" : "") + rounded(distance) + ")"
    }
    return text
  }

  /// The mean of the gaps where an attribute is held fixed; nil where none is.
  private func mean(_ measure: Int) -> String? {
    table.meanGap(of: measure).map { mean in
      "\(report.measures[measure]) given \(fixed): mean gap "
        + Number.rounded(.number(mean), of: report.measures[measure])
        + ", weighted by the units with each value"
    }
  }

  /// The attribute that is held fixed.
  private var fixed: String { table.attributes.last?.printable ?? "" }

  /// What else there is to say of the table.
  var remarks: [String] {
    [impossibility].compactMap(\.self)
      + (table.isDisjoint
        ? []
        : ["Groups share units: whoever has several values is a member of several groups."])
  }

  private func fullName(_ group: Int) -> String { table.groups[group].name.printable }

  /// Without the value that is held fixed, which the groups of a gap share.
  private func name(_ group: Int) -> String {
    let values = table.groups[group].values
    return (table.isConditional ? values.dropLast() : values[...]).joined(separator: ", ").printable
  }

  private func named(_ group: Int, _ measure: Int) -> String {
    guard let value = table.groups[group].cells[measure].value else { return name(group) }
    let rounded = Number.rounded(value, of: report.measures[measure])
    guard case .ratio(let numerator, let denominator) = value else {
      return "\(name(group)) \(rounded)"
    }
    return "\(name(group)) \(rounded) (\(numerator) of \(denominator))"
  }

  /// Which groups are not compared, and why.
  private func leftOut(_ measure: Int, _ gap: Gap) -> String {
    var reasons: [(why: String, groups: [String])] = []
    for (index, group) in table.groups.enumerated()
    where gap.level == nil || group.values.last == gap.level {
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
    // Groups are compared with those that have the same value of what is held fixed.
    let compared = Dictionary(grouping: rates) { group, _ in
      table.isConditional ? table.groups[group].values.last : nil
    }
    let spreads = compared.values.compactMap { rates in
      rates.max { $0.1 < $1.1 }.flatMap { highest in
        rates.min { $0.1 < $1.1 }.map { (highest: highest, lowest: $0) }
      }
    }
    // Of equal spreads the one of the first groups, whatever the order of the dictionary.
    let widest = spreads.max {
      ($0.highest.1 - $0.lowest.1, $1.highest.0) < ($1.highest.1 - $1.lowest.1, $0.highest.0)
    }
    guard let (highest, lowest) = widest, highest.1 > lowest.1 else { return nil }
    func percent(_ share: Double) -> String { Number.fixed(share * 100, places: 1) + " %" }
    return "Base rates differ: \(percent(highest.1)) of \(fullName(highest.0)) are positive, "
      + "\(percent(lowest.1)) of \(fullName(lowest.0)). Unless its answers are perfect, no system can then "
      + "have the same PPV, FPR and FNR in both groups (Chouldechova 2017), nor be calibrated within "
      + "each and have equal error rates (Kleinberg, Mullainathan and Raghavan 2017): choose which of "
      + "them the task asks for."
  }
}
