internal import Measures

/// The answers of a submission of kind prioritization: scores of people, and of their posts.
package struct PrioritizationSubmission: Sendable {
  /// The score of each person; NaN where there is none.
  package let people: [Double]
  /// The score of each post; NaN where there is none.
  package let posts: [Double]
  /// The place of each person and of each post in the file; nil unless it was asked for.
  package let order: (people: [Int32], posts: [Int32])?
  package let metadata: [String: String]
  package let digest: String

  /// What a submission has to keep to.
  package struct Rules: Sendable {
    /// Whether every person and every post must have a score.
    package var requiresAll: Bool
    /// Whether the order of the file is wanted.
    package var keepsOrder: Bool

    package init(requiresAll: Bool, keepsOrder: Bool) {
      self.requiresAll = requiresAll
      self.keepsOrder = keepsOrder
    }
  }

  /// Reads a submission. It is good only if no diagnostic is an error.
  package static func read(
    _ input: InputFile, universe: PostUniverse, rules: Rules,
    maximumBytes: Int = BlockReader.defaultMaximumBytes, _ diagnostics: inout DiagnosticList
  ) throws -> PrioritizationSubmission {
    var rows = PriorityRows(universe: universe, rules: rules)
    let table = try TableReader(input, into: &rows, maximumBytes: maximumBytes)
    diagnostics.append(contentsOf: table.diagnostics)
    if table.didReadRows, rows.isEmpty, !diagnostics.hasErrors {
      diagnostics.report(
        .emptyFile, file: input.path, "the file has no rows",
        hint: "every user and every post needs one row")
    } else if rules.requiresAll, table.didReadRows {
      MissingScores(rows.people, rows.posts, universe)
        .report(file: input.path, unreadRows: table.unreadRows + rows.namelessRows, &diagnostics)
    }
    return PrioritizationSubmission(
      people: rows.people, posts: rows.posts, order: rows.order, metadata: table.metadata,
      digest: table.digest)
  }
}

/// The rows of a submission: `user`, `post`, `score`.
private struct PriorityRows: TableConsumer {
  private let universe: PostUniverse
  private(set) var people: [Double]
  private(set) var posts: [Double]
  private(set) var order: (people: [Int32], posts: [Int32])?
  /// Rows whose user or post is empty.
  private(set) var namelessRows = 0
  private(set) var isEmpty = true
  private var owners: PostTable.Owners?
  /// Of the row before.
  private var lastPerson = -1
  private var lastPost = -1
  private var userColumn = 0
  private var postColumn = 0
  private var scoreColumn = 0
  private var rowsSoFar: Int32 = 0

  init(universe: PostUniverse, rules: PrioritizationSubmission.Rules) {
    self.universe = universe
    people = Array(repeating: .nan, count: universe.people.count)
    posts = Array(repeating: .nan, count: universe.posts.count)
    if rules.keepsOrder {
      order = (
        Array(repeating: .max, count: people.count), Array(repeating: .max, count: posts.count)
      )
    }
  }

  mutating func begin(_ header: inout TableHeader) {
    userColumn = header.required("user") ?? 0
    postColumn = header.required("post") ?? 0
    scoreColumn = header.required("score") ?? 0
  }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    isEmpty = false
    rowsSoFar &+= 1
    // The score is checked even where user or post is wrong: all that is wrong is told in one go. One
    // that is refused counts as given, so that it is not reported missing as well.
    let score = score(of: row, bytes, &problems) ?? 0
    guard row.hasUserAndPost(userColumn, postColumn, bytes, &problems) else {
      namelessRows += 1
      return
    }
    let user = row.fields[userColumn]
    guard
      let person = universe.people.position(of: bytes, user.start, user.end, near: lastPerson)
    else {
      return problems.report(
        .unknownItem, line: row.line, column: row.column(userColumn, in: bytes),
        "user \(row.quoted(userColumn, in: bytes)) is not a user of this split",
        hint: "the users are those of items.tsv; check the split and stray spaces")
    }
    lastPerson = person
    if row.isDash(postColumn, bytes) {
      guard people[person].isNaN else {
        return row.reportDuplicatePost(userColumn, postColumn, bytes, &problems)
      }
      people[person] = score
      order?.people[person] = rowsSoFar
      return
    }
    let (start, end) = row.fields[postColumn]
    guard
      let post = universe.posts.position(
        of: bytes, start, end, person: person, after: lastPost)
    else { return reportUnknownPost(row, bytes, &problems) }
    lastPost = post
    guard posts[post].isNaN else {
      return row.reportDuplicatePost(userColumn, postColumn, bytes, &problems)
    }
    posts[post] = score
    order?.posts[post] = rowsSoFar
  }

  private func score(
    of row: TableRow, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Double? {
    let (start, end) = row.fields[scoreColumn]
    let result = Decimal.parse(bytes, start, end)
    if case .number(let value) = result { return value }
    let column = row.column(scoreColumn, in: bytes)
    if start == end {
      problems.report(
        .emptyValue, line: row.line, column: column, "the score is empty",
        hint: "every row needs a number")
    } else if result == .notFinite {
      problems.report(
        .notFinite, line: row.line, column: column,
        "the score \(row.quoted(scoreColumn, in: bytes)) is not finite",
        hint: "every user and every post needs a finite score")
    } else {
      problems.report(
        .badNumber, line: row.line, column: column,
        "the score \(row.quoted(scoreColumn, in: bytes)) is not a number",
        hint: "write a decimal number, as in 0.25 or 3e-4")
    }
    return nil
  }

  private mutating func reportUnknownPost(
    _ row: TableRow, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) {
    if owners == nil { owners = PostTable.Owners(universe.posts) }
    let (start, end) = row.fields[postColumn]
    let post = row.quoted(postColumn, in: bytes)
    let user = row.quoted(userColumn, in: bytes)
    if let owner = owners?.person(of: bytes, start, end, in: universe.posts) {
      let name = Diagnostic.quoted(universe.people.text(owner))
      problems.report(
        .unknownItem, line: row.line, column: row.column(postColumn, in: bytes),
        "post \(post) is a post of user \(name), not of user \(user)",
        hint: "a post is scored beside the user who wrote it")
    } else {
      problems.report(
        .unknownItem, line: row.line, column: row.column(postColumn, in: bytes),
        "post \(post) of user \(user) is not a post of this split",
        hint: "the posts are those of items.tsv; to score the user write -")
    }
  }
}

/// Which people and posts a submission leaves out.
private struct MissingScores {
  private let people: [Double]
  private let posts: [Double]
  private let universe: PostUniverse

  init(_ people: [Double], _ posts: [Double], _ universe: PostUniverse) {
    self.people = people
    self.posts = posts
    self.universe = universe
  }

  /// Says of each person what is missing, in one line about the person and one about the posts.
  ///
  /// Rows that could not be read may be those that seem missing: as long as they may account for all
  /// of these, nothing is said of them.
  func report(file: String, unreadRows: Int, _ diagnostics: inout DiagnosticList) {
    let count = people.count(where: \.isNaN) + posts.count(where: \.isNaN)
    guard count > unreadRows else { return }
    for person in people.indices {
      let name = Diagnostic.quoted(universe.people.text(person))
      if people[person].isNaN {
        diagnostics.report(
          .missingItem, file: file, "user \(name) has no score",
          hint: "the row of a user has - in the place of the post")
      }
      reportPosts(of: person, name, file: file, &diagnostics)
    }
  }

  private func reportPosts(
    of person: Int, _ name: String, file: String, _ diagnostics: inout DiagnosticList
  ) {
    let all = universe.byPerson.count(of: person)
    var missing = 0
    var first = 0
    for number in 0..<all {
      let post = universe.byPerson.post(number, of: person)
      guard posts[post].isNaN else { continue }
      if missing == 0 { first = post }
      missing += 1
    }
    guard missing > 0 else { return }
    let example = Diagnostic.quoted(universe.posts.text(first))
    diagnostics.report(
      .missingItem, file: file,
      missing == all
        ? "user \(name) is without posts: not one of \(all) has a score"
        : "\(missing) of the \(all) posts of user \(name) have no score, \(example) the first",
      hint: "every post of items.tsv needs one row")
  }
}
