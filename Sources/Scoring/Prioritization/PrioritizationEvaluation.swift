internal import Measures
internal import SharedTasks

/// What a submission of kind prioritization says of everybody, beside the gold.
///
/// The posts of a person have been read and evaluated (``PersonEvaluation``); what is left is one
/// entry a person.
struct PrioritizationEvaluation: Sendable {
  let gold: PrioritizationGold
  let answers: PeopleAnswers
  let scale: GradeScale
  let ties: TieRule
  let time: TimeModel
  /// The measures of posts that people were read with, in their order.
  let ofPosts: [Measure]

  private var people: Range<Int> { 0..<gold.people.count }

  /// The values of `measures`, in their order, and those of posts person by person.
  func values(of measures: [BoundMeasure]) -> (overall: [MeasureValue], perUnit: UnitTable?) {
    var values = assessment(isTimed: measures.contains(where: \.measure.needsClock))
      .values(of: measures)
    if measures.contains(where: \.measure.isOfPeople) {
      let list = inOrder().list
      for (index, bound) in measures.enumerated() {
        if case .people(let value) = bound.function { values[index] = value(list).orOverflow }
      }
    }
    let ofPosts = measures.indices.filter { measures[$0].measure.isOfPosts }
    guard !ofPosts.isEmpty else { return (values, nil) }
    let table = postTable(ofPosts.map { measures[$0].measure })
    for (column, index) in ofPosts.enumerated() {
      values[index] = UnitMean.of(table.values.lazy.map { $0[column] }, measures[index])
    }
    return (values, table)
  }

  /// Who is found by when, people being read to the end.
  var gainCurve: GainCurve? { assessment(isTimed: true).gainCurve }

  /// The people as items of one list, for the measures that any ranked list can have. On the
  /// reviewer's clock a person is read to the end, whatever the order of the posts.
  func assessment(isTimed: Bool) -> Assessment {
    var assessment = Assessment(scale: scale, gold: gold.levels)
    let answered = answers.scores.map { !$0.isNaN }
    assessment.scores = answers.scores.map { $0.isNaN ? 0 : $0 }
    assessment.answered = answered.allSatisfy { $0 } ? nil : answered
    assessment.tieOrder = peopleTies
    if isTimed {
      assessment.clock = Assessment.Clock(
        model: time, words: WordCounts(answers.readings.map(\.allWords), items: people.count))
    }
    return assessment
  }

  /// The order of people with equal scores; nil where they stay tied.
  private var peopleTies: [Int32]? {
    switch ties {
    case .expected: nil
    case .trec, .trec9: gold.people.positionsByDescendingBytes
    case .file: answers.places.map { .sorted(byPlace: $0) }
    }
  }

  /// The people as the reader comes to them, what there is to read of each, and who is who.
  func inOrder() -> (list: PeopleInOrder, people: [Int32]) {
    let scores = answers.scores
    let readings = answers.readings
    var list = PeopleInOrder(time: time)
    var places: [Int32] = []
    for person in people where scores[person].isNaN {
      list.leaveOut(readings[person].person)
      places.append(Int32(truncatingIfNeeded: person))
    }
    let order = ScoreOrder.descending(scores.map { $0.isNaN ? 0 : $0 }, ties: peopleTies)
      .lazy.map { Int($0) }.filter { !scores[$0].isNaN }
    var group: [PeopleInOrder.Person] = []
    var last: Double?
    for person in order {
      if ties != .expected || last != scores[person] {
        list.append(group)
        group.removeAll(keepingCapacity: true)
      }
      group.append(readings[person].person)
      places.append(Int32(truncatingIfNeeded: person))
      last = scores[person]
    }
    list.append(group)
    return (list, places)
  }

  /// The measures of posts, for each person at risk who has a post with evidence.
  private func postTable(_ measures: [Measure]) -> UnitTable {
    var units: [String] = []
    var values: [[MeasureValue]] = []
    for (person, reading) in answers.readings.enumerated() {
      guard let ofPosts = reading.ofPosts else { continue }
      units.append(gold.people.text(person))
      values.append(ofPosts)
    }
    return UnitTable(measures: measures, units: units, values: values)
  }
}
