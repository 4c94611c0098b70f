/// What stands in a file before its first row: a byte order mark, metadata, empty lines.
package struct TablePreamble {
  /// `# team: Aurora` becomes `team` → `Aurora`. The first of a key counts.
  package private(set) var metadata: [String: String] = [:]
  /// Lines before the first one that is neither empty nor metadata.
  package private(set) var lines = 0
  /// The first such line, without its end; nil where there is none in the block.
  package private(set) var firstLine: String?
  /// Bytes of the first line, with its end.
  package private(set) var firstLineLength = 0

  package init() {}

  /// Reads the beginning of a file; returns how many bytes stand before the first line.
  package mutating func read(_ head: [UInt8]) -> Int {
    var position = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < head.count {
      let end = head[position...].firstIndex(of: 10) ?? head.count
      var text = head[position..<end]
      if text.last == 13 { text = text.dropLast() }
      if text.first != UInt8(ascii: "#"), !text.allSatisfy({ $0 == 32 || $0 == 9 }) {
        firstLine = String(decoding: text, as: UTF8.self)
        firstLineLength = min(end + 1, head.count) - position
        return position
      }
      if text.first == UInt8(ascii: "#") { readMetadata(text.dropFirst()) }
      lines += 1
      position = min(end + 1, head.count)
    }
    return position
  }

  private mutating func readMetadata(_ bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard metadata.count < 100, let colon = text.firstIndex(of: ":") else { return }
    let key = Self.trimmed(text[..<colon])
    let value = Self.trimmed(text[text.index(after: colon)...])
    if !key.isEmpty, !value.isEmpty, key.utf8.count <= 100, metadata[key] == nil {
      metadata[key] = String(value.prefix(1000))
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}

/// The header row of a table: which column is where.
package struct TableHeader {
  /// More columns than any table has: probabilities of all the labels there may be, and what any
  /// kind needs.
  private static let mostColumns = 1_000

  private let names: [String]
  private let file: String
  private let line: Int
  private let isSecret: Bool
  private var used: Set<Int> = []
  private var missing: [String] = []

  /// - Parameter isSecret: whether the names stay untold; a table without a header begins with a
  ///   row.
  package init(_ text: String, file: String, line: Int, isSecret: Bool = false) {
    names = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    self.file = file
    self.line = line
    self.isSecret = isSecret
  }

  package var count: Int { names.count }

  /// The position of a column; nil where it is not there.
  package mutating func optional(_ name: String) -> Int? {
    guard let position = names.firstIndex(of: name) else { return nil }
    used.insert(position)
    return position
  }

  /// The position of a column that must be there.
  package mutating func required(_ name: String) -> Int? {
    if let position = optional(name) { return position }
    missing.append(name)
    return nil
  }

  /// Columns whose names begin with `prefix`, and the rest of their names.
  package mutating func columns(prefix: String) -> [(position: Int, name: String)] {
    names.enumerated().compactMap { position, name in
      guard name.hasPrefix(prefix), name.utf8.count > prefix.utf8.count else { return nil }
      used.insert(position)
      return (position, String(name.dropFirst(prefix.count)))
    }
  }

  /// Reports what is missing, what stands twice and what nobody asked for.
  package func finish(_ diagnostics: inout DiagnosticList) {
    for name in missing {
      diagnostics.report(
        .missingColumn, file: file, line: line, "there is no column `\(name)`", hint: hint)
    }
    guard names.count <= Self.mostColumns else {
      return diagnostics.report(
        .wrongFieldCount, file: file, line: line,
        "the header has \(names.count) columns; no table has more than \(Self.mostColumns)",
        hint: "columns are apart by one tab each")
    }
    var seen: Set<String> = []
    for (position, name) in names.enumerated() {
      if !seen.insert(name).inserted {
        diagnostics.report(
          .duplicateColumn, file: file, line: line, column: column(position),
          "the column \(Diagnostic.quoted(name)) stands twice", hint: "keep one of them")
      } else if missing.isEmpty, !used.contains(position) {
        diagnostics.report(
          .unknownColumn, file: file, line: line, column: column(position),
          "the column \(Diagnostic.quoted(name)) is not used here")
      }
    }
  }

  private var hint: String {
    if isSecret { return "the first line names the columns, apart by tabs" }
    let found = names.prefix(8).map(Diagnostic.quoted).joined(separator: ", ")
    return names.count == 1 && (names[0].contains(",") || names[0].contains(" "))
      ? "columns are apart by tabs; the header here is one column: \(found)"
      : "the header has \(found)"
  }

  private func column(_ position: Int) -> Int {
    names[..<position].reduce(1) { $0 + $1.unicodeScalars.count + 1 }
  }
}
