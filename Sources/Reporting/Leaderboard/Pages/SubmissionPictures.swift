internal import Scoring
internal import SharedTasks

/// What of a submission is seen better than read: recall, stages, confusion, calibration, and how values
/// spread over units.
struct SubmissionPictures {
  private let score: BoardScore?
  private let name: String
  private let kind: TaskDefinition.Kind
  private let decimals: Int

  init(_ submission: BoardSubmission, _ board: Leaderboard) {
    score = submission.score
    name = "\(submission.place.team)/\(submission.place.run)"
    kind = board.kind
    decimals = board.standings.rules.policy.decimals
  }

  var sections: [PageSection] {
    guard let score else { return [] }
    var outcomes = PageSection(id: "outcomes", title: "What happens to items")
    if let triage = score.scorecard.triage { add(triage, to: &outcomes) }
    if let confusion = score.scorecard.confusion {
      outcomes.add { id in
        ConfusionPicture(confusion, name: name, isTriage: kind == .triage).picture(id)
      }
    }
    if let recall = score.recall {
      outcomes.add { id in
        RecallPicture(
          curves: [
            RecallPicture.Curve(name: name, points: recall.map { ($0.minutes, $0.recall) })
          ]
        ).picture(id)
      }
    }
    var probabilities = PageSection(id: "calibration", title: "Calibration")
    if let bins = score.calibration {
      probabilities.add { id in
        CalibrationPicture(bins, name: name, decimals: decimals).picture(id)
      }
    }
    var spread = PageSection(id: "units", title: "Units")
    if let distribution = score.distribution, !distribution.isEmpty {
      spread.add { id in
        DistributionPicture(
          panels: distribution.sorted { $0.key < $1.key }.map {
            DistributionPicture.Panel(measure: $0.key, counts: $0.value)
          }, units: kind.units
        ).picture(id)
      }
    }
    return [outcomes, probabilities, spread].filter { !$0.isEmpty }
  }

  private func add(_ triage: StagesDocument, to section: inout PageSection) {
    section.add { id in StagesPicture(triage).picture(id) }
    let numbers = BoardNumbers(decimals: decimals)
    func text(_ value: ValueDocument) -> String {
      value.value.map(numbers.plain) ?? (value.undefined ?? "–").printable
    }
    var stages = Grid([
      ("stage", .left), ("reached", .right), ("cases", .right), ("passed", .right),
      ("missed", .right), ("sensitivity", .right), ("false positive rate", .right),
      ("workload", .right), ("cost", .right),
    ])
    for stage in triage.stages {
      stages.append([
        stage.name.printable, "\(stage.reached)", "\(stage.cases)", "\(stage.passed)",
        "\(stage.missed)", text(stage.sensitivity), text(stage.falsePositiveRate),
        "\(stage.workload)", numbers.plain(stage.cost),
      ])
    }
    section.add(stages, "Stages")
    var care = Grid([("level of care", .left), ("under-triage", .right), ("over-triage", .right)])
    for level in triage.levelOfCare {
      care.append([
        (level.label ?? "all").printable, text(level.underTriage), text(level.overTriage),
      ])
    }
    section.add(care, "Levels of care: who gets less or more than needed")
  }
}
