internal import Scoring

extension StagesPicture {
  /// Stages as they are published.
  init(_ document: StagesDocument) {
    self.init(
      stages: document.stages.map {
        Stage(
          name: $0.name, reached: $0.reached, cases: $0.cases, passed: $0.passed,
          missed: $0.missed, capacity: $0.capacity)
      }, casesLeftOut: document.casesLeftOut ?? 0)
  }
}
