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

    /// What a gold names, where no public file does.
    init(_ gold: Gold) throws {
      switch gold {
      case .assessment(let gold): self = .items(gold.universe)
      case .triage(let gold): self = .triage(gold.universe)
      case .ranking(let gold): self = .topics(gold)
      case .earlyDetection(let gold): self = .users(gold.universe)
      case .prioritization(let gold): self = .posts(try gold.columns().universe)
      }
    }
  }

  private let task: SharedTask
  private let reference: Reference

  /// Throws ``SharedTasksError`` or ``ScoringError`` where there is nothing to check against.
  package init(_ task: SharedTask, split: String, gold place: String? = nil) async throws {
    self.task = task
    var diagnostics = DiagnosticList()
    let items = task.folder.path(of: .items, split: split)
    let isPublic = items != nil || task.folder.path(of: .posts, split: split) != nil
    if !isPublic, task.folder.path(of: .gold, split: split, gold: place) == nil {
      throw ScoringError.nothingToCheckAgainst(task: task.definition.id, split: split)
    }
    let known: Reference? =
      switch task.definition.kind {
      case .assessment: try task.universe(split: split, &diagnostics).map { .items($0) }
      case .triage: try task.universe(split: split, &diagnostics).map { .triage($0) }
      case .prioritization: try task.postUniverse(split: split, &diagnostics).map { .posts($0) }
      case .earlyDetection: try task.users(split: split, &diagnostics).map { .users($0) }
      case .ranking: try items.map { .topics(try Self.topics($0, &diagnostics)) }
      }
    if let known {
      reference = known
    } else {
      reference = try await Reference(Gold(of: task, split: split, at: place))
    }
    guard !diagnostics.hasErrors else { throw SharedTasksError.invalid(diagnostics) }
  }

  private static func topics(
    _ items: String, _ diagnostics: inout DiagnosticList
  ) throws -> RankingGold {
    let reading = try RankingGold.readItems(items)
    diagnostics.append(contentsOf: reading.diagnostics)
    return reading.gold
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
