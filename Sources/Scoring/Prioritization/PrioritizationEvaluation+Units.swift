internal import Inference
internal import Measures
internal import SharedTasks

/// People are what is drawn; their posts go along.
extension PrioritizationEvaluation: AnswerByUnits {
  package var units: Int { gold.people.count }
  package var labels: [Int32]? { gold.levels.map(Int32.init) }
  package func scored(for measure: Measure) -> Assessment? { assessment(isTimed: false) }
  package func unitAnswers(isTimed: Bool) -> Assessment? { assessment(isTimed: isTimed) }
  package func isMean(_ measure: BoundMeasure) -> Bool { measure.measure.isOfPosts }

  package func statistic(of measures: [BoundMeasure]) -> any StatisticOnCopies {
    let ofPosts = measures.indices.filter { measures[$0].measure.isOfPosts }
    let ofPeople = measures.indices.filter { measures[$0].measure.isOfPeople }
    let ofList = measures.indices.filter {
      !measures[$0].measure.isOfPosts && !measures[$0].measure.isOfPeople
    }
    func some(_ places: [Int]) -> [BoundMeasure] { places.map { measures[$0] } }
    var parts: [(places: [Int], statistic: any StatisticOnCopies)] = []
    if !ofList.isEmpty {
      let assessment = assessment(isTimed: some(ofList).contains(where: \.measure.needsClock))
      parts.append((ofList, AssessmentOnCopies(assessment, some(ofList))))
    }
    if !ofPeople.isEmpty {
      let (list, people) = inOrder()
      parts.append((ofPeople, PeopleOnCopies(list, order: people, some(ofPeople))))
    }
    if !ofPosts.isEmpty {
      parts.append((ofPosts, meansOfPosts(some(ofPosts))))
    }
    return StatisticsTogether(parts, of: measures.count)
  }

  private func meansOfPosts(_ wanted: [BoundMeasure]) -> MeansOnCopies {
    let known = ofPosts
    let columns = wanted.map { measure in known.firstIndex(of: measure.measure) }
    var units: [Int32] = []
    var rows: [[MeasureValue]] = []
    for (person, reading) in answers.readings.enumerated() {
      guard let values = reading.ofPosts else { continue }
      units.append(Int32(truncatingIfNeeded: person))
      rows.append(columns.map { $0.map { values[$0] } ?? .undefined(.nothing(.units)) })
    }
    return MeansOnCopies(rows, units: units, wanted)
  }
}
