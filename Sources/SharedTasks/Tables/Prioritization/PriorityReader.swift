package import Measures

/// Reads a submission of kind prioritization and evaluates each person as soon as all rows of the
/// person are there.
///
/// For a submission that has each person's rows together, and posts that are in such tables as well
/// (``GroupedPosts``). Nothing of a person's posts is kept once the person is evaluated, and several
/// blocks are worked on at once.
package struct PriorityReader<Value: Sendable>: Sendable {
  /// What reading a submission came to, person by person in the order of the posts' table.
  package struct Reading: Sendable {
    package var scores: [Double]
    /// The place of each person in the file.
    package var places: [Int32]
    package var values: [Value]
    package var metadata: [String: String]
    package var digest: String
  }

  private let posts: GroupedPosts
  private let ties: TieRule
  private let evaluate: @Sendable (Int, inout PersonAnswers) -> Value

  /// - Parameter evaluate: is given a person and the posts of the person, and may change these.
  package init(
    posts: GroupedPosts, ties: TieRule,
    evaluate: @escaping @Sendable (Int, inout PersonAnswers) -> Value
  ) {
    self.posts = posts
    self.ties = ties
    self.evaluate = evaluate
  }

  /// Reads a submission.
  ///
  /// Nil where it is not grouped by person, leaves something out, or has anything that somebody
  /// would have to be told of; who reads it row by row (``PrioritizationSubmission``) will find out
  /// and say what.
  package func read(
    _ input: InputFile, threads: Int, maximumBytes: Int = BlockReader.defaultMaximumBytes
  ) async throws -> Reading? {
    var reader = try BlockReader(input, maximumBytes: maximumBytes)
    guard let head = try reader.nextHead(), let start = TableStart(head, of: input.path),
      let rows = PriorityBlockRows(start.header)
    else { return nil }
    reader.putBack(head[start.length...])
    var people = Answered(count: posts.people.count)
    let isGrouped = try await inOrder(threads: threads) {
      try reader.next(cut: rows.format.startOfLastTopic)
    } work: { block in
      parse(block, rows)
    } join: { block in
      people.append(block)
    }
    guard isGrouped, posts.isUnchanged, let digest = reader.digest else { return nil }
    return people.reading(start.metadata, digest)
  }

  /// One person of a block.
  private struct Answer: Sendable {
    let person: Int
    let score: Double
    let value: Value
  }

  /// Nil where the block has more to it.
  private func parse(_ block: [UInt8], _ rows: PriorityBlockRows) -> [Answer]? {
    let bytes = block.span
    guard TextProblem.first(in: bytes) == nil else { return nil }
    var person = PersonBeingRead(posts, ties)
    var answers: [Answer] = []
    var row = rows.row
    let separators = SeparatorMasks(bytes)
    var position = 0
    while position < bytes.count {
      position = row.scan(bytes, separators, from: position, byTabs: true)
      guard row.count == rows.columns else { return nil }
      let name = row.fields[rows.user]
      if !person.isNamed(name, bytes) {
        guard finish(&person, &answers), person.begin(name, bytes) else { return nil }
      }
      guard person.take(row, rows, bytes) else { return nil }
    }
    return finish(&person, &answers) ? answers : nil
  }

  @inline(never)
  private func finish(_ person: inout PersonBeingRead, _ answers: inout [Answer]) -> Bool {
    guard person.number >= 0 else { return true }
    guard person.finish() else { return false }
    let value = evaluate(person.number, &person.rows.answers)
    answers.append(Answer(person: person.number, score: person.score, value: value))
    return true
  }

  /// The people of all blocks so far.
  private struct Answered {
    private var scores: [Double]
    private var places: [Int32]
    private var values: [Value?]
    private var count = 0

    init(count: Int) {
      scores = Array(repeating: .nan, count: count)
      places = Array(repeating: 0, count: count)
      values = Array(repeating: nil, count: count)
    }

    /// False where a person comes back, or the block was no good.
    mutating func append(_ block: [Answer]?) -> Bool {
      guard let block else { return false }
      for answer in block {
        guard values[answer.person] == nil else { return false }
        scores[answer.person] = answer.score
        places[answer.person] = Int32(truncatingIfNeeded: count)
        values[answer.person] = answer.value
        count += 1
      }
      return true
    }

    /// Nil where somebody is missing.
    func reading(_ metadata: [String: String], _ digest: String) -> Reading? {
      guard count == values.count else { return nil }
      return Reading(
        scores: scores, places: places, values: values.compactMap { $0 }, metadata: metadata,
        digest: digest)
    }
  }
}

/// The layout of the rows of a submission.
struct PriorityBlockRows: Sendable {
  let user: Int
  let post: Int
  let score: Int
  let columns: Int

  /// Nil where a column is missing, stands twice or is of no use.
  init?(_ header: TableHeader) {
    var header = header
    guard let user = header.required("user"), let post = header.required("post"),
      let score = header.required("score")
    else { return nil }
    var diagnostics = DiagnosticList()
    header.finish(&diagnostics)
    guard diagnostics.isEmpty else { return nil }
    (self.user, self.post, self.score, columns) = (user, post, score, header.count)
  }

  /// The same table as a run of people's posts.
  var format: RunFormat { .table(topic: user, item: post, score: score, columns: columns) }
  var row: TableRow { TableRow(fields: columns) }
}

/// The person whose rows are being read, and what they said so far.
private struct PersonBeingRead {
  /// The person's place in the posts' table; −1 before the first.
  private(set) var number = -1
  /// The person's own score; NaN before it was read.
  private(set) var score = Double.nan
  var rows: PersonRows
  private let people: IdentifierTable
  private let ties: TieRule
  private var name = FieldName()
  private var lastPost = -1
  /// The place of each post in the file; only where that decides ties.
  private var places: [Int32] = []

  init(_ posts: GroupedPosts, _ ties: TieRule) {
    rows = PersonRows(posts)
    people = posts.people
    self.ties = ties
  }

  @inline(__always)
  func isNamed(_ field: (start: Int, end: Int), _ bytes: Span<UInt8>) -> Bool {
    name.isAt(field.start, field.end, in: bytes)
  }

  /// False for somebody unknown.
  @inline(never)
  mutating func begin(_ field: (start: Int, end: Int), _ bytes: Span<UInt8>) -> Bool {
    name = FieldName(field.start, field.end, in: bytes)
    guard let person = people.position(of: bytes, field.start, field.end, near: number),
      rows.load(person)
    else { return false }
    number = person
    score = .nan
    lastPost = -1
    places.removeAll(keepingCapacity: true)
    return true
  }

  /// Takes a row of the person; false where something is wrong with it.
  @inline(__always)
  mutating func take(_ row: TableRow, _ layout: PriorityBlockRows, _ bytes: Span<UInt8>) -> Bool {
    let (start, end) = row.fields[layout.score]
    guard case .number(let value) = Decimal.parse(bytes, start, end) else { return false }
    if row.isDash(layout.post, bytes) {
      guard score.isNaN else { return false }
      score = value
      return true
    }
    let id = row.fields[layout.post]
    guard id.start < id.end, let post = rows.post(bytes, id.start, id.end, after: lastPost),
      rows.answers.scores[post].isNaN
    else { return false }
    rows.answers.scores[post] = value
    lastPost = post
    if ties == .file { places.append(Int32(truncatingIfNeeded: post)) }
    return true
  }

  /// Says how posts with equal scores stand; false where the person or a post has no score.
  mutating func finish() -> Bool {
    guard !score.isNaN, rows.answers.leftOut == 0 else { return false }
    switch ties {
    case .expected: break
    case .trec, .trec9: rows.answers.ties = rows.byDescendingBytes
    case .file: rows.answers.ties = places
    }
    return true
  }
}
