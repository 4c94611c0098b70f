import ExactMath
import Inference

/// The systems that answered: each reads what the writings give away through noise of its own, and
/// each has its own idea of when to speak.
///
/// What people give away is the same for all systems, so their errors are correlated.
struct EarlyRiskSystems {
  /// How a system reads a person.
  private struct Reader {
    /// The spread of what it sees in a person that is not there.
    let misreading: Double
    /// How many writings it takes for what was read to weigh as much as what is expected of anybody.
    let caution: Double
    /// Added to what it reads of women.
    let bias: Double
    /// The score from which it alerts.
    let threshold: Double
    /// How often in a row the score has to be that high.
    let patience: Int
    /// Writings before which it never alerts.
    let earliest: Int
  }

  private static let wordList = Reader(
    misreading: 0.35, caution: 4, bias: 0, threshold: 0.9, patience: 1, earliest: 1)
  private static let patient = Reader(
    misreading: 0.3, caution: 12, bias: 0, threshold: 0.62, patience: 4, earliest: 40)
  /// The best reader, trained on women more than on men.
  private static let encoder = Reader(
    misreading: 0.1, caution: 8, bias: 0.15, threshold: 0.8, patience: 3, earliest: 3)

  private let people: [EarlyRiskPeople.Person]
  private let seed: UInt64

  init(_ people: EarlyRiskPeople, seed: UInt64) {
    self.people = people.people
    self.seed = seed
  }

  /// The submissions to the test split.
  var submissions: [SyntheticFile] {
    [
      run(
        "tidewater", "word-list", "hits of a word list; alerts at the first high score",
        Self.wordList, number: 1),
      run(
        "tidewater", "patient",
        "the word list's features; waits for 40 writings and four high "
          + "scores in a row", Self.patient, number: 2),
      run(
        "lantern", "encoder", "fine-tuned encoder; alerts at three high scores in a row",
        Self.encoder, number: 3),
    ]
  }

  private func run(
    _ team: String, _ name: String, _ description: String, _ reader: Reader, number: UInt32
  ) -> SyntheticFile {
    let place = SubmissionName(task: EarlyRiskTask.id, team: team, run: name)
    var table = Table(
      submission: place, description: description,
      columns: ["user", "writings", "decision", "score"])
    var stream = RandomStream(seed: seed, purpose: .earlyRiskSystems, replicate: number)
    for person in people {
      let scores = Self.scores(of: person, reader, misread: stream.normal())
      append(person, scores, reader, to: &table)
    }
    return (place.path, table.bytes)
  }

  /// The score of a person at each moment, in thousandths.
  private static func scores(
    of person: EarlyRiskPeople.Person, _ reader: Reader, misread: Double
  ) -> [Int] {
    let bias = person.sex == "F" ? reader.bias : 0
    return zip(EarlyRiskPeople.moments(of: person.writings), person.evidence)
      .map { moment, evidence in
        let weight = Double(moment) / (Double(moment) + reader.caution)
        let seen = weight * (evidence + reader.misreading * misread + bias)
        return Int((1000 / (1 + Exact.exp(-7 * (seen - 0.66)))).rounded())
      }
  }

  /// A row where the score has moved by a twentieth or the alert is raised, and for the first writing.
  private func append(
    _ person: EarlyRiskPeople.Person, _ scores: [Int], _ reader: Reader, to table: inout Table
  ) {
    var written = -1000
    var high = 0
    var isAlerted = false
    for (moment, score) in zip(EarlyRiskPeople.moments(of: person.writings), scores) {
      high = Double(score) >= reader.threshold * 1000 ? high + 1 : 0
      let alertsNow = !isAlerted && high >= reader.patience && moment >= reader.earliest
      isAlerted = isAlerted || alertsNow
      guard alertsNow || abs(score - written) >= 50 else { continue }
      written = score
      table.append([
        person.id, String(moment), isAlerted ? "1" : "0", Table.decimal(units: score, decimals: 3),
      ])
    }
  }
}
