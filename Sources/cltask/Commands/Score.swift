import ArgumentParser
import Measures
import Reporting
import Scoring
import SharedTasks

extension CLTask {
  struct Score: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Score submissions of a task.",
      discussion: """
        An invalid submission is refused whole, with everything that is wrong with it. Several \
        submissions become a table with a row each.
        """)

    @Argument(help: "Submissions; - is standard input.")
    var files: [String]

    @OptionGroup var place: TaskOptions
    @OptionGroup var limits: ReadingLimits

    @Option(help: "A measure instead of the task's own; may be given several times.")
    var measure: [String] = []

    @Option(help: "How the result is written.")
    var format: OutputFormat = .table

    @OptionGroup var sureness: IntervalFlags

    @Flag(help: "Let each gold label keep its number of units in every replicate.")
    var stratified = false

    @OptionGroup var stages: StageOptions
    @OptionGroup var groups: GroupOptions

    @Flag(name: [.long, .customLong("per-topic")], help: "Show the values of each unit as well.")
    var perUnit = false

    func validate() throws {
      guard !stratified || sureness.resampling.replicates > 0 else {
        throw ValidationError("--stratified needs replicates; ask for more than 0")
      }
    }

    func run() async throws {
      let measures = MeasureList(measure)
      try stages.check(format)
      try groups.check(format)
      let workspace = try place.openWorkspace()
      var session = ScoringSession(
        place, workspace, measures: measures, stages: stages,
        intervals: format == .trecEval ? nil : sureness.options(stratified: stratified),
        groups: groups, tellsUnits: perUnit || stages.plot)
      let progress = Progress(total: files.count)
      for (index, file) in files.enumerated() {
        do {
          try await session.score(file, limits.options())
        } catch {
          // What was found in the files before is not lost because this one cannot be read.
          if session.diagnostics.hasErrors { Failure.show(session.diagnostics) }
          throw error
        }
        progress.show(index + 1, "submissions scored")
      }
      progress.clear()
      guard !session.diagnostics.hasErrors else {
        throw SharedTasksError.invalid(session.diagnostics)
      }
      Failure.show(session.diagnostics)
      let report = ScorecardReport(session.cards, showsUnits: perUnit, showsPlot: stages.plot)
      try Terminal.standardOutput(report.rendered(as: format))
    }
  }
}
