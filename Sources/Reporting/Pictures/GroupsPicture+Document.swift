internal import Measures
internal import Scoring

extension GroupsPicture {
  /// One measure of what is published of groups; nil where no group has it.
  ///
  /// - Parameter tables: those that are shown, in their order.
  init?(_ card: ScorecardDocument, measure: String, tables: [String], decimals: Int) {
    let sections = tables.compactMap { table -> Section? in
      let groups = (card.groups?[table] ?? [:]).sorted { $0.key < $1.key }.compactMap {
        name, group in
        group.measures[measure].map { cell in
          Group(
            name: name, units: group.units, value: cell.value,
            interval: PictureInterval(cell.interval?.low, cell.interval?.high),
            isSmall: cell.small == true, isWithheld: cell.withheld != nil)
        }
      }
      return groups.isEmpty ? nil : Section(attribute: table, groups: groups)
    }
    guard !sections.isEmpty else { return nil }
    let definition = (try? Measure(measure))?.definition
    let confidence = tables.lazy.compactMap { table in
      card.groups?[table]?.values.lazy.compactMap { $0.measures[measure]?.interval?.confidence }
        .first
    }.first
    self.init(
      sections: sections, measure: measure,
      isLowerBetter: definition.flatMap {
        switch $0.direction {
        case .lowerIsBetter: true
        case .higherIsBetter: false
        case .neither: nil
        }
      }, overall: card.measures[measure]?.value, confidence: confidence,
      limits: definition?.range, decimals: decimals)
  }
}
