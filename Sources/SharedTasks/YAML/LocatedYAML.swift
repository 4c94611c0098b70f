internal import Measures

/// A value of a YAML file and where it stands: the file as its reader sees it.
///
/// Single values stay the text that was written: nothing turns `no` into false or `010` into 8, and
/// whoever needs a number asks for one. What is not as asked for is reported to ``YAMLProblems``
/// and read as nil, so that a reader goes on and finds the next problem.
struct LocatedYAML: Sendable {
  enum Content: Sendable {
    /// `isPlain` says that it stands there without quotes.
    case text(String, isPlain: Bool)
    case list([LocatedYAML])
    case mapping([Entry])
    /// A value that was refused and reported already.
    case refused
  }

  struct Entry: Sendable {
    let key: LocatedText
    let value: LocatedYAML
  }

  let content: Content
  let line: Int
  let column: Int
}

/// Collects what is wrong with one YAML file. Words are only put together where there is room for
/// them: a file of a hundred thousand unknown keys asks for a thousand suggestions.
struct YAMLProblems {
  let file: String
  private(set) var list = DiagnosticList()

  init(file: String) {
    self.file = file
  }

  mutating func report(
    _ code: DiagnosticCode, line: Int?, column: Int?, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String? = nil
  ) {
    list.report(code, file: file, line: line, column: column, message(), hint: hint())
  }

  mutating func report(
    _ code: DiagnosticCode, at place: LocatedYAML, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String? = nil
  ) {
    report(code, line: place.line, column: place.column, message(), hint: hint())
  }

  mutating func report(
    _ code: DiagnosticCode, at place: LocatedText, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String? = nil
  ) {
    report(code, line: place.line, column: place.column, message(), hint: hint())
  }
}

extension LocatedYAML {
  /// The value as one piece of text that is not empty.
  ///
  /// - Parameter name: what messages call the value, as `"title"` or `an entry of "labels"`.
  func text(_ name: String, _ problems: inout YAMLProblems) -> LocatedText? {
    switch content {
    case .text("", _):
      problems.report(.emptyValue, at: self, "\(name) is empty")
      return nil
    case .text(let text, _):
      return LocatedText(text, line: line, column: column)
    case .list, .mapping, .refused:
      refuse(name, "a single value", &problems)
      return nil
    }
  }

  func list(_ name: String, _ problems: inout YAMLProblems) -> [LocatedYAML]? {
    if case .list(let values) = content { return values }
    refuse(name, "a list", &problems, hint: "write [first, second]")
    return nil
  }

  func mapping(_ name: String, _ problems: inout YAMLProblems) -> YAMLMapping? {
    if case .mapping(let entries) = content {
      return YAMLMapping(entries: entries, line: line, column: column)
    }
    refuse(name, "a mapping", &problems, hint: "write {key: value}")
    return nil
  }

  /// A list of texts without duplicates. Entries that are wrong are reported and left out.
  func texts(_ name: String, _ problems: inout YAMLProblems) -> [LocatedText]? {
    guard let values = list(name, &problems) else { return nil }
    if values.isEmpty { problems.report(.emptyValue, at: self, "\(name) is an empty list") }
    let texts = values.compactMap { $0.text("an entry of \(name)", &problems) }
    return Self.withoutDuplicates(texts, in: name, code: .duplicateValue, &problems)
  }

  static func withoutDuplicates(
    _ texts: [LocatedText], in name: String, code: DiagnosticCode, _ problems: inout YAMLProblems
  ) -> [LocatedText] {
    var seen: [String: Int] = [:]
    return texts.filter { entry in
      guard let line = seen.updateValue(entry.line, forKey: entry.text) else { return true }
      problems.report(
        code, at: entry, "\(Diagnostic.quoted(entry.text)) stands in \(name) twice",
        hint: "the first is on line \(line); leave one out")
      return false
    }
  }

  func number(
    _ name: String, in range: ClosedRange<Double>, _ problems: inout YAMLProblems
  ) -> Double? {
    guard let text = text(name, &problems) else { return nil }
    guard let number = DecimalText.double(text.text) else {
      let isNotFinite = DecimalText.namesNonFinite(text.text)
      problems.report(
        isNotFinite ? .notFinite : .badNumber, at: self,
        "\(name) is \(Diagnostic.quoted(text.text)), which is not a "
          + (isNotFinite ? "finite number" : "decimal number"))
      return nil
    }
    guard range.contains(number) else {
      let bounds = (DecimalText.short(range.lowerBound), DecimalText.short(range.upperBound))
      problems.report(
        .outOfRange, at: self, "\(name) must be between \(bounds.0) and \(bounds.1)")
      return nil
    }
    return number
  }

  func wholeNumber(
    _ name: String, in range: ClosedRange<Int>, _ problems: inout YAMLProblems
  ) -> Int? {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    guard let number = number(name, in: bounds, &problems) else { return nil }
    guard let whole = Int(exactly: number) else {
      problems.report(.badNumber, at: self, "\(name) must be a whole number")
      return nil
    }
    return whole
  }

  /// One of the words of an enumeration.
  func choice<Choice>(
    _ name: String, _ problems: inout YAMLProblems
  ) -> Choice? where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
    guard let text = text(name, &problems) else { return nil }
    if let choice = Choice(rawValue: text.text) { return choice }
    Self.report(text, asNoneOf: Choice.allCases.map(\.rawValue), name, &problems)
    return nil
  }

  static func report(
    _ text: LocatedText, asNoneOf words: [String], _ name: String,
    _ problems: inout YAMLProblems
  ) {
    problems.report(
      .unknownValue, at: text,
      "\(name) cannot be \(Diagnostic.quoted(text.text))",
      hint: Spelling.nearest(to: text.text, among: words).map { "did you mean \($0)?" }
        ?? (words.isEmpty ? nil : "it is one of " + words.joined(separator: ", ")))
  }

  private func refuse(
    _ name: String, _ wanted: String, _ problems: inout YAMLProblems, hint: String? = nil
  ) {
    let found =
      switch content {
      case .refused: ""
      case .text: "a single value"
      case .list: "a list"
      case .mapping: "a mapping"
      }
    guard !found.isEmpty else { return }
    problems.report(
      .wrongType, at: self, "\(name) must be \(wanted), but is \(found)", hint: hint)
  }
}
