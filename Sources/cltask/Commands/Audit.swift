import ArgumentParser
import Reporting
import Scoring
import SharedTasks

extension CLTask {
  struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Look for a subgroup that a submission treats differently.",
      discussion: """
        Goes through every conjunction of the attributes in groups.tsv, such as women of 30 to 44, \
        and says whether any of them fares differently by more than chance explains.
        """)

    @Argument(help: "A submission; - is standard input.")
    var file: String

    @OptionGroup var place: TaskOptions
    @OptionGroup var limits: ReadingLimits
    @OptionGroup var audit: AuditOptions

    @Option(help: "How the result is written.")
    var format: OutputFormat = .table

    func run() async throws {
      try format.refuseTRECEval()
      let options = limits.options()
      var diagnostics = DiagnosticList()
      let (input, task, place) = try self.place.open(
        file, in: self.place.openWorkspace(), options, &diagnostics)
      guard task.definition.kind != .ranking else {
        throw AuditError.notOfRankings(task: task.definition.id)
      }
      let split = try task.folder.split(self.place.split, of: task.definition)
      let gold = try await Gold(
        of: task, split: split, at: self.place.gold, threads: options.threads)
      let groups = try task.groups(of: gold, &diagnostics)
      let scorer = try Scorer(
        task, split: split, gold: gold, measures: [], wantsCurve: audit.outcome == .time)
      let result = try await scorer.score(input, place: place, options: options)
      diagnostics.append(contentsOf: result.diagnostics)
      guard let card = result.scorecard, let answer = result.answer else {
        throw SharedTasksError.invalid(diagnostics)
      }
      Failure.show(diagnostics)
      let found = try await Scoring.Audit(
        card, answer, groups, rules: task.definition.fairness,
        audit.request(threads: options.threads))
      try Terminal.standardOutput(AuditReport(found).rendered(as: format))
    }
  }
}
