package import Measures
package import SharedTasks

extension TaskDefinition.Kind {
  /// The measures that tasks of this kind can have; where a name stands for several, the one that is
  /// meant stands first.
  package var measures: [MeasureDefinition] { Self.measures[self] ?? [] }

  private static let measures = Dictionary(
    uniqueKeysWithValues: allCases.map { kind in
      let possible = MeasureCatalog.all.filter { $0.kinds.contains(kind) }
      // PPV and NetBenefit are of the whole pipeline first, and of a label where one is named.
      return (kind, kind == .triage ? MeasureCatalog.triage + possible : possible)
    })

  /// The measure that `text` names in a task of this kind.
  ///
  /// One that only other kinds have is found as well: `TaskDefinition.check` says why a task
  /// cannot have it.
  package func measure(_ text: String) throws(MeasureNameError) -> Measure {
    try Measure(text, among: measures)
  }
}

extension MeasureDefinition {
  /// The kinds of task that can have the measure.
  package var kinds: [TaskDefinition.Kind] {
    switch kernel {
    case .list:
      needsTimes
        ? [.ranking, .assessment, .prioritization]
        : [.ranking, .assessment, .prioritization, .earlyDetection]
    case .confusion: [.assessment, .earlyDetection, .triage]
    case .assessment: [.assessment, .earlyDetection]
    case .people: [.prioritization]
    case .triage: [.triage]
    case .earlyDetection: [.earlyDetection]
    case .groups(let kernel):
      switch kernel.subject {
      case .order: [.ranking, .assessment, .prioritization, .earlyDetection]
      case .scores: [.assessment, .earlyDetection]
      case .decisions, .errors: [.assessment, .earlyDetection, .triage]
      }
    }
  }

  /// What the measure is of, as messages say it.
  package var subject: String {
    switch kernel {
    case .list: "of a ranked list"
    case .confusion, .assessment: "of labels and scores"
    case .people: "of people and their posts"
    case .triage: "of the stages of a triage"
    case .earlyDetection: "of alerts raised while people write"
    case .groups: "between groups of items"
    }
  }
}
