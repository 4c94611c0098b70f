import ExactMath
import Inference

/// The systems that answered: each sees the severity through noise.
///
/// Part of the noise is the same for all systems, because what a person did not write no system can
/// read. Their errors are therefore correlated, as those of real systems are, and a test of the
/// difference between two of them gains by pairing.
struct SuicideRiskSystems {
  /// How a system sees a person: weights of what stands in its view.
  private struct View {
    let severity: Double
    let shared: Double
    let own: Double
    /// Of how much the person writes.
    let words: Double
    /// Added for people who write in a second language.
    let secondLanguage: Double
  }

  /// Counts words of a list, so who writes more seems worse off.
  private static let wordList = View(
    severity: 0.55, shared: 0.45, own: 0.7, words: 0.3, secondLanguage: -0.1)
  private static let regression = View(
    severity: 0.75, shared: 0.45, own: 0.45, words: 0.1, secondLanguage: -0.1)
  /// The best of them, but trained on first-language writers: it underrates the others.
  private static let encoder = View(
    severity: 0.95, shared: 0.4, own: 0.25, words: 0, secondLanguage: -0.8)

  private let seed: UInt64
  private let development: [SuicideRiskPeople.Person]
  private let test: [SuicideRiskPeople.Person]

  init(development: SuicideRiskPeople, test: SuicideRiskPeople, seed: UInt64) {
    self.seed = seed
    self.development = development.people
    self.test = test.people
  }

  /// The submissions to the test split.
  var submissions: [SyntheticFile] { [wordListRun, regressionRun, encoderRun] }

  private var wordListRun: SyntheticFile {
    let name = SubmissionName(task: SuicideRiskTask.id, team: "harbour", run: "word-list")
    var table = Table(
      submission: name, description: "weighted hits of a word list; cut-offs tuned on dev",
      columns: ["item", "score", "label"])
    let views = views(Self.wordList, number: 1)
    for (person, seen) in zip(test, views.test) {
      // Two decimals: the list is short, and many people tie.
      let score = Self.logistic(seen - 0.3)
      table.append([
        person.id, Table.decimal(score, decimals: 2), Self.label(seen, views.cuts),
      ])
    }
    return (name.path, table.bytes)
  }

  private var regressionRun: SyntheticFile {
    let name = SubmissionName(task: SuicideRiskTask.id, team: "harbour", run: "regression")
    var table = Table(
      submission: name, description: "ordinal logistic regression on n-grams; the likeliest label",
      columns: ["item"] + SuicideRiskTask.labels.map { "score:" + $0 } + ["label"])
    let views = views(Self.regression, number: 2)
    for (person, seen) in zip(test, views.test) {
      let units = Self.probabilities(seen, views.cuts)
      var likeliest = 0
      for label in units.indices where units[label] > units[likeliest] { likeliest = label }
      table.append(
        [person.id] + units.map { Table.decimal(units: $0, decimals: 4) }
          + [SuicideRiskTask.labels[likeliest]])
    }
    return (name.path, table.bytes)
  }

  private var encoderRun: SyntheticFile {
    let name = SubmissionName(task: SuicideRiskTask.id, team: "meridian", run: "encoder")
    var table = Table(
      submission: name, description: "fine-tuned encoder; score is the probability of severe",
      columns: ["item", "score", "label"])
    let views = views(Self.encoder, number: 3)
    for (person, seen) in zip(test, views.test) {
      let score = Self.logistic((seen - views.cuts[2]) / 0.4)
      table.append([
        person.id, Table.decimal(score, decimals: 4), Self.label(seen, views.cuts),
      ])
    }
    return (name.path, table.bytes)
  }

  /// What a system sees of the people of the test split, and where it cuts its view into labels:
  /// where that gives each label the share that it has in the development split.
  private func views(_ view: View, number: UInt32) -> (test: [Double], cuts: [Double]) {
    let seen = self.seen(development, view, number: number, split: 0).sorted()
    let counts = SuicideRiskTask.developmentCounts
    var below = 0
    let cuts = counts.dropLast().map { count in
      below += count
      return (seen[below - 1] + seen[below]) / 2
    }
    return (self.seen(test, view, number: number, split: 1), cuts)
  }

  private func seen(
    _ people: [SuicideRiskPeople.Person], _ view: View, number: UInt32, split: UInt32
  ) -> [Double] {
    let streams = [0, number].map {
      RandomStream(seed: seed, purpose: .suicideRiskSystems, replicate: split << 8 | $0)
    }
    var (shared, own) = (streams[0], streams[1])
    return people.map { person in
      let length = (Exact.log(Double(person.words)) - 7.55) / 0.85
      return view.severity * person.severity + view.shared * shared.normal()
        + view.own * own.normal() + view.words * length
        + (person.language == "second" ? view.secondLanguage : 0)
    }
  }

  private static func label(_ seen: Double, _ cuts: [Double]) -> String {
    SuicideRiskTask.labels[cuts.count { seen >= $0 }]
  }

  /// Probabilities of the labels in ten-thousandths, by the proportional-odds model. They add up to
  /// 10,000: what rounding leaves over goes to the likeliest label.
  private static func probabilities(_ seen: Double, _ cuts: [Double]) -> [Int] {
    let atMost = cuts.map { logistic(($0 - seen) / 0.45) } + [1]
    var units: [Int] = []
    var before = 0.0
    for value in atMost {
      units.append(Int(((value - before) * 10_000).rounded()))
      before = value
    }
    var likeliest = 0
    for label in units.indices where units[label] > units[likeliest] { likeliest = label }
    units[likeliest] += 10_000 - units.reduce(0, +)
    return units
  }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + Exact.exp(-x)) }
}
