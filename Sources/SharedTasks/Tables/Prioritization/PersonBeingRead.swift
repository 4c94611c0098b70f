internal import Measures

/// Which column of a submission of kind prioritization is where.
struct PriorityColumns: Sendable {
  let user: Int
  let post: Int
  let score: Int
  let count: Int

  /// Nil where a column is missing, stands twice or is of no use.
  init?(_ header: TableHeader) {
    var header = header
    guard let user = header.required("user"), let post = header.required("post"),
      let score = header.required("score")
    else { return nil }
    var diagnostics = DiagnosticList()
    header.finish(&diagnostics)
    guard diagnostics.isEmpty else { return nil }
    (self.user, self.post, self.score, count) = (user, post, score, header.count)
  }

  /// The same table as a run of people's posts.
  var format: RunFormat { .table(topic: user, item: post, score: score, columns: count) }
}

/// The person whose rows are being read, and what they said so far.
struct PersonBeingRead {
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
  mutating func take(_ row: TableRow, _ columns: PriorityColumns, _ bytes: Span<UInt8>) -> Bool {
    let (start, end) = row.fields[columns.score]
    guard case .number(let value) = Decimal.parse(bytes, start, end) else { return false }
    if row.isDash(columns.post, bytes) {
      guard score.isNaN else { return false }
      score = value
      return true
    }
    let id = row.fields[columns.post]
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
