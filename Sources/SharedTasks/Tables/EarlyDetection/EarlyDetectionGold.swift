package import Measures

/// Who of the users of a split is at risk, and how much each of them wrote.
package struct EarlyDetectionGold: Sendable {
  /// With the writings of each user.
  package let universe: UserUniverse
  /// The level of each user.
  package let levels: [UInt8]
  /// Writings of each user, 1 or more.
  package let writings: [Int32]
  package let digest: String

  /// Reads `gold.tsv`; without a universe its users are the universe.
  ///
  /// Messages never name a label: they may be shown to people who must not know the gold.
  package static func read(
    _ path: String, universe: UserUniverse?, scale: GradeScale, _ diagnostics: inout DiagnosticList
  ) throws -> EarlyDetectionGold {
    var rows = UserRows(universe: universe, labels: scale.names)
    let table = try TableReader(InputFile(path), into: &rows)
    diagnostics.append(contentsOf: table.diagnostics)
    if !table.diagnostics.hasErrors {
      for user in rows.levels.indices where rows.levels[user] < 0 {
        diagnostics.report(
          .missingItem, file: path,
          "user \(Diagnostic.quoted(rows.users.text(user))) of items.tsv has no label")
      }
      if rows.users.count == 0 {
        diagnostics.report(.emptyFile, file: path, "the gold labels no user")
      }
    }
    let writings = rows.writings ?? Array(repeating: 1, count: rows.users.count)
    return EarlyDetectionGold(
      universe: UserUniverse(
        users: rows.users, writings: writings, digest: universe?.digest ?? table.digest),
      levels: rows.levels.map { UInt8(max($0, 0)) }, writings: writings, digest: table.digest)
  }
}

/// The rows of `items.tsv` (`user`, and perhaps `writings`) and `gold.tsv` (`user label writings`).
struct UserRows: TableConsumer {
  private let isClosed: Bool
  private let labels: [String]?
  /// What items.tsv says of the number of writings.
  private let announced: [Int32]?
  private(set) var users: IdentifierTable
  /// The level of each user; −1 where no row has said it.
  private(set) var levels: [Int]
  private(set) var writings: [Int32]?
  private var userColumn = 0
  private var labelColumn: Int?
  private var writingsColumn: Int?

  /// - Parameters:
  ///   - universe: the users that there are; nil where this table names them.
  ///   - labels: those of the task, in a gold; nil in `items.tsv`.
  init(universe: UserUniverse?, labels: [String]?) {
    isClosed = universe != nil
    self.labels = labels
    announced = universe?.writings
    users = universe?.users ?? IdentifierTable()
    levels = Array(repeating: -1, count: users.count)
  }

  var isSecret: Bool { labels != nil }

  mutating func begin(_ header: inout TableHeader) {
    userColumn = header.required("user") ?? 0
    if labels != nil { labelColumn = header.required("label") }
    writingsColumn = labels != nil ? header.required("writings") : header.optional("writings")
    // Other kinds read words; here they may stand in the same file.
    _ = header.optional("words")
    if writingsColumn != nil { writings = Array(repeating: 1, count: users.count) }
  }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    let found = row.user(userColumn, bytes, &users, isClosed: isClosed, &problems)
    let level = labels.flatMap { labels in
      labelColumn.flatMap { row.goldLevel($0, among: labels, bytes, &problems) }
    }
    let count = writingsColumn.flatMap { row.writings($0, bytes, &problems) }
    guard let (user, isNew) = found else { return }
    if isNew {
      levels.append(-1)
      writings?.append(1)
    }
    guard labels == nil ? isNew : levels[user] < 0 else {
      problems.report(
        .duplicateItem, line: row.line, column: row.column(userColumn, in: bytes),
        "user \(row.quoted(userColumn, in: bytes)) stands twice", hint: "keep one row a user")
      return
    }
    if labels != nil { levels[user] = level ?? 0 }
    guard let count, let column = writingsColumn else { return }
    writings?[user] = count
    if let announced, announced[user] != count {
      problems.report(
        .outOfRange, line: row.line, column: row.column(column, in: bytes),
        "user \(row.quoted(userColumn, in: bytes)) has another number of writings in items.tsv",
        hint: "the column may stand in gold.tsv alone")
    }
  }
}
