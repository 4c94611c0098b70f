import Inference

/// What Synthesis draws random numbers for. A number must never be given to another purpose: the
/// files in the repository depend on it.
extension RandomStream.Purpose {
  static let benchmarkRanking = synthetic(1)
  static let benchmarkJudgements = synthetic(2)
  static let benchmarkAssessment = synthetic(3)
  static let benchmarkPeople = synthetic(4)
  static let benchmarkSizes = synthetic(5)
  static let benchmarkMixing = synthetic(6)
  static let benchmarkTies = synthetic(7)
  static let suicideRiskPeople = synthetic(16)
  static let suicideRiskSystems = synthetic(17)
  static let symptomSearchCollection = synthetic(32)
  static let symptomSearchRuns = synthetic(33)
  static let stagedTriagePeople = synthetic(80)
  static let stagedTriageSystems = synthetic(81)
  static let earlyRiskPeople = synthetic(48)
  static let earlyRiskSystems = synthetic(49)
  static let peopleAndPosts = synthetic(112)
  static let prioritizingSystems = synthetic(113)

  private static func synthetic(_ number: UInt32) -> Self {
    Self(rawValue: synthesis.rawValue + number)
  }
}
