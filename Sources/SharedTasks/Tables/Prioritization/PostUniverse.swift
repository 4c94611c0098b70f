package import Measures

/// The people of a split and their posts: what a submission has to answer for.
package struct PostUniverse: Sendable {
  package let people: IdentifierTable
  package let posts: PostTable
  /// Words of each post.
  package let words: WordCounts
  package let byPerson: PostsByPerson

  init(_ rows: PostRows) {
    people = rows.people
    posts = rows.posts
    words = WordCounts(rows.words, items: rows.posts.count)
    byPerson = PostsByPerson(rows.posts, people: rows.people.count)
  }

  /// Reads what is public of a split: `items.tsv`, or else `posts.tsv`.
  package static func read(
    _ path: String, _ diagnostics: inout DiagnosticList
  ) throws -> PostUniverse {
    var rows = PostRows()
    _ = try rows.read(path, evidence: .ignored, isSecret: false, &diagnostics)
    return PostUniverse(rows)
  }
}

/// The rows of `items.tsv`, `posts.tsv` and `evidence.tsv`: `user`, `post`, `words`, `evidence`.
///
/// The first of these tables says which posts there are; those after it speak of the same posts.
struct PostRows: TableConsumer {
  /// What becomes of the column `evidence`.
  enum Evidence { case ignored, required }

  private(set) var people = IdentifierTable()
  private(set) var posts = PostTable()
  /// −1 where no table has said it.
  private(set) var words: [Double]?
  private(set) var evidence: [Double]?
  private(set) var isSecret = false

  private var isClosed = false
  private var reading = Evidence.ignored
  /// Whether a row of the table at hand has spoken of the post.
  private var isSeen: [Bool] = []
  /// Of the row before.
  private var lastPerson = -1
  private var lastPost = -1
  private var userColumn = 0
  private var postColumn = 0
  private var wordsColumn: Int?
  private var evidenceColumn: Int?

  /// Reads one more table; tells its digest.
  mutating func read(
    _ path: String, evidence: Evidence, isSecret: Bool, _ diagnostics: inout DiagnosticList
  ) throws -> String {
    isClosed = posts.count > 0
    reading = evidence
    self.isSecret = isSecret
    isSeen = Array(repeating: false, count: posts.count)
    (lastPerson, lastPost) = (-1, -1)
    let table = try TableReader(InputFile(path), into: &self)
    diagnostics.append(contentsOf: table.diagnostics)
    if posts.count == 0, !table.diagnostics.hasErrors {
      diagnostics.report(.emptyFile, file: path, "the table names no post")
    }
    isSeen = []
    return table.digest
  }

  mutating func begin(_ header: inout TableHeader) {
    userColumn = header.required("user") ?? 0
    postColumn = header.required("post") ?? 0
    wordsColumn = header.optional("words")
    evidenceColumn = reading == .required ? header.required("evidence") : nil
    // Public files may have the column; nothing is said of it, because nothing is read of it.
    if reading == .ignored { _ = header.optional("evidence") }
    if wordsColumn != nil, words == nil { words = Array(repeating: -1, count: posts.count) }
    if evidenceColumn != nil { evidence = Array(repeating: 0, count: posts.count) }
  }

  mutating func reserve(factor: Double) {
    guard !isClosed else { return }
    posts.reserve(factor: factor)
    isSeen.reserve(factor: factor)
    words?.reserve(factor: factor)
    evidence?.reserve(factor: factor)
  }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    let post = post(of: row, bytes, &problems)
    if let column = wordsColumn, !row.isEmpty(column),
      let count = number(
        row, column, bytes, WordCounts.range, "the number of words is not a count", &problems),
      let post
    {
      words?[post] = count
    }
    if let column = evidenceColumn,
      let value = number(
        row, column, bytes, 0...1, "the evidence is not a probability", &problems), let post
    {
      evidence?[post] = value
    }
  }

  private mutating func post(
    of row: TableRow, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Int? {
    guard row.hasUserAndPost(userColumn, postColumn, bytes, &problems) else { return nil }
    if row.isDash(postColumn, bytes) {
      problems.report(
        .unknownItem, line: row.line, column: row.column(postColumn, in: bytes),
        "no post can be called \"-\"", hint: "in submissions - stands for the user")
      return nil
    }
    let (start, end) = row.fields[postColumn]
    let user = row.fields[userColumn]
    if isClosed {
      guard let person = people.position(of: bytes, user.start, user.end, near: lastPerson),
        let post = posts.position(of: bytes, start, end, person: person, after: lastPost)
      else {
        problems.report(
          .unknownItem, line: row.line, column: row.column(postColumn, in: bytes),
          "user \(row.quoted(userColumn, in: bytes)) has no post "
            + "\(row.quoted(postColumn, in: bytes)) in this split",
          hint: "the posts are those of items.tsv")
        return nil
      }
      (lastPerson, lastPost) = (person, post)
      if isSeen[post] {
        row.reportDuplicatePost(userColumn, postColumn, bytes, &problems)
        return nil
      }
      isSeen[post] = true
      return post
    }
    let person = people.insert(bytes, user.start, user.end).position
    let (post, isNew) = posts.insert(bytes, start, end, person: person)
    guard isNew else {
      row.reportDuplicatePost(userColumn, postColumn, bytes, &problems)
      return nil
    }
    isSeen.append(true)
    words?.append(-1)
    evidence?.append(0)
    return post
  }

  private func number(
    _ row: TableRow, _ column: Int, _ bytes: Span<UInt8>, _ range: ClosedRange<Double>,
    _ problem: String, _ problems: inout LineProblems
  ) -> Double? {
    let (start, end) = row.fields[column]
    if case .number(let value) = Decimal.parse(bytes, start, end), range.contains(value) {
      return value
    }
    // What stands there is not repeated: evidence is secret.
    problems.report(
      start == end ? .emptyValue : .badNumber, line: row.line,
      column: row.column(column, in: bytes), problem,
      hint: "it is a number from \(range.upperBound == 1 ? "0 to 1" : "0 to 1e9")")
    return nil
  }
}

extension TableRow {
  /// Whether a row names a user and a post; reports it where it does not.
  func hasUserAndPost(
    _ user: Int, _ post: Int, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Bool {
    for (column, name, hint) in [
      (user, "user", "every row needs a user"),
      (post, "post", "every row needs a post; in submissions - stands for the user"),
    ] where isEmpty(column) {
      problems.report(
        .emptyValue, line: line, column: self.column(column, in: bytes), "the \(name) is empty",
        hint: hint)
    }
    return !isEmpty(user) && !isEmpty(post)
  }

  /// Whether a field is `-`.
  func isDash(_ column: Int, _ bytes: Span<UInt8>) -> Bool {
    let (start, end) = fields[column]
    return end - start == 1 && bytes[start] == UInt8(ascii: "-")
  }

  func reportDuplicatePost(
    _ user: Int, _ post: Int, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) {
    let what =
      isDash(post, bytes)
      ? "user \(quoted(user, in: bytes)) is scored"
      : "post \(quoted(post, in: bytes)) of user \(quoted(user, in: bytes)) stands"
    problems.report(
      .duplicateItem, line: line, column: column(post, in: bytes), "\(what) twice",
      hint: "keep one row each")
  }
}
