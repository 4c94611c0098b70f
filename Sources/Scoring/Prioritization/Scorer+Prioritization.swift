internal import Measures
internal import SharedTasks

extension Scorer {
  func scorePrioritization(
    _ input: InputFile, _ gold: PrioritizationGold, _ place: SubmissionPlace?,
    _ options: ReadingOptions
  ) async throws -> Result {
    guard let scale = task.scale else { throw ScoringError.noLabels(task.definition.id) }
    let bound = try measures.map { try $0.bound(to: scale) }
    let person = PersonEvaluation(gold, scale, bound)
    var diagnostics = DiagnosticList()
    guard
      let answers = try await answers(in: input, gold, person, options, &diagnostics)
    else { return Result(scorecard: nil, diagnostics: diagnostics) }
    let evaluation = PrioritizationEvaluation(
      gold: gold, answers: answers, scale: scale, ties: task.ties,
      time: task.definition.timeModel, ofPosts: measures.filter(\.isOfPosts))
    let (values, perUnit) = evaluation.values(of: bound)
    let curve = wantsCurve ? evaluation.gainCurve : nil
    var card = scorecard(
      units: gold.levels.count, values: values, confusion: nil, perUnit: perUnit,
      goldDigest: gold.digest, submissionDigest: answers.digest, metadata: answers.metadata,
      place, notes(on: answers, gold, perUnit) + noteOnMissing(curve, because: .nothing(.relevant)))
    card.curve = curve
    return Result(scorecard: card, diagnostics: diagnostics, answer: evaluation)
  }

  /// The answers of a submission; nil, with the reasons, where it is refused.
  private func answers(
    in input: InputFile, _ gold: PrioritizationGold, _ person: PersonEvaluation,
    _ options: ReadingOptions, _ diagnostics: inout DiagnosticList
  ) async throws -> PeopleAnswers? {
    if let posts = gold.grouped,
      let answers = try await PeopleAnswers.stream(
        input, beside: posts, person, ties: task.ties, options)
    {
      return answers
    }
    let columns = try gold.columns()
    let submission = try PrioritizationSubmission.read(
      input, universe: columns.universe, rules: task.prioritizationRules,
      maximumBytes: options.maximumBytes, &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    return PeopleAnswers(submission, columns, person, ties: task.ties)
  }

  private func notes(
    on answers: PeopleAnswers, _ gold: PrioritizationGold, _ perUnit: UnitTable?
  ) -> [String] {
    var notes: [String] = []
    let people = answers.scores.count(where: \.isNaN)
    if people > 0 {
      notes.append(
        "\(people) of \(gold.levels.count) people left out; one left out is read before everybody "
          + "else and never found")
    }
    let posts = answers.readings.reduce(0) { $0 + $1.leftOut }
    if posts > 0 {
      notes.append(
        "\(posts) of \(gold.posts) posts left out; whoever wrote one is read in the worst "
          + "order of posts")
    }
    if needsClock || measures.contains(where: \.isOfPeople) {
      notes += WordCounts.notes(unknown: gold.withoutWords, of: gold.posts)
    }
    if let perUnit {
      notes.append(
        "measures of posts are means over \(perUnit.units.count) people at risk who have a post "
          + "with evidence")
    }
    return notes
  }
}

extension SharedTask {
  var prioritizationRules: PrioritizationSubmission.Rules {
    PrioritizationSubmission.Rules(
      requiresAll: definition.missing == .error, keepsOrder: ties == .file)
  }
}

extension TaskDefinition {
  /// Refuses measures of people and of posts outside this kind, and of posts with a time within it.
  func checkPeopleAndPosts(_ measure: Measure) throws(MeasureNameError) {
    guard kind == .prioritization else {
      if measure.isOfPosts {
        throw .unsuitable(measure, "is of people's posts; tasks of kind prioritization have them")
      }
      if measure.isOfPeople {
        throw .unsuitable(
          measure, "is of people and their posts; tasks of kind prioritization have them")
      }
      return
    }
    if measure.isOfPosts, measure.needsClock {
      throw .unsuitable(
        measure, "is on the reviewer's clock, which is of people; write it without posts/")
    }
  }
}

extension SharedTask {
  /// The gold of a split, from as many tables as there are.
  func prioritizationGold(
    _ path: String, split: String, at place: String?, threads: Int, largestInMemory: Int,
    _ diagnostics: inout DiagnosticList
  ) async throws -> PrioritizationGold {
    guard let scale else { throw ScoringError.noLabels(definition.id) }
    let paths = PrioritizationGold.Paths(
      gold: path, items: folder.path(of: .items, split: split),
      posts: folder.path(of: .posts, split: split, gold: place),
      evidence: folder.path(of: .evidence, split: split, gold: place))
    return try await PrioritizationGold.read(
      paths, scale: scale, threads: threads, largestInMemory: largestInMemory, &diagnostics)
  }

  /// What is public of the posts of a split; nil where no file says it.
  func postUniverse(
    split: String, _ diagnostics: inout DiagnosticList
  ) throws -> PostUniverse? {
    let path = folder.path(of: .items, split: split) ?? folder.path(of: .posts, split: split)
    return try path.map { try PostUniverse.read($0, &diagnostics) }
  }
}
