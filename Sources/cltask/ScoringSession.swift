import Measures
import Scoring
import SharedTasks

/// Scores one file after the other; the gold of a task is read once.
struct ScoringSession {
  private let place: TaskOptions
  private let workspace: Workspace
  private let measures: MeasureList
  private let stages: StageOptions
  private let intervals: IntervalOptions?
  private let groups: GroupOptions
  private let tellsUnits: Bool
  private var scorers: [String: Scorer] = [:]
  private(set) var cards: [(file: String, card: Scorecard)] = []
  private(set) var diagnostics = DiagnosticList()

  init(
    _ place: TaskOptions, _ workspace: Workspace, measures: MeasureList, stages: StageOptions,
    intervals: IntervalOptions?, groups: GroupOptions, tellsUnits: Bool
  ) {
    self.place = place
    self.workspace = workspace
    self.measures = measures
    self.stages = stages
    self.intervals = intervals
    self.groups = groups
    self.tellsUnits = tellsUnits
  }

  mutating func score(_ file: String, _ options: ReadingOptions) async throws {
    let (input, task, place) = try self.place.open(file, in: workspace, options, &diagnostics)
    let scorer = try await scorer(for: task, threads: options.threads)
    let result = try await scorer.score(input, place: place, options: options)
    diagnostics.append(contentsOf: result.diagnostics)
    if let card = result.scorecard { cards.append((file, card)) }
  }

  private mutating func scorer(for task: SharedTask, threads: Int) async throws -> Scorer {
    if let scorer = scorers[task.definition.id] { return scorer }
    let split = try task.folder.split(place.split, of: task.definition)
    try stages.check(task)
    if tellsUnits { try groups.checkWithUnits(task) }
    let measures = try measures.measures(of: task, byGroups: !groups.by.isEmpty)
    let gold = try await Gold(
      of: task, split: split, at: place.gold, threads: threads)
    let scorer = try Scorer(
      task, split: split, gold: gold, measures: measures, capacities: stages.capacity,
      wantsCurve: stages.plot, intervals: intervals,
      groups: try groups.question(of: task, gold, intervals, &diagnostics))
    scorers[task.definition.id] = scorer
    return scorer
  }
}
