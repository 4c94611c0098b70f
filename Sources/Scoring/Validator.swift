package import SharedTasks

/// Checks submissions against what is public of a split, or against the gold where only that names
/// the items.
package struct Validator: Sendable {
  private enum Reference: Sendable {
    case items(ItemUniverse)
    case triage(ItemUniverse)
    /// Topics and, where items.tsv names them, their items; levels do not matter.
    case topics(RankingGold)
    case users(UserUniverse)
    case posts(PostUniverse)
  }

  private let task: SharedTask
  private let reference: Reference

  /// Throws ``SharedTasksError`` or ``ScoringError`` where there is nothing to check against.
  package init(_ task: SharedTask, split: String, gold place: String? = nil) throws {
    self.task = task
    var diagnostics = DiagnosticList()
    let items = task.folder.path(of: .items, split: split)
    let isPublic = items != nil || task.folder.path(of: .posts, split: split) != nil
    if !isPublic, task.folder.path(of: .gold, split: split, gold: place) == nil {
      throw ScoringError.nothingToCheckAgainst(task: task.definition.id, split: split)
    }
    switch task.definition.kind {
    case .assessment:
      if let universe = try task.universe(split: split, &diagnostics) {
        reference = .items(universe)
      } else {
        guard case .assessment(let gold) = try Gold(of: task, split: split, at: place) else {
          throw ScoringError.nothingToCheckAgainst(task: task.definition.id, split: split)
        }
        reference = .items(gold.universe)
      }
    case .ranking:
      if let items {
        let reading = try RankingGold.readItems(items)
        diagnostics.append(contentsOf: reading.diagnostics)
        reference = .topics(reading.gold)
      } else {
        guard case .ranking(let gold) = try Gold(of: task, split: split, at: place) else {
          throw ScoringError.nothingToCheckAgainst(task: task.definition.id, split: split)
        }
        reference = .topics(gold)
      }
    case .prioritization:
      if let universe = try task.postUniverse(split: split, &diagnostics) {
        reference = .posts(universe)
      } else {
        guard case .prioritization(let gold) = try Gold(of: task, split: split, at: place) else {
          throw ScoringError.nothingToCheckAgainst(task: task.definition.id, split: split)
        }
        reference = .posts(gold.universe)
      }
    case .triage: reference = .triage(try task.triageUniverse(split, gold: place, &diagnostics))
    case .earlyDetection:
      if let universe = try task.users(split: split, &diagnostics) {
        reference = .users(universe)
      } else {
        guard case .earlyDetection(let gold) = try Gold(of: task, split: split, at: place) else {
          throw ScoringError.nothingToCheckAgainst(task: task.definition.id, split: split)
        }
        reference = .users(gold.universe)
      }
    }
    guard !diagnostics.hasErrors else { throw SharedTasksError.invalid(diagnostics) }
  }

  /// Everything that is wrong with a submission.
  package func validate(_ input: InputFile, options: ReadingOptions) async throws -> DiagnosticList
  {
    var diagnostics = DiagnosticList(limit: 10_000)
    switch reference {
    case .items(let universe):
      guard let scale = task.scale else { throw ScoringError.noLabels(task.definition.id) }
      _ = try AssessmentSubmission.read(
        input, universe: universe, rules: task.rules(for: task.measures, scale),
        maximumBytes: options.maximumBytes, &diagnostics)
    case .posts(let universe):
      _ = try PrioritizationSubmission.read(
        input, universe: universe, rules: task.prioritizationRules,
        maximumBytes: options.maximumBytes, &diagnostics)
    case .triage(let universe):
      _ = try TriageSubmission.read(
        input, universe: universe, rules: task.triageRules, maximumBytes: options.maximumBytes,
        &diagnostics)
    case .users(let universe):
      _ = try EarlyDetectionSubmission.read(
        input, universe: universe, requiresAll: task.definition.missing == .error,
        maximumBytes: options.maximumBytes, &diagnostics)
    case .topics(let gold):
      let reader = RunReader(gold: gold, ties: task.ties) { _ in true }
      let reading = try await reader.read(
        input, threads: options.threads, maximumBytes: options.maximumBytes, digesting: false)
      diagnostics.append(contentsOf: reading.diagnostics)
      let missing = reading.values.indices.filter { reading.values[$0] == nil }
        .map { gold.topics.text($0) }
      task.report(unknown: reading.unknownTopics, missing: missing, in: input.path, &diagnostics)
    }
    return diagnostics
  }
}

extension SharedTask {
  /// Reports topics that a run has and should not have, and the other way round.
  func report(
    unknown: [(name: String, line: Int)], missing: [String], in path: String,
    _ diagnostics: inout DiagnosticList
  ) {
    let isReadable = !diagnostics.hasErrors
    for (name, line) in unknown {
      diagnostics.report(
        .unknownTopic, file: path, line: line,
        "there is no topic \(Diagnostic.quoted(name)) in this split",
        hint: "check the split that the run was made for")
    }
    // A line that could not be read may be of any topic.
    guard definition.missing == .error, isReadable else { return }
    for topic in missing {
      diagnostics.report(
        .missingTopic, file: path, "topic \(Diagnostic.quoted(topic)) has no line",
        hint: "rank at least one item for every topic")
    }
  }
}
