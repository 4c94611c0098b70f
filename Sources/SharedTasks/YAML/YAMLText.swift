/// The bytes of a YAML file as scalars that its parser takes without surprises.
///
/// The parser would stop at a NUL byte as if it were the end, and give places in other units; so
/// encoding and control characters are judged here, before it sees them.
struct YAMLText {
  /// Without a byte order mark.
  private(set) var scalars: [Unicode.Scalar] = []

  /// Nil, with a report, where the bytes are not text that YAML allows.
  init?(_ bytes: some Collection<UInt8>, _ problems: inout YAMLProblems) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    var column = 1
    scalars.reserveCapacity(bytes.count)
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .emptyInput:
        break decoding
      case .error:
        problems.report(
          .badEncoding, line: line, column: column, "the file is not UTF-8",
          hint: "save it as UTF-8")
        return nil
      case .scalarValue("\u{FEFF}") where scalars.isEmpty && column == 1:
        continue
      case .scalarValue(let scalar):
        guard Self.isAllowed(scalar) else {
          Self.report(scalar, line: line, column: column, &problems)
          return nil
        }
        scalars.append(scalar)
        column += 1
        if scalar == "\n" || scalar == "\r" {
          if !(scalar == "\n" && scalars.dropLast().last == "\r") { line += 1 }
          column = 1
        }
      }
    }
  }

  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// What YAML allows in a file (YAML 1.2, 5.1).
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private static func report(
    _ scalar: Unicode.Scalar, line: Int, column: Int, _ problems: inout YAMLProblems
  ) {
    if scalar == "\0" {
      problems.report(
        .nulByte, line: line, column: column, "the file holds a NUL byte",
        hint: "it may be UTF-16 or binary; save it as UTF-8 text")
    } else {
      problems.report(
        .yamlSyntax, line: line, column: column,
        "the control character \(Diagnostic.quoted(String(scalar))) is not allowed in YAML")
    }
  }

  /// Replaces the first letter of the key at a place, which thereby becomes a key of its own.
  ///
  /// Letters of the private use area keep every column as it was. False where no key that can be
  /// changed this way stands there.
  mutating func maskKey(atLine line: Int, column: Int, with number: UInt32) -> Bool {
    guard var index = index(ofLine: line, column: column), index < scalars.count,
      let mask = Unicode.Scalar(0xE000 + number)
    else { return false }
    guard !"[{&*!".unicodeScalars.contains(scalars[index]) else { return false }
    if scalars[index] == "\"" || scalars[index] == "'" {
      index += 1
      guard index < scalars.count, !["\"", "'", "\\"].contains(scalars[index]) else { return false }
    }
    scalars[index] = mask
    return true
  }

  /// Lines as the parser counts them: NEL, LS and PS end one as well.
  private func index(ofLine line: Int, column: Int) -> Int? {
    var current = 1
    var index = 0
    while current < line, index < scalars.count {
      switch scalars[index] {
      case "\r":
        if index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
        current += 1
      case "\n", "\u{85}", "\u{2028}", "\u{2029}":
        current += 1
      default: break
      }
      index += 1
    }
    return current == line && column >= 1 ? index + column - 1 : nil
  }

  /// Where the first alias stands, if there are enough of them to expand beyond all bounds.
  ///
  /// The parser hashes keys, and a key of nested aliases takes exponential time. This looks for
  /// what could be an alias without knowing about quotes; a text with this many words that begin
  /// with `*`, and one with `&`, can do with quoting.
  func placeOfManyAliases(limit: Int = 16) -> (line: Int, column: Int)? {
    var aliases = 0
    var hasAnchor = false
    var first: (line: Int, column: Int)?
    var line = 1
    var column = 1
    var previous: Unicode.Scalar = "\n"
    for (scalar, next) in zip(scalars, scalars.dropFirst()) {
      let begins = " \t\n\r\u{85}\u{2028}\u{2029}[]{},:?-".unicodeScalars.contains(previous)
      if begins, next != " ", next != "\n", next != "\r" {
        if scalar == "*" {
          aliases += 1
          if first == nil { first = (line, column) }
        }
        if scalar == "&" { hasAnchor = true }
      }
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
      previous = scalar
    }
    return aliases > limit && hasAnchor ? first : nil
  }
}
