internal import Measures

/// Measures, and the keys that name one: primary, standing, subject-to.
extension TaskDefinitionReader {
  mutating func readMeasures() -> [LocatedText]? {
    guard let node = root.required("measures", in: Self.whole, &problems) else { return nil }
    guard let texts = measureTexts(node, #""measures""#) else { return nil }
    unchecked += texts.whole
    return LocatedYAML.withoutDuplicates(
      texts.whole + texts.mended, in: #""measures""#, code: .duplicateValue, &problems)
  }

  mutating func readPrimary(measures: [LocatedText]?) -> LocatedText? {
    guard let node = root.required("primary", in: Self.whole, &problems),
      let primary = node.text(#""primary""#, &problems)
    else { return nil }
    guard let names = measures?.map(\.text), !names.contains(primary.text) else { return primary }
    problems.report(
      .primaryNotInMeasures, at: primary,
      "the primary measure \(Diagnostic.quoted(primary.text)) is not among the measures",
      hint: Spelling.nearest(to: primary.text, among: names).map { "did you mean \($0)?" }
        ?? "add it to them")
    return primary
  }

  mutating func readStanding() -> TaskDefinition.Standing {
    guard let text = root["standing"]?.text(#""standing""#, &problems) else { return .shared }
    let prefix = "measure:"
    if text.text.hasPrefix(prefix) {
      let name = LocatedText(
        String(text.text.dropFirst(prefix.count)), line: text.line, column: text.column)
      unchecked.append(name)
      return .measure(name)
    }
    switch text.text {
    case "shared": return .shared
    case "earliest": return .earliest
    case "significance": return .significance
    default:
      LocatedYAML.report(
        text, asNoneOf: ["shared", "earliest", "significance", "measure:NAME"],
        #""standing""#, &problems)
      return .shared
    }
  }

  mutating func readConstraints() -> [TaskDefinition.Constraint] {
    guard let node = root["subject-to"], let texts = measureTexts(node, #""subject-to""#) else {
      return []
    }
    return texts.whole.compactMap { constraint($0) }
  }

  private mutating func constraint(_ text: LocatedText) -> TaskDefinition.Constraint? {
    let bytes = Array(text.text.utf8)
    let place = bytes.firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    if let place, place + 1 < bytes.count {
      let sign = String(decoding: bytes[place...(place + 1)], as: UTF8.self)
      let quantity = Self.trimmed(bytes[..<place])
      let bound = DecimalText.double(Self.trimmed(bytes[(place + 2)...]))
      if let relation = TaskDefinition.Constraint.Relation(rawValue: sign), let bound,
        !quantity.isEmpty
      {
        return TaskDefinition.Constraint(
          quantity: LocatedText(quantity, line: text.line, column: text.column),
          relation: relation, bound: bound)
      }
    }
    problems.report(
      .unknownValue, at: text, "\(Diagnostic.quoted(text.text)) is not a bound on a measure",
      hint: #"write MEASURE <= NUMBER or MEASURE >= NUMBER, as "gap(FNR,race) <= 0.1""#)
    return nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let space = UInt8(ascii: " ")
    let tail = bytes.drop { $0 == space }
    return String(decoding: tail.reversed().drop { $0 == space }.reversed(), as: UTF8.self)
  }

  /// Reports the measures that the definition cannot have, whatever else is wrong with it.
  mutating func checkMeasures(in definition: TaskDefinition?) {
    for measure in unchecked {
      guard let problem = validateMeasure(measure.text, definition) else { continue }
      problems.report(problem.code, at: measure, problem.message, hint: problem.hint)
    }
  }

  /// The entries of a list of measures; `mended` holds those that YAML had cut at a comma, which
  /// are reported and put together again so that nothing else complains of the pieces.
  private mutating func measureTexts(
    _ node: LocatedYAML, _ name: String
  ) -> (whole: [LocatedText], mended: [LocatedText])? {
    guard let values = node.list(name, &problems) else { return nil }
    if values.isEmpty { problems.report(.emptyValue, at: node, "\(name) is an empty list") }
    var whole: [LocatedText] = []
    var mended: [LocatedText] = []
    var index = values.startIndex
    while index < values.endIndex {
      if let cut = Self.cut(values[index...]) {
        let quoted = "\"" + PrintableText.escaped(cut.text, limit: 200) + "\""
        problems.report(
          .unquotedMeasure, at: values[index],
          "YAML cuts this measure at the comma", hint: "put it in quotes: \(quoted)")
        mended.append(
          LocatedText(cut.text, line: values[index].line, column: values[index].column))
        index += cut.count
      } else {
        if let text = values[index].text("an entry of \(name)", &problems) { whole.append(text) }
        index += 1
      }
    }
    return (whole, mended)
  }

  /// The measure that the first of these entries begins and a later one ends, if there is one.
  private static func cut(_ values: ArraySlice<LocatedYAML>) -> (text: String, count: Int)? {
    var pieces: [String] = []
    var open = 0
    for value in values.prefix(16) {
      guard case .text(let text, isPlain: true) = value.content else { return nil }
      pieces.append(text)
      open += text.utf8.count { $0 == UInt8(ascii: "(") }
      open -= text.utf8.count { $0 == UInt8(ascii: ")") }
      if open <= 0 { break }
    }
    guard open == 0, pieces.count > 1 else { return nil }
    return (pieces.joined(separator: ", "), pieces.count)
  }
}
