package import Measures

/// The labels of the people of a split, and the evidence that their posts are.
package struct PrioritizationGold: Sendable {
  package let people: IdentifierTable
  /// The level of each person.
  package let levels: [UInt8]
  /// How many posts there are.
  package let posts: Int
  /// Posts without a number of words.
  package let withoutWords: Int
  /// Of the digests of all tables that the gold consists of.
  package let digest: String
  private let storage: Storage

  /// Where what is known of the posts is.
  private enum Storage: Sendable {
    case memory(PostColumns)
    case files(GroupedPosts, Paths)
  }

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

    /// The tables of posts, the one that says which there are first, the one with the evidence last.
    fileprivate var ofPosts: [String] { [items, posts, evidence].compactMap { $0 } }
  }

  /// Tables of posts of more bytes than these stay on the disk, if they can be read person by person.
  package static let largestInMemory = 16 << 20

  /// Reads the tables of a split.
  ///
  /// The first of items.tsv and posts.tsv says which people and posts there are. The
  /// evidence is that of evidence.tsv, else of posts.tsv; a post that is not in it has none. Messages
  /// never name a label and never repeat evidence.
  ///
  /// - Parameter largestInMemory: tables of more bytes stay on the disk.
  package static func read(
    _ paths: Paths, scale: GradeScale, threads: Int = 1,
    largestInMemory: Int = largestInMemory, _ diagnostics: inout DiagnosticList
  ) async throws -> PrioritizationGold {
    guard paths.evidence != nil || paths.posts != nil else {
      throw SharedTasksError.missingFile(path: "evidence.tsv or posts.tsv beside \(paths.gold)")
    }
    // The posts with evidence are not all, and which they are is secret.
    guard paths.items != nil || paths.posts != nil else {
      throw SharedTasksError.missingFile(path: "items.tsv or posts.tsv that names the posts")
    }
    let people: IdentifierTable
    let storage: Storage
    let digests: [String]
    let (count, withoutWords): (Int, Int)
    let bytes = paths.ofPosts.reduce(0) { $0 + (RandomAccessFile($1)?.length ?? 0) }
    if bytes > largestInMemory,
      let (posts, found) = try await GroupedPosts.index(paths.ofPosts, threads: threads)
    {
      people = posts.people
      storage = .files(posts, paths)
      digests = posts.digests
      (count, withoutWords) = (found, posts.words == .none ? found : 0)
    } else {
      let columns = try PostColumns.read(paths, &diagnostics)
      people = columns.universe.people
      storage = .memory(columns)
      digests = columns.digests
      (count, withoutWords) = (columns.evidence.count, columns.universe.words.unknown)
    }
    var labels = PersonLabels(people: people, names: scale.names)
    let table = try TableReader(InputFile(paths.gold), into: &labels)
    diagnostics.append(contentsOf: table.diagnostics)
    if !diagnostics.hasErrors { labels.reportMissing(file: paths.gold, &diagnostics) }
    let digest = ([table.digest] + digests).joined(separator: "\n")
    return PrioritizationGold(
      people: people, levels: labels.levels.map { UInt8(max($0, 0)) }, posts: count,
      withoutWords: withoutWords, digest: Digest.sha256(Array(digest.utf8)), storage: storage)
  }

  /// The tables of posts, where they are large and can be read person by person.
  package var grouped: GroupedPosts? {
    if case .files(let posts, _) = storage { posts } else { nil }
  }

  /// All posts in memory, read now if they are not there.
  ///
  /// Throws ``SharedTasksError`` where the files are not those any more that the gold was read from.
  package func columns() throws -> PostColumns {
    switch storage {
    case .memory(let columns): return columns
    case .files(let posts, let paths):
      var diagnostics = DiagnosticList()
      let columns = try PostColumns.read(paths, &diagnostics)
      guard !diagnostics.hasErrors else { throw SharedTasksError.invalid(diagnostics) }
      for (path, digests) in zip(paths.ofPosts, zip(posts.digests, columns.digests))
      where digests.0 != digests.1 {
        throw SharedTasksError.readFailed(
          path: path, reason: "it was written to while it was read")
      }
      return columns
    }
  }
}

/// All posts of a split, and the evidence of each.
package struct PostColumns: Sendable {
  package let universe: PostUniverse
  /// The probability that a reader stops after a post, for each post.
  package let evidence: [Double]
  fileprivate let digests: [String]

  fileprivate static func read(
    _ paths: PrioritizationGold.Paths, _ diagnostics: inout DiagnosticList
  ) throws -> PostColumns {
    var rows = PostRows()
    var digests: [String] = []
    for path in paths.ofPosts {
      let digest = try rows.read(
        path, evidence: path == paths.ofPosts.last ? .required : .ignored,
        isSecret: path != paths.items,
        &diagnostics)
      digests.append(digest)
    }
    return PostColumns(
      universe: PostUniverse(rows),
      evidence: rows.evidence ?? Array(repeating: 0, count: rows.posts.count), digests: digests)
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
