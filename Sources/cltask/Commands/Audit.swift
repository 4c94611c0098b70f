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
      // The attributes are read beside gold and answers, unless there is to be one thread.
      async let reading = Self.attributes(of: task)
      if options.threads == 1 { _ = try? await reading }
      let gold = try await Gold(
        of: task, split: split, at: self.place.gold, threads: options.threads)
      let scorer = try Scorer(
        task, split: split, gold: gold, measures: [], wantsCurve: audit.outcome == .time)
      async let scoring = scorer.score(input, place: place, options: options)
      if options.threads == 1 { _ = try? await scoring }
      let (table, found) = try await reading
      diagnostics.append(contentsOf: found)
      let groups = table.groups(of: gold)
      let result = try await scoring
      diagnostics.append(contentsOf: result.diagnostics)
      guard let card = result.scorecard, let answer = result.answer else {
        throw SharedTasksError.invalid(diagnostics)
      }
      Failure.show(diagnostics)
      let audit = try await Scoring.Audit(
        card, answer, groups, rules: task.definition.fairness,
        self.audit.request(threads: options.threads))
      try Terminal.standardOutput(AuditReport(audit).rendered(as: format))
    }

    /// The table of attributes and what is to be said of it.
    private static func attributes(
      of task: SharedTask
    ) throws -> (AttributeTable, DiagnosticList) {
      var diagnostics = DiagnosticList()
      let table = try task.attributeTable(&diagnostics)
      return (table, diagnostics)
    }
  }
}
