package import Measures

/// The labels of the people of a split, and the evidence that their posts are.
package struct PrioritizationGold: Sendable {
  package let universe: PostUniverse
  /// The level of each person.
  package let levels: [UInt8]
  /// The probability that a reader stops after a post, for each post.
  package let evidence: [Double]
  /// Of the digests of all tables that the gold consists of.
  package let digest: String

  /// Where the tables are.
  package struct Paths: Sendable {
    package var gold: String
    package var items: String?
    package var posts: String?
    package var evidence: String?

    package init(gold: String, items: String?, posts: String?, evidence: String?) {
      self.gold = gold
      self.items = items
      self.posts = posts
      self.evidence = evidence
    }
  }

  /// Reads the tables of a split.
  ///
  /// The first of items.tsv, posts.tsv and evidence.tsv says which people and posts there are. The
  /// evidence is that of evidence.tsv, else of posts.tsv; a post that is not in it has none. Messages
  /// never name a label and never repeat evidence.
  package static func read(
    _ paths: Paths, scale: GradeScale, _ diagnostics: inout DiagnosticList
  ) throws -> PrioritizationGold {
    guard let last = paths.evidence ?? paths.posts else {
      throw SharedTasksError.missingFile(
        path: "evidence.tsv or posts.tsv beside \(paths.gold)")
    }
    var rows = PostRows()
    var digests: [String] = []
    for path in [paths.items, paths.posts, paths.evidence].compactMap({ $0 }) {
      let digest = try rows.read(
        path, evidence: path == last ? .required : .ignored, isSecret: path != paths.items,
        &diagnostics)
      digests.append(digest)
    }
    let posts = PostUniverse(rows)
    var labels = PersonLabels(people: posts.people, names: scale.names)
    let table = try TableReader(InputFile(paths.gold), into: &labels)
    diagnostics.append(contentsOf: table.diagnostics)
    if !diagnostics.hasErrors { labels.reportMissing(file: paths.gold, &diagnostics) }
    let digest = ([table.digest] + digests).joined(separator: "\n")
    return PrioritizationGold(
      universe: posts, levels: labels.levels.map { UInt8(max($0, 0)) },
      evidence: rows.evidence ?? Array(repeating: 0, count: posts.posts.count),
      digest: Digest.sha256(Array(digest.utf8)))
  }
}

/// The rows of `gold.tsv`: `user`, `label`.
private struct PersonLabels: TableConsumer {
  let people: IdentifierTable
  let names: [String]
  /// −1 where no row has said it.
  private(set) var levels: [Int]
  private var userColumn = 0
  private var labelColumn = 0

  init(people: IdentifierTable, names: [String]) {
    self.people = people
    self.names = names
    levels = Array(repeating: -1, count: people.count)
  }

  var isSecret: Bool { true }

  mutating func begin(_ header: inout TableHeader) {
    userColumn = header.required("user") ?? 0
    labelColumn = header.required("label") ?? 0
  }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    let level = row.goldLevel(labelColumn, among: names, bytes, &problems)
    let (start, end) = row.fields[userColumn]
    let column = row.column(userColumn, in: bytes)
    guard start < end else {
      return problems.report(
        .emptyValue, line: row.line, column: column, "the user is empty",
        hint: "every row needs a user")
    }
    guard let person = people.position(of: bytes, start, end) else {
      return problems.report(
        .unknownItem, line: row.line, column: column,
        "user \(row.quoted(userColumn, in: bytes)) has no post in this split",
        hint: "everybody with a label needs a post in items.tsv or posts.tsv")
    }
    guard levels[person] < 0 else {
      return problems.report(
        .duplicateItem, line: row.line, column: column,
        "user \(row.quoted(userColumn, in: bytes)) stands twice", hint: "keep one row a user")
    }
    if let level { levels[person] = level }
  }

  func reportMissing(file: String, _ diagnostics: inout DiagnosticList) {
    for person in levels.indices where levels[person] < 0 {
      diagnostics.report(
        .missingItem, file: file,
        "user \(Diagnostic.quoted(people.text(person))) has posts and no label")
    }
  }
}
