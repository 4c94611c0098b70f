package import Measures
internal import Scoring
internal import SharedTasks

/// What the catalogue says of measures, as text.
package enum MeasureReport {
  /// One row a measure: first those of ranked lists, then those of labels and scores.
  package static func list(_ format: OutputFormat) throws -> String {
    if format == .json { return try JSONText.of(MeasureCatalog.all.map(MeasureDocument.init)) }
    let lists = [
      ("ranked lists", MeasureCatalog.ranking),
      ("the reviewer's time", MeasureCatalog.timed),
      ("labels and scores", MeasureCatalog.classification),
      ("people and their posts", MeasureCatalog.prioritization),
      ("stages of a triage", MeasureCatalog.triage),
      ("early detection", MeasureCatalog.earlyDetection),
      ("groups of people", MeasureCatalog.fairness),
    ]
    guard format == .table else {
      var grid = Grid([("measure", .left), ("of", .left), ("what it tells", .left)])
      for (kind, definitions) in lists {
        for definition in definitions {
          grid.append([definition.spelling, kind, definition.summary])
        }
      }
      return grid.rendered(as: format, caption: "Measures of cltask")
    }
    return lists.map { kind, definitions in
      let width = definitions.map(\.spelling.count).max() ?? 0
      let rows = definitions.map { definition in
        let name = definition.spelling
        let summary = TerminalText.wrapped(definition.summary, width: 79, indent: width + 4)
        return "  " + name + String(repeating: " ", count: width + 2 - name.count) + summary + "\n"
      }
      return "Measures of \(kind)\n" + rows.joined()
    }.joined(separator: "\n")
  }

  /// Everything about some measures.
  package static func details(
    _ definitions: [MeasureDefinition], _ format: OutputFormat
  ) throws -> String {
    if format == .json { return try JSONText.of(definitions.map(MeasureDocument.init)) }
    return definitions.map(details).joined(separator: "\n")
  }

  private static func details(_ definition: MeasureDefinition) -> String {
    var text = "\(definition.spelling)\n  \(definition.summary)\n\n"
    func row(_ name: String, _ value: String) {
      let wrapped = TerminalText.wrapped(value, width: 78, indent: 13)
      let space = String(repeating: " ", count: max(1, 11 - name.count))
      text += "  " + name + space + wrapped + "\n"
    }
    row("formula", definition.formula)
    row(
      "range",
      "\(bound(definition.range.lowerBound)) to \(bound(definition.range.upperBound)), "
        + definition.direction.rawValue)
    row("kinds", definition.kindsInWords)
    row("needs", definition.needs.map(\.rawValue).sorted().joined(separator: ", "))
    row("undefined", definition.undefined)
    row("source", definition.source)
    for parameter in definition.allParameters {
      let standard = parameter.defaultText.map { " (default \($0))" } ?? ""
      row(parameter.name + "=", "\(parameter.domain.words): \(parameter.meaning)\(standard)")
    }
    let aliases = definition.aliases.map { $0.takesCutoff ? "\($0.spelling).K" : $0.spelling }
    if !aliases.isEmpty { row("also", aliases.joined(separator: ", ")) }
    for example in definition.examples {
      let value = example.value.map { Number.shortest($0) } ?? "undefined"
      row("example", "\(example.measure) of \(example.input.words) is \(value): \(example.because)")
    }
    row("defined in", definition.sourceFile)
    return text
  }

  private static func bound(_ value: Double) -> String {
    value.isInfinite ? (value < 0 ? "−∞" : "∞") : Number.shortest(value)
  }
}

extension MeasureDefinition {
  /// The kinds of task that can have the measure, and those that cannot have all of it.
  fileprivate var kindsInWords: String {
    let names = kinds.map(\.rawValue).joined(separator: ", ")
    return takesTimes ? names + "; with a time, as @600s, not early-detection" : names
  }

  /// The name with what must or may follow it.
  var spelling: String {
    switch cutoff {
    case .none: name
    case .optionalRank: "\(name)[@k]"
    case .requiredRank: "\(name)@k"
    case .requiredCount: "\(name)@o"
    case .level: "\(name)@r"
    }
  }
}

extension MeasureExample.Input {
  fileprivate var words: String {
    switch self {
    case .ranking(let grades, let leftOut):
      let list = grades.map { $0.map { Number.shortest($0) } ?? "?" }.joined(separator: " ")
      let rest = leftOut.map { Number.shortest($0) }.joined(separator: " ")
      return "grades [\(list)] in rank order" + (rest.isEmpty ? "" : ", left out [\(rest)]")
    case .labels(let gold, let predicted):
      return
        "gold [\(gold.joined(separator: " "))], predicted [\(predicted.joined(separator: " "))]"
    case .scores(let gold, let scores):
      return "gold [\(gold.map(String.init).joined(separator: " "))], scores ["
        + scores.map { Number.shortest($0) }.joined(separator: " ") + "]"
    case .alerts(let gold, let writings):
      return "gold [\(gold.map(String.init).joined(separator: " "))], alerted after ["
        + writings.map { $0.map(String.init) ?? "-" }.joined(separator: " ") + "] writings"
    case .people(let people):
      let list = people.map { person in
        switch person {
        case .found(let words): "at risk, \(Number.shortest(words))"
        case .other(let words): "other, \(Number.shortest(words))"
        }
      }
      return "people and words to read of each [\(list.joined(separator: "; "))]"
    case .probabilities(let gold, let columns):
      let lists = columns.keys.sorted().map { name in
        "\(name): " + (columns[name] ?? []).map { Number.shortest($0) }.joined(separator: " ")
      }
      return
        "gold [\(gold.joined(separator: " "))], probabilities [\(lists.joined(separator: "; "))]"
    case .triage(let needed, let passed):
      return "needed [\(needed.joined(separator: " "))], stages passed ["
        + passed.map(String.init).joined(separator: " ") + "]"
    case .grouped(let gold, let scores, let predicted, let groups):
      let answers =
        predicted.isEmpty
        ? "scores [" + scores.map { Number.shortest($0) }.joined(separator: " ")
        : "predicted [" + predicted.map(String.init).joined(separator: " ")
      return "gold [\(gold.map(String.init).joined(separator: " "))], \(answers)], groups ["
        + groups.joined(separator: " ") + "]"
    }
  }
}

extension TerminalText {
  /// Breaks text at spaces so that lines fit, later lines indented.
  static func wrapped(_ text: String, width: Int, indent: Int) -> String {
    TextWrap.lines(text, width: width - indent)
      .joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
