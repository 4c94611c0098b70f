/// What a board shows of one submission that was scored.
///
/// It is kept between two builds of a board, which is why it is `Codable`: it holds nothing that is not
/// published.
package struct BoardScore: Sendable, Codable, Equatable {
  /// `cltask.scorecard/1`, without values of single units and without curves.
  package var scorecard: ScorecardDocument
  /// What the file says of itself, by anybody: `description`, `url` …
  package var metadata: [String: String]
  /// Recall after so many minutes, at a few moments that do not depend on the submission; nil without a
  /// reviewer's clock.
  package var recall: [Moment]?
  /// Bins of equal width; nil where there are no probabilities.
  package var calibration: [CalibrationCounts]?
  /// How many units have a value in each tenth of the range from 0 to 1, by measure, for measures that
  /// are means over units.
  package var distribution: [String: [Int]]?
  /// Nil where there is none, for the reason in ``withoutAudit``.
  package var audit: AuditDocument?
  /// Nil where there are no attributes to audit.
  package var withoutAudit: String?
  package struct Moment: Sendable, Codable, Equatable {
    package var minutes: Double
    package var recall: Double
  }
  package struct CalibrationCounts: Sendable, Codable, Equatable {
    package var low: Double
    package var high: Double
    package var items: Int
    package var positives: Int
    /// Nil without items.
    package var meanProbability: Double?
  }
}
extension BoardScore: Releasable {
  package func released(under policy: PublicationPolicy) -> BoardScore {
    var score = self
    score.scorecard = scorecard.released(under: policy)
    score.recall = recall?.map {
      Moment(minutes: $0.minutes, recall: policy.rounded($0.recall))
    }
    score.calibration = calibration?.map { bin in
      var bin = bin
      bin.meanProbability = bin.meanProbability.map(policy.rounded)
      return bin
    }
    score.audit = audit?.released(under: policy)
    return score
  }
}
