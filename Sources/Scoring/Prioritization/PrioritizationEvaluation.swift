internal import Measures
internal import SharedTasks

/// A submission of kind prioritization beside its gold.
///
/// Works through the people one after the other; beyond the columns of gold and submission it holds
/// only the posts of one person.
struct PrioritizationEvaluation {
  let gold: PrioritizationGold
  let submission: PrioritizationSubmission
  let scale: GradeScale
  let ties: TieRule
  let time: TimeModel

  private var universe: PostUniverse { gold.universe }
  private var people: Range<Int> { 0..<universe.people.count }

  /// The values of `measures`, in their order, and those of posts person by person.
  func values(
    of measures: [BoundMeasure]
  ) throws -> (overall: [MeasureValue], perUnit: UnitTable?) {
    var values = assessment(isTimed: measures.contains(where: \.measure.needsClock))
      .values(of: measures)
    if measures.contains(where: \.measure.isOfPeople) {
      let list = inOrder()
      for (index, bound) in measures.enumerated() {
        if case .people(let value) = bound.function { values[index] = value(list).orOverflow }
      }
    }
    let ofPosts = measures.indices.filter { measures[$0].measure.isOfPosts }
    guard !ofPosts.isEmpty else { return (values, nil) }
    let table = try postTable(ofPosts.map { measures[$0] })
    for (column, index) in ofPosts.enumerated() {
      values[index] = UnitMean.of(table.values.lazy.map { $0[column] }, measures[index])
    }
    return (values, table)
  }

  /// Who is found by when, people being read to the end.
  var gainCurve: GainCurve? { assessment(isTimed: true).gainCurve }

  /// The people as items of one list, for the measures that any ranked list can have. On the
  /// reviewer's clock a person is read to the end, whatever the order of the posts.
  private func assessment(isTimed: Bool) -> Assessment {
    var assessment = Assessment(scale: scale, gold: gold.levels)
    let answered = submission.people.map { !$0.isNaN }
    assessment.scores = submission.people.map { $0.isNaN ? 0 : $0 }
    assessment.answered = answered.allSatisfy { $0 } ? nil : answered
    assessment.tieOrder = peopleTies
    if isTimed {
      var words = Array(repeating: 0.0, count: people.count)
      for (post, person) in universe.posts.people.enumerated() {
        words[Int(person)] += universe.words.values[post]
      }
      assessment.clock = Assessment.Clock(
        model: time, words: WordCounts(words, items: people.count))
    }
    return assessment
  }

  /// The order of people with equal scores; nil where they stay tied.
  private var peopleTies: [Int32]? {
    switch ties {
    case .expected: nil
    case .trec, .trec9: universe.people.positionsByDescendingBytes
    case .file: submission.order.map { Self.sorted(by: $0.people) }
    }
  }

  private static func sorted(by place: [Int32]) -> [Int32] {
    place.indices.sorted { (place[$0], $0) < (place[$1], $1) }.map { Int32($0) }
  }

  /// The people as the reader comes to them, and what there is to read of each.
  private func inOrder() -> PeopleInOrder {
    let readings = readings()
    let scores = submission.people
    var list = PeopleInOrder(time: time)
    for person in people where scores[person].isNaN { list.leaveOut(readings[person]) }
    let order = ScoreOrder.descending(scores.map { $0.isNaN ? 0 : $0 }, ties: peopleTies)
      .lazy.map { Int($0) }.filter { !scores[$0].isNaN }
    var group: [PeopleInOrder.Person] = []
    var last: Double?
    for person in order {
      if ties != .expected || last != scores[person] {
        list.append(group)
        group.removeAll(keepingCapacity: true)
      }
      group.append(readings[person])
      last = scores[person]
    }
    list.append(group)
    return list
  }

  private func readings() -> [PeopleInOrder.Person] {
    var posts = PersonPosts()
    var scores: [Double] = []
    return people.map { person in
      posts.removeAll()
      scores.removeAll(keepingCapacity: true)
      var isComplete = true
      for number in 0..<universe.byPerson.count(of: person) {
        let post = universe.byPerson.post(number, of: person)
        posts.append(words: universe.words.values[post], evidence: gold.evidence[post])
        scores.append(submission.posts[post])
        if submission.posts[post].isNaN { isComplete = false }
      }
      let words =
        if !isComplete {
          posts.longestWords
        } else if let order = postTies(of: person) {
          posts.expectedWords(in: ScoreOrder.descending(scores, ties: order))
        } else {
          posts.expectedWords(tiedBy: scores)
        }
      return PeopleInOrder.Person(
        level: gold.levels[person], hasEvidence: posts.hasEvidence, words: words,
        shortestWords: posts.shortestWords)
    }
  }

  /// The order of a person's posts with equal scores, as numbers among them; nil where they stay
  /// tied.
  private func postTies(of person: Int) -> [Int32]? {
    guard ties != .expected else { return nil }
    let posts = (0..<universe.byPerson.count(of: person)).map {
      universe.byPerson.post($0, of: person)
    }
    if ties == .file { return submission.order.map { Self.sorted(by: posts.map(at: $0.posts)) } }
    return posts.indices.sorted {
      universe.posts.precedesByDescendingBytes(posts[$0], posts[$1])
    }.map { Int32($0) }
  }

  /// The measures of posts, for each person at risk who has a post with evidence.
  private func postTable(_ measures: [BoundMeasure]) throws -> UnitTable {
    var units: [String] = []
    var values: [[MeasureValue]] = []
    let relevant = scale.relevant(atLeast: nil)
    for person in people where relevant[Int(gold.levels[person])] {
      let posts = (0..<universe.byPerson.count(of: person)).map {
        universe.byPerson.post($0, of: person)
      }
      let evidence = posts.map(at: gold.evidence)
      guard evidence.contains(where: { $0 > 0 }) else { continue }
      let list = EvidenceList(
        evidence: evidence, scores: posts.map(at: submission.posts), ties: postTies(of: person))
      units.append(universe.people.text(person))
      values.append(try measures.map { try list.value(of: $0) })
    }
    return UnitTable(measures: measures.map(\.measure), units: units, values: values)
  }
}

/// The posts of one person as a ranked list: the gain is the evidence, and relevant is what has any.
private struct EvidenceList {
  private let scale: GradeScale
  private let list: RankedList

  /// - Parameters:
  ///   - scores: NaN for a post that was left out.
  ///   - ties: the order of posts with equal scores; nil where they stay tied.
  init(evidence: [Double], scores: [Double], ties: [Int32]?) {
    // 1 is always there: it is the most that evidence can be, which some measures divide by.
    let grades = Set(evidence + [0, 1]).sorted()
    var levelOf: [Double: Int] = [:]
    for (level, grade) in grades.enumerated() { levelOf[grade] = level }
    let levels = evidence.map { levelOf[$0] ?? 0 }
    scale = GradeScale(
      names: Array(repeating: "", count: grades.count), grades: grades,
      positive: grades.map { $0 > 0 })
    var list = RankedList(levels: grades.count, hasTies: ties == nil)
    for (post, level) in levels.enumerated() {
      list.pool[level] += 1
      if scores[post].isNaN { list.leaveOut(level: level) }
    }
    let order = ScoreOrder.descending(scores.map { $0.isNaN ? 0 : $0 }, ties: ties)
      .lazy.map { Int($0) }.filter { !scores[$0].isNaN }
    if ties != nil {
      for post in order { list.append(level: levels[post]) }
    } else {
      list.appendTied(order, scores, levels)
    }
    self.list = list
  }

  func value(of measure: BoundMeasure) throws -> MeasureValue {
    guard case .list(let kernel, let value) = try measure.measure.bound(to: scale).function else {
      return .undefined(.needs(.grades))
    }
    if !kernel.allowsLeftOut, list.leftOut.contains(where: { $0 > 0 }) {
      return .undefined(.answersLeftOut)
    }
    return value(list).orOverflow
  }
}

extension RankedList {
  /// Appends the posts of each score together. Takes time linear in posts: a group sorts its own
  /// levels and looks at no others.
  fileprivate mutating func appendTied(
    _ order: some Sequence<Int>, _ scores: [Double], _ levels: [Int]
  ) {
    var group: [Int] = []
    var last: Double?
    for post in order {
      if let last, last != scores[post] { appendTied(clearing: &group) }
      group.append(levels[post])
      last = scores[post]
    }
    appendTied(clearing: &group)
  }

  private mutating func appendTied(clearing group: inout [Int]) {
    group.sort()
    let above = count
    var next = 0
    while next < group.count {
      let first = next
      while next < group.count, group[next] == group[first] { next += 1 }
      rows.append(
        Row(above: above, length: group.count, level: group[first], items: next - first))
    }
    count += group.count
    group.removeAll(keepingCapacity: true)
  }
}

extension [Int] {
  /// The elements of a column at these positions.
  fileprivate func map<Value>(at column: [Value]) -> [Value] { map { column[$0] } }
}
