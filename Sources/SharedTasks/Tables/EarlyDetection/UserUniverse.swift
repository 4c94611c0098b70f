/// The users of a split: on whom a submission has to decide.
package struct UserUniverse: Sendable {
  package let users: IdentifierTable
  /// How many writings each user has; nil where no table says it.
  package let writings: [Int32]?
  /// The digest of the table that the users come from.
  package let digest: String

  package var count: Int { users.count }

  /// Reads `items.tsv`: `user`, and `writings` where it is no secret.
  package static func read(
    _ path: String, _ diagnostics: inout DiagnosticList
  ) throws -> UserUniverse {
    var rows = UserRows(universe: nil, labels: nil)
    let table = try TableReader(InputFile(path), into: &rows)
    diagnostics.append(contentsOf: table.diagnostics)
    if rows.users.count == 0, !table.diagnostics.hasErrors {
      diagnostics.report(.emptyFile, file: path, "the table names no user")
    }
    return UserUniverse(users: rows.users, writings: rows.writings, digest: table.digest)
  }
}

extension TableRow {
  /// The user of a row; nil, with the reason among the problems, where there is none to go on with.
  func user(
    _ column: Int, _ bytes: Span<UInt8>, _ users: inout IdentifierTable, isClosed: Bool,
    _ problems: inout LineProblems
  ) -> (position: Int, isNew: Bool)? {
    let (start, end) = fields[column]
    guard start < end else {
      problems.report(
        .emptyValue, line: line, column: self.column(column, in: bytes), "the user is empty",
        hint: "every row needs a user")
      return nil
    }
    guard isClosed else { return users.insert(bytes, start, end) }
    if let position = users.position(of: bytes, start, end) { return (position, false) }
    problems.report(
      .unknownItem, line: line, column: self.column(column, in: bytes),
      "user \(quoted(column, in: bytes)) is not a user of this split", hint: Self.unknownUserHint)
    return nil
  }

  static let unknownUserHint =
    "the users are those of items.tsv; check the split and stray spaces"

  /// The number of writings in a field, 1 or more; nil, with the reason among the problems, where
  /// it is not one.
  func writings(
    _ column: Int, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Int32? {
    let (start, end) = fields[column]
    if let count = wholeNumber(bytes, start, end), count > 0 { return count }
    let isZero = wholeNumber(bytes, start, end) == 0
    let isEmpty = start == end
    problems.report(
      isEmpty ? .emptyValue : isZero ? .outOfRange : .badNumber, line: line,
      column: self.column(column, in: bytes),
      isEmpty
        ? "the number of writings is empty"
        : isZero
          ? "no decision is made on 0 writings"
          : "the number of writings \(quoted(column, in: bytes)) is not a count",
      hint: "it is a count of writings, 1 or more")
    return nil
  }
}

/// The whole number of digits in `bytes[start..<end]`; nil where it is not one, or one that no count
/// of writings reaches.
func wholeNumber(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32? {
  guard start < end, end - start <= 18 else { return nil }
  var number = 0
  for index in start..<end {
    let digit = bytes[index] &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    number = number * 10 + Int(digit)
  }
  return Int32(exactly: number)
}
