import Scoring
import SharedTasks

/// Scores submissions of one task by utility and unfairness; gold and groups are read once.
struct TradeOffSession {
  private let place: TaskOptions
  private let workspace: Workspace
  private let request: TradeOffRequest
  private var scorer: (task: String, file: String, scorer: TradeOffScorer)?
  private(set) var entries: [TradeOffEntry] = []
  private(set) var diagnostics = DiagnosticList()

  init(_ place: TaskOptions, _ workspace: Workspace, _ request: TradeOffRequest) {
    self.place = place
    self.workspace = workspace
    self.request = request
  }

  mutating func read(_ file: String, _ options: ReadingOptions) async throws {
    let (input, task, place) = try self.place.open(file, in: workspace, options, &diagnostics)
    let scorer = try await scorer(for: task, file, threads: options.threads)
    let result = try await scorer.score(file, input, place: place, options: options)
    diagnostics.append(contentsOf: result.diagnostics)
    if let entry = result.entry { entries.append(entry) }
  }

  func tradeOff(threads: Int) async throws -> TradeOff {
    guard let scorer, !diagnostics.hasErrors else { throw SharedTasksError.invalid(diagnostics) }
    return try await TradeOff(entries, by: scorer.scorer, threads: threads)
  }

  private mutating func scorer(
    for task: SharedTask, _ file: String, threads: Int
  ) async throws -> TradeOffScorer {
    if let (known, first, scorer) = scorer {
      guard known == task.definition.id else {
        throw ComparisonError.differentTasks(first, known, of: file, task.definition.id)
      }
      return scorer
    }
    let split = try task.folder.split(place.split, of: task.definition)
    let gold = try await Gold(of: task, split: split, at: place.gold, threads: threads)
    let scorer = try TradeOffScorer(
      task, split: split, gold: gold, table: task.attributeTable(&diagnostics), request: request)
    self.scorer = (task.definition.id, file, scorer)
    return scorer
  }
}
