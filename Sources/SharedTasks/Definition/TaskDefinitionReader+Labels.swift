internal import Measures

/// Labels, and what is said of them: positive, groupings, grades, threshold.
extension TaskDefinitionReader {
  /// A label's position is kept in a byte, and one value of it stands for "no label".
  static let mostLabels = 255
  private static let largestGrade = 1_000_000.0

  /// Nil where no labels are declared, or what was declared cannot be read.
  mutating func readLabels() -> [LocatedText]? {
    guard let node = root["labels"], let values = node.list(#""labels""#, &problems) else {
      return nil
    }
    if values.isEmpty { problems.report(.emptyValue, at: node, #""labels" is an empty list"#) }
    if values.count > Self.mostLabels {
      problems.report(
        .labelLimit, at: values[Self.mostLabels],
        "there are \(values.count) labels, and \(Self.mostLabels) are the most")
      return nil
    }
    let labels = values.compactMap { $0.text(#"an entry of "labels""#, &problems) }
    for label in labels { checkLabel(label) }
    return LocatedYAML.withoutDuplicates(
      labels, in: #""labels""#, code: .duplicateLabel, &problems)
  }

  /// Labels and groupings stand in measure names, as `F1(severe)`, and labels in tables.
  private mutating func checkLabel(_ label: LocatedText) {
    guard let problem = Self.problem(withLabel: label.text) else { return }
    problems.report(
      .badLabel, at: label, "\(Diagnostic.quoted(label.text)) cannot be a label: it \(problem)",
      hint: "a label stands in measure names, as F1(severe), and in tables")
  }

  /// What keeps a label from being used, to be read after "it"; nil if nothing does.
  static func problem(withLabel label: String) -> String? {
    if label.utf8.count > WorkspaceName.longest {
      return "is longer than \(WorkspaceName.longest) bytes"
    }
    if let sign = label.first(where: { ",()@=".contains($0) }) { return "holds \"\(sign)\"" }
    if label.utf8.first == UInt8(ascii: " ") || label.utf8.last == UInt8(ascii: " ") {
      return "begins or ends with a space"
    }
    if PrintableText.hidesSomething(label) {
      return "holds a tab, a line break or an invisible character"
    }
    if ["macro", "micro", "weighted"].contains(label) {
      return "means an average over labels in measure names"
    }
    return nil
  }

  mutating func readPositive(labels: [LocatedText]?) -> [String] {
    guard let node = root["positive"] else { return [] }
    let positive = node.texts(#""positive""#, &problems) ?? []
    return declared(positive, labels: labels, in: #""positive""#).map(\.text)
  }

  mutating func readGroupings(labels: [LocatedText]?) -> [TaskDefinition.Grouping] {
    guard let mapping = root["groupings"]?.mapping(#""groupings""#, &problems) else { return [] }
    return mapping.entries.map { entry in
      checkLabel(entry.key)
      if let label = labels?.first(where: { $0.text == entry.key.text }) {
        problems.report(
          .duplicateLabel, at: entry.key,
          "\(Diagnostic.quoted(entry.key.text)) is a grouping and a label (line \(label.line))",
          hint: "give the grouping a name of its own")
      }
      let name = "the grouping " + Diagnostic.quoted(entry.key.text)
      let members = declared(
        entry.value.texts(name, &problems) ?? [], labels: labels, in: name
      ).map(\.text)
      let inOrder = labels?.map(\.text).filter(members.contains) ?? members
      return TaskDefinition.Grouping(name: entry.key.text, labels: inOrder)
    }
  }

  mutating func readGrades(labels: [LocatedText]?) -> [Double]? {
    guard let mapping = root["grades"]?.mapping(#""grades""#, &problems) else { return nil }
    _ = declared(mapping.entries.map(\.key), labels: labels, in: #""grades""#)
    var grades: [String: Double] = [:]
    for entry in mapping.entries {
      grades[entry.key.text] = entry.value.number(
        "the grade of " + Diagnostic.quoted(entry.key.text),
        in: -Self.largestGrade...Self.largestGrade, &problems)
    }
    let missing = labels?.filter { mapping[$0.text] == nil } ?? []
    if !missing.isEmpty {
      let names = missing.prefix(10).map { Diagnostic.quoted($0.text) }.joined(separator: ", ")
      problems.report(
        .missingGrade, line: mapping.line, column: mapping.column,
        #""grades" leaves out "# + names, hint: "give every label a grade, or leave out the key")
    }
    return labels?.map { grades[$0.text] ?? 0 }
  }

  /// Reports labels among which a decision to alert cannot be right or wrong.
  mutating func checkDecisionLabels(
    _ labels: [LocatedText]?, positive: [String], grades: [Double]?
  ) {
    guard labels != nil || root["labels"] == nil else { return }
    let names = Set(positive)
    let isPositive = (labels ?? []).enumerated().map { level, label in
      names.isEmpty ? (grades?[level] ?? Double(level)) >= 1 : names.contains(label.text)
    }
    guard !isPositive.contains(true) || !isPositive.contains(false) else { return }
    problems.report(
      .missingKey, line: nil, column: nil,
      "a task of kind early-detection needs labels of people at risk and of others",
      hint: "write `labels: [control, risk]` and `positive: [risk]`")
  }

  mutating func readThreshold(labels: [LocatedText]?) -> Double? {
    guard let key = root.key("threshold"), let node = root["threshold"] else { return nil }
    if labels?.count ?? (root["labels"] == nil ? 0 : 2) != 2 {
      problems.report(
        .keyNotAllowed, at: key, #""threshold" needs exactly two labels"#,
        hint: "with more labels, submissions have to give a label themselves")
    }
    let finite = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    return node.number(#""threshold""#, in: finite, &problems)
  }

  /// The names that are declared labels. The others are reported, unless the labels themselves
  /// could not be read.
  mutating func declared(
    _ names: [LocatedText], labels: [LocatedText]?, in place: String
  ) -> [LocatedText] {
    guard let labels = labels?.map(\.text) else {
      if root["labels"] == nil, let first = names.first {
        problems.report(
          .unknownLabel, at: first, "\(place) names labels, but the task declares none",
          hint: "add labels: […]")
      }
      return names
    }
    return names.filter { name in
      if labels.contains(name.text) { return true }
      problems.report(
        .unknownLabel, at: name,
        "\(place) names \(Diagnostic.quoted(name.text)), which is not a label",
        hint: Spelling.nearest(to: name.text, among: labels).map { "did you mean \($0)?" })
      return false
    }
  }
}
