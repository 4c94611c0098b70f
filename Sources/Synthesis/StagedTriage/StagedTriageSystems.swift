import ExactMath
import Inference

/// The systems that answered: pipelines of three stages, each of which sees a person better than the
/// one before.
///
/// What a person does not tell is hidden from all of them, so the errors of systems, and those of
/// the stages of one system, are correlated: a case that the screen misses is one that the review
/// would be likely to miss as well.
struct StagedTriageSystems {
  /// How one stage of a system sees a person.
  private struct View {
    /// The weight of the severity.
    let severity: Double
    /// The weight of what the person does not tell.
    let reticence: Double
    /// Noise that belongs to this stage alone.
    let own: Double
    /// Decimals of the score: with few of them many people tie.
    let decimals: Int
    /// How many pass.
    let passes: Int
  }

  private struct System {
    let team: String
    let run: String
    let description: String
    let views: [View]
  }

  /// One model that looks once; its score is used three times.
  private static let single = System(
    team: "harbour", run: "one-look",
    description: "one model on posts; its score decides at every stage",
    views: [300, 120, 50].map {
      View(severity: 0.7, reticence: 0.5, own: 0, decimals: 3, passes: $0)
    })

  /// A cheap screen, then people who look.
  private static let staged = System(
    team: "meridian", run: "staged",
    description: "word list on posts, then a reader of the history, then an interviewer",
    views: [
      View(severity: 0.7, reticence: 0.5, own: 0.5, decimals: 2, passes: 300),
      View(severity: 0.85, reticence: 0.4, own: 0.35, decimals: 2, passes: 120),
      View(severity: 1, reticence: 0.15, own: 0.2, decimals: 2, passes: 45),
    ])

  /// As the staged one, but it sends on fewer than it may.
  private static let sparing = System(
    team: "meridian", run: "sparing",
    description: "as staged, with half of the reviews and interviews",
    views: [
      View(severity: 0.7, reticence: 0.5, own: 0.5, decimals: 2, passes: 150),
      View(severity: 0.85, reticence: 0.4, own: 0.35, decimals: 2, passes: 60),
      View(severity: 1, reticence: 0.15, own: 0.2, decimals: 2, passes: 30),
    ])

  private let seed: UInt64
  private let people: [StagedTriagePeople.Person]

  init(_ people: StagedTriagePeople, seed: UInt64) {
    self.seed = seed
    self.people = people.people
  }

  /// The submissions to the test split.
  var submissions: [SyntheticFile] {
    [Self.single, Self.staged, Self.sparing].enumerated().map { number, system in
      submission(of: system, number: UInt32(number))
    }
  }

  private func submission(of system: System, number: UInt32) -> SyntheticFile {
    let name = SubmissionName(task: StagedTriageTask.id, team: system.team, run: system.run)
    var table = Table(
      submission: name, description: system.description,
      columns: ["item", "stage", "score", "pass"])
    var reached = Array(people.indices)
    for (stage, view) in system.views.enumerated() {
      // The two pipelines of one team are one system and see the same.
      let sight = RandomStream(
        seed: seed, purpose: .stagedTriageSystems,
        replicate: (number == 0 ? 0 : 1) << 8 | UInt32(stage))
      let scores = self.scores(view, sight)
      let passing = Set(highest(view.passes, of: reached, scores))
      for person in reached {
        table.append([
          people[person].id, StagedTriageTask.stages[stage],
          Table.decimal(units: scores[person], decimals: view.decimals),
          passing.contains(person) ? "1" : "0",
        ])
      }
      reached = reached.filter(passing.contains)
    }
    return (name.path, table.bytes)
  }

  /// The score of everybody, in units of its last decimal.
  private func scores(_ view: View, _ stream: RandomStream) -> [Int] {
    var stream = stream
    var one = 1.0
    for _ in 0..<view.decimals { one *= 10 }
    return people.map { person in
      let seen =
        view.severity * person.severity - view.reticence * person.reticence
        + view.own * stream.normal()
      return Int((one / (1 + Exact.exp(1.5 - 1.5 * seen))).rounded())
    }
  }

  /// The `count` with the highest scores; of equal ones the first.
  private func highest(_ count: Int, of people: [Int], _ scores: [Int]) -> ArraySlice<Int> {
    people.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(count)
  }
}
