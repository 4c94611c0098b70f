internal import Measures
package import Scoring

/// Values as trec_eval prints them: name, topic and value, apart by tabs, four decimals.
package enum TRECEvalText {
  /// - Parameter name: of the submission, shown as trec_eval's `runid` where there are several.
  static func of(_ card: Scorecard, name: String? = nil, showsUnits: Bool) -> String {
    let units = showsUnits ? card.perUnit : nil
    let runid = name.map { "runid                 \tall\t\($0)\n" } ?? ""
    return lines(units) + runid + summary(card.measures, card.values)
  }

  package static func of(_ evaluation: RankingEvaluation, showsUnits: Bool) -> String {
    lines(showsUnits ? evaluation.unitTable : nil)
      + summary(evaluation.measures, evaluation.overall)
  }

  private static func lines(_ table: UnitTable?) -> String {
    guard let table else { return "" }
    var text = ""
    for (unit, values) in zip(table.units, table.values) {
      for (measure, value) in zip(table.measures, values) {
        text += line(measure, unit.printable, value)
      }
    }
    return text
  }

  private static func summary(_ measures: [Measure], _ values: [MeasureValue]) -> String {
    zip(measures, values).map { line($0, "all", $1) }.joined()
  }

  private static func line(_ measure: Measure, _ topic: String, _ value: MeasureValue) -> String {
    let name = measure.trecEvalName
    let padding = String(repeating: " ", count: max(0, 22 - name.utf8.count))
    let number = value.number.map { Number.plain($0, of: measure) } ?? "nan"
    return "\(name)\(padding)\t\(topic)\t\(number)\n"
  }
}

extension Measure {
  /// trec_eval's name where it has one for just this measure, else ours.
  var trecEvalName: String {
    guard name.arguments.isEmpty, name.prefix == nil, isOfRankedList else { return description }
    let spellings = definition.aliases.filter { $0.parameters.isEmpty }
    if let cutoff = name.cutoff {
      guard cutoff.unit == .plain else { return description }
      let alias = spellings.first { $0.takesCutoff }
      return alias.map { "\($0.spelling)_\(cutoff.value)" } ?? description
    }
    return spellings.first { !$0.takesCutoff && $0.spelling.first?.isLowercase == true }?.spelling
      ?? definition.trecEvalSpelling ?? description
  }
}

extension MeasureDefinition {
  /// trec_eval's own name where it is no lower-case alias.
  fileprivate var trecEvalSpelling: String? {
    switch name {
    case "AP": "map"
    case "IPrec11": "11pt_avg"
    default: nil
    }
  }
}
