import Measures
import Scoring
import SharedTasks

/// Scores submissions of one task and keeps what they say.
struct ComparisonSession {
  private let place: TaskOptions
  private let workspace: Workspace
  private let measures: MeasureList
  private let comparison: ComparisonOptions
  private var scorer: (task: SharedTask, scorer: Scorer)?
  private(set) var entries: [ComparisonEntry] = []
  private(set) var diagnostics = DiagnosticList()

  init(
    _ place: TaskOptions, _ workspace: Workspace, measures: MeasureList,
    comparison: ComparisonOptions
  ) {
    self.place = place
    self.workspace = workspace
    self.measures = measures
    self.comparison = comparison
  }

  mutating func read(_ file: String, _ options: ReadingOptions) async throws {
    let (input, task, place) = try self.place.open(file, in: workspace, options, &diagnostics)
    let scorer = try await scorer(for: task, file, threads: options.threads)
    let result = try await scorer.score(input, place: place, options: options)
    diagnostics.append(contentsOf: result.diagnostics)
    if let card = result.scorecard, let answer = result.answer,
      let entry = ComparisonEntry(
        file: file, card: card, measures: try scorer.bound(), answer: answer)
    {
      entries.append(entry)
    }
  }

  /// Reads the gold of the first task; a file of another one is refused before its gold is read.
  private mutating func scorer(
    for task: SharedTask, _ file: String, threads: Int
  ) async throws -> Scorer {
    if let (known, scorer) = scorer {
      guard known.definition.id == task.definition.id else {
        let first = entries.first?.file ?? ""
        throw ComparisonError.differentTasks(
          first, known.definition.id, of: file, task.definition.id)
      }
      return scorer
    }
    let measures = try comparison.measures(measures, of: task)
    let split = try task.folder.split(place.split, of: task.definition)
    let gold = try await Gold(of: task, split: split, at: place.gold, threads: threads)
    let scorer = try Scorer(task, split: split, gold: gold, measures: measures)
    self.scorer = (task, scorer)
    return scorer
  }
}
