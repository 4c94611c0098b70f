package import Inference
package import Measures

extension AssessmentOnCopies: StatisticOnCopies {}
extension TriageOnCopies: StatisticOnCopies {}
extension EarlyDetectionOnCopies: StatisticOnCopies {}
extension PeopleOnCopies: StatisticOnCopies {}
extension MeansOnCopies: StatisticOnCopies {}

extension Assessment: AnswerByUnits {
  package var units: Int { gold.count }
  package var labels: [Int32]? { gold.map(Int32.init) }
  package func scored(for measure: Measure) -> Assessment? { self }
  package func unitAnswers(isTimed: Bool) -> Assessment? { self }
  package func isMean(_ measure: BoundMeasure) -> Bool { false }
  package func statistic(of measures: [BoundMeasure]) -> any StatisticOnCopies {
    AssessmentOnCopies(self, measures)
  }
  package func statistic(
    of measures: [BoundMeasure], among units: [Int32]
  ) -> any StatisticOnCopies {
    only(units).statistic(of: measures)
  }
}

extension EarlyDetection: AnswerByUnits {
  package var units: Int { assessment.units }
  package var labels: [Int32]? { assessment.labels }
  package func scored(for measure: Measure) -> Assessment? { assessment(for: measure) }
  package func unitAnswers(isTimed: Bool) -> Assessment? { assessment }
  /// The cost of a false alert goes by how many people are at risk, and so by the resample.
  package func isMean(_ measure: BoundMeasure) -> Bool { false }
  package func statistic(of measures: [BoundMeasure]) -> any StatisticOnCopies {
    EarlyDetectionOnCopies(self, measures)
  }
  package func statistic(
    of measures: [BoundMeasure], among units: [Int32]
  ) -> any StatisticOnCopies {
    only(units).statistic(of: measures)
  }
}

extension Triage: AnswerByUnits {
  package var units: Int { gold.count }
  package var labels: [Int32]? { gold.map(Int32.init) }
  package func scored(for measure: Measure) -> Assessment? { nil }
  package func unitAnswers(isTimed: Bool) -> Assessment? { levelOfCare }
  package func isMean(_ measure: BoundMeasure) -> Bool { false }
  package func statistic(of measures: [BoundMeasure]) -> any StatisticOnCopies {
    TriageOnCopies(self, measures)
  }
  package func statistic(
    of measures: [BoundMeasure], among units: [Int32]
  ) -> any StatisticOnCopies {
    only(units).statistic(of: measures)
  }
}

/// Topics are what is drawn: a topic comes with all that was retrieved for it.
extension RankingEvaluation: AnswerByUnits {
  package var units: Int { topics.count }
  package var labels: [Int32]? { nil }
  package func scored(for measure: Measure) -> Assessment? { nil }
  package func unitAnswers(isTimed: Bool) -> Assessment? { nil }
  package func isMean(_ measure: BoundMeasure) -> Bool { true }
  package func statistic(of measures: [BoundMeasure]) -> any StatisticOnCopies {
    let columns = measures.map { self.measures.firstIndex(of: $0.measure) }
    let rows = perTopic.map { row in
      columns.map { $0.map { row[$0] } ?? .undefined(.nothing(.units)) }
    }
    return MeansOnCopies(rows, measures)
  }
}
