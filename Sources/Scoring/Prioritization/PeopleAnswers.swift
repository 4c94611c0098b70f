internal import Measures
internal import SharedTasks

/// What a submission says of everybody, and what the posts of each come to.
struct PeopleAnswers: Sendable {
  /// The score of each person; NaN where there is none.
  let scores: [Double]
  /// The place of each person in the file; nil where it does not matter.
  let places: [Int32]?
  let readings: [PersonReading]
  let metadata: [String: String]
  let digest: String
}

extension PeopleAnswers {
  /// Reads a submission beside large tables, person by person; nil where that cannot be done, or
  /// where there is something to say of it.
  static func stream(
    _ input: InputFile, beside posts: GroupedPosts, _ evaluation: PersonEvaluation, ties: TieRule,
    _ options: ReadingOptions
  ) async throws -> PeopleAnswers? {
    let reader = PriorityReader(posts: posts, ties: ties) { person, answers in
      evaluation.reading(of: person, &answers)
    }
    let reading = try await reader.read(
      input, threads: options.threads, maximumBytes: options.maximumBytes)
    return reading.map {
      PeopleAnswers(
        scores: $0.scores, places: $0.places, readings: $0.values, metadata: $0.metadata,
        digest: $0.digest)
    }
  }

  /// Takes the people one after the other from a submission that was read as a whole.
  init(
    _ submission: PrioritizationSubmission, _ columns: PostColumns, _ evaluation: PersonEvaluation,
    ties: TieRule
  ) {
    let universe = columns.universe
    var answers = PersonAnswers()
    var posts: [Int] = []
    readings = (0..<universe.people.count).map { person in
      answers.removeAll()
      posts.removeAll(keepingCapacity: true)
      for number in 0..<universe.byPerson.count(of: person) {
        let post = universe.byPerson.post(number, of: person)
        posts.append(post)
        answers.append(
          words: universe.words.values[post], evidence: columns.evidence[post],
          score: submission.posts[post])
      }
      switch ties {
      case .expected: break
      case .trec, .trec9: answers.ties = universe.posts.byDescendingBytes(posts)
      case .file:
        answers.ties = submission.order.map { order in
          .sorted(byPlace: posts.map { order.posts[$0] })
        }
      }
      return evaluation.reading(of: person, &answers)
    }
    scores = submission.people
    places = submission.order?.people
    metadata = submission.metadata
    digest = submission.digest
  }
}
