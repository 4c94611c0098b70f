/// The name of a measure as people write it, taken apart: `[prefix/]Name(param=value,…)@cutoff`.
///
/// The grammar is that of ir_measures. Parsing knows no measure: what a name, a parameter or a
/// cutoff means is the catalogue's business.
public struct MeasureName: Hashable, Sendable {
  /// What the measure is applied to, as in `posts/nDCG@5`.
  public var prefix: String?
  public var base: String
  /// The arguments in the order written; a positional one has an empty name.
  public var arguments: [Argument]
  public var cutoff: Cutoff?

  public struct Argument: Hashable, Sendable {
    public var name: String
    public var value: String
  }

  /// What follows `@`: a rank, a recall level, or a time on the reviewer's clock.
  public struct Cutoff: Hashable, Sendable, CustomStringConvertible {
    public enum Unit: Hashable, Sendable { case plain, seconds }
    public var value: ExactDecimal
    public var unit: Unit

    public var description: String { "\(value)\(unit == .seconds ? "s" : "")" }
  }

  public init(
    prefix: String? = nil, base: String, arguments: [Argument] = [], cutoff: Cutoff? = nil
  ) {
    self.prefix = prefix
    self.base = base
    self.arguments = arguments
    self.cutoff = cutoff
  }

  /// Parses a name.
  ///
  /// Throws ``MeasureNameError`` where the text is not of the grammar.
  public init(parsing text: String) throws(MeasureNameError) {
    var rest = text[...]
    while let first = rest.first, first == " " { rest.removeFirst() }
    while let last = rest.last, last == " " { rest.removeLast() }
    guard !rest.isEmpty else {
      throw MeasureNameError("the name of a measure is empty", hint: Self.grammar)
    }

    if let at = rest.lastIndex(of: "@"), !rest[at...].contains(")") {
      cutoff = try Self.cutoff(rest[rest.index(after: at)...], in: text)
      rest = rest[..<at]
    }
    if rest.last == ")" {
      guard let open = rest.firstIndex(of: "(") else { throw Self.unbalanced(text) }
      let inside = rest[rest.index(after: open)..<rest.index(before: rest.endIndex)]
      guard !inside.contains("("), !inside.contains(")") else { throw Self.unbalanced(text) }
      arguments = try Self.arguments(inside, in: text)
      rest = rest[..<open]
    } else {
      guard !rest.contains("("), !rest.contains(")") else { throw Self.unbalanced(text) }
      arguments = []
    }
    if let slash = rest.firstIndex(of: "/") {
      prefix = String(rest[..<slash])
      rest = rest[rest.index(after: slash)...]
    }
    guard !rest.isEmpty, rest.allSatisfy(Self.isNameCharacter) else {
      throw MeasureNameError("`\(text)` is not the name of a measure", hint: Self.grammar)
    }
    base = String(rest)
  }

  private static let grammar = "write a name as in `nDCG(gain=exp2)@10` or `F1(macro)`"

  private static func isNameCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
  }

  private static func cutoff(
    _ written: Substring, in text: String
  ) throws(MeasureNameError) -> Cutoff {
    let unit: Cutoff.Unit = written.last == "s" ? .seconds : .plain
    let digits = unit == .seconds ? written.dropLast() : written
    guard let value = ExactDecimal(digits), value.significand >= 0 else {
      if let limit = ExactDecimal.limit(brokenBy: digits) {
        throw MeasureNameError(
          "`\(text)` has a cutoff that cannot be read", hint: "write a number \(limit)")
      }
      throw MeasureNameError(
        "`\(text)` has a cutoff that is not a number",
        hint: "write a rank as in `@10`, a recall level as in `@0.8`, or a time as in `@600s`")
    }
    return Cutoff(value: value, unit: unit)
  }

  private static func arguments(
    _ inside: Substring, in text: String
  ) throws(MeasureNameError) -> [Argument] {
    guard !inside.allSatisfy({ $0 == " " }) else { return [] }
    var arguments: [Argument] = []
    for part in inside.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = unquoted(sides[sides.count - 1])
      let name = sides.count == 2 ? String(trimmed(sides[0])) : ""
      guard !value.isEmpty, sides.count == 1 || !name.isEmpty else {
        throw MeasureNameError("`\(text)` has an empty parameter", hint: Self.grammar)
      }
      arguments.append(Argument(name: name, value: value))
    }
    return arguments
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The value without the quotes that Python users put around words.
  private static func unquoted(_ text: Substring) -> String {
    let value = trimmed(text)
    if value.count >= 2, let quote = value.first, quote == "'" || quote == "\"",
      value.last == quote
    {
      return String(value.dropFirst().dropLast())
    }
    return String(value)
  }

  private static func unbalanced(_ text: String) -> MeasureNameError {
    MeasureNameError(
      "`\(text)` has parentheses that do not match",
      hint: "a measure with a comma must be quoted: \"nDCG(gain=exp2,discount=jk)@10\"")
  }
}

extension MeasureName: CustomStringConvertible {
  /// The one spelling of the name: no spaces, arguments as given here.
  public var description: String {
    var text = prefix.map { $0 + "/" } ?? ""
    text += base
    if !arguments.isEmpty {
      let list = arguments.map { $0.name.isEmpty ? $0.value : "\($0.name)=\($0.value)" }
      text += "(" + list.joined(separator: ",") + ")"
    }
    if let cutoff { text += "@\(cutoff)" }
    return text
  }
}

/// What is wrong with the name of a measure, and what to write instead.
public struct MeasureNameError: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  public let hint: String?

  package init(_ message: String, hint: String? = nil) {
    // Whoever wrote a name of a thousand characters knows it by its beginning.
    let isLong = message.utf8.count > 400
    self.message = isLong ? "\(message.prefix(150)) … \(message.suffix(150))" : message
    self.hint = hint
  }

  public var description: String { hint.map { "\(message); \($0)" } ?? message }
}
