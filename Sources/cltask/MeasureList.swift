import Measures
import Reporting
import Scoring
import SharedTasks

/// Measures as they stand on the command line.
///
/// PPV, P, FPR and NetBenefit each stand for several measures, and others are of some kinds of task
/// only: what is wrong with the names is known once the first file was looked at, and is told of all
/// of them at once.
struct MeasureList {
  private let names: [String]

  init(_ names: [String]) {
    self.names = names
  }

  /// The measures that the names stand for in a task; nil where there are no names. Where groups are
  /// asked for there are measures between them too.
  func measures(of task: SharedTask, byGroups: Bool = false) throws -> [Measure]? {
    guard !names.isEmpty else { return nil }
    return try measures { name in
      let measure = try task.definition.measure(name)
      try task.definition.check(measure, on: task.scale, byGroups: byGroups)
      return measure
    }
  }

  /// The measures that the names stand for where runs are evaluated without a task.
  func measuresOfRuns(ties: TieRule) throws -> [Measure] {
    try measures { name in
      let measure = try TaskDefinition.Kind.ranking.measure(name)
      try RankingEvaluator.check(measure, ties: ties)
      return measure
    }
  }

  /// Each measure once.
  private func measures(_ make: (String) throws -> Measure) throws -> [Measure] {
    var measures: [Measure] = []
    for measure in try Self.each(names, make) where !measures.contains(measure) {
      measures.append(measure)
    }
    return measures
  }

  /// What is made of each name; throws for all names at once with which something is wrong.
  static func each<Found>(_ names: [String], _ make: (String) throws -> Found) throws -> [Found] {
    var found: [Found] = []
    var problems: [MeasureNameError] = []
    for name in names {
      do {
        found.append(try make(name))
      } catch let error as MeasureNameError {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw MeasureNamesError(problems: problems) }
    return found
  }
}

/// What is wrong with the names of measures on a command line.
struct MeasureNamesError: Error {
  let problems: [MeasureNameError]
}
