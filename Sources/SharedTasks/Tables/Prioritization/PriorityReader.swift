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
      let columns = PriorityColumns(start.header)
    else { return nil }
    reader.putBack(head[start.length...])
    var people = Answered(count: posts.people.count)
    let isGrouped = try await inOrder(threads: threads) {
      try reader.next(cut: columns.format.startOfLastTopic)
    } work: { block in
      parse(block, columns)
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
  private func parse(_ block: [UInt8], _ columns: PriorityColumns) -> [Answer]? {
    let bytes = block.span
    guard TextProblem.first(in: bytes) == nil else { return nil }
    var person = PersonBeingRead(posts, ties)
    var answers: [Answer] = []
    var row = TableRow(fields: columns.count)
    let separators = SeparatorMasks(bytes)
    var position = 0
    while position < bytes.count {
      position = row.scan(bytes, separators, from: position, byTabs: true)
      guard row.count == columns.count else { return nil }
      let name = row.fields[columns.user]
      if !person.isNamed(name, bytes) {
        guard finish(&person, &answers), person.begin(name, bytes) else { return nil }
      }
      guard person.take(row, columns, bytes) else { return nil }
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
