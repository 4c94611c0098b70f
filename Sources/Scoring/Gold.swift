package import SharedTasks

/// The gold of one split, of whatever kind.
package enum Gold: Sendable {
  case ranking(RankingGold)
  case assessment(AssessmentGold)
  case prioritization(PrioritizationGold)
  case triage(AssessmentGold)
  case earlyDetection(EarlyDetectionGold)

  /// Reads the gold of a split.
  ///
  /// - Parameters:
  ///   - place: the folder or file of `--gold`.
  ///   - threads: how many parts of a large table are worked on at once.
  ///   - largestInMemory: posts of more bytes stay on the disk where they can.
  ///
  /// Throws ``SharedTasksError`` where there is none, or with everything that is wrong with it.
  package init(
    of task: SharedTask, split: String, at place: String? = nil, threads: Int = 1,
    largestInMemory: Int = PrioritizationGold.largestInMemory
  ) async throws {
    let path = try task.folder.goldPath(split: split, gold: place)
    var diagnostics = DiagnosticList()
    switch task.definition.kind {
    case .ranking:
      let items = task.folder.path(of: .items, split: split)
      let reading = try RankingGold.read(path, items: items, scale: task.scale)
      diagnostics.append(contentsOf: reading.diagnostics)
      self = .ranking(reading.gold)
    case .assessment:
      let universe = try task.universe(split: split, &diagnostics)
      guard let scale = task.scale else { throw ScoringError.noLabels(task.definition.id) }
      self = .assessment(
        try AssessmentGold.read(path, universe: universe, scale: scale, &diagnostics))
    case .prioritization:
      self = .prioritization(
        try await task.prioritizationGold(
          path, split: split, at: place, threads: threads, largestInMemory: largestInMemory,
          &diagnostics))
    case .triage: self = .triage(try task.triageGold(path, split: split, &diagnostics))
    case .earlyDetection:
      let universe = try task.users(split: split, &diagnostics)
      guard let scale = task.scale else { throw ScoringError.noLabels(task.definition.id) }
      self = .earlyDetection(
        try EarlyDetectionGold.read(path, universe: universe, scale: scale, &diagnostics))
    }
    guard !diagnostics.hasErrors else { throw SharedTasksError.invalid(diagnostics) }
  }
}

extension SharedTask {
  /// The items of a split, where items.tsv names them.
  package func universe(
    split: String, _ diagnostics: inout DiagnosticList
  ) throws -> ItemUniverse? {
    try folder.path(of: .items, split: split).map { try ItemUniverse.read($0, &diagnostics) }
  }

  /// The users of a split, where items.tsv names them.
  func users(
    split: String, _ diagnostics: inout DiagnosticList
  ) throws -> UserUniverse? {
    try folder.path(of: .items, split: split).map { try UserUniverse.read($0, &diagnostics) }
  }
}

/// What stops scoring.
package enum ScoringError: StoppingError {
  case noLabels(String)
  case nothingToCheckAgainst(task: String, split: String)
  case unknownStage(String, known: [String])
  case noStages(task: String, kind: TaskDefinition.Kind)
  case noStrata(task: String)

  package var exitCode: Int32 {
    switch self {
    case .unknownStage, .noStages, .noStrata: 64
    case .noLabels: 65
    case .nothingToCheckAgainst: 66
    }
  }

  package var description: String {
    switch self {
    case .noLabels(let task):
      "task \(task) declares no labels, which its kind needs; add `labels:` to its task.yaml"
    case .nothingToCheckAgainst(let task, let split):
      "task \(task), split \(split), has neither items.tsv nor gold.tsv to check against"
    case .unknownStage(let name, let known):
      "there is no stage \(Diagnostic.quoted(name)); the stages are "
        + known.joined(separator: ", ")
    case .noStages(let task, let kind):
      "task \(task) is of kind \(kind.rawValue) and has no stages; --capacity is for triage"
    case .noStrata(let task):
      "task \(task) is a ranking, whose topics have no labels to keep the numbers of; leave out "
        + "--stratified"
    }
  }
}
