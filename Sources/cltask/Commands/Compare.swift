import ArgumentParser
import Reporting
import Scoring
import SharedTasks

extension CLTask {
  struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Test which of several submissions differ.",
      discussion: """
        By the task's primary measure or --measure, on the units of the split. Every \
        pair is tested, and p-values are corrected for how many were.
        """)

    @Argument(help: "Submissions of one task; - is standard input.")
    var files: [String]

    @OptionGroup var place: TaskOptions
    @OptionGroup var limits: ReadingLimits

    @Option(help: "A measure instead of the task's primary one; with --rankings several.")
    var measure: [String] = []

    @OptionGroup var comparison: ComparisonOptions

    @Option(help: "How the result is written.")
    var format: OutputFormat = .table

    func run() async throws {
      try format.refuseTRECEval()
      let files = try ComparedFiles(files, baseline: comparison.baseline)
      var session = try ComparisonSession(
        place, place.openWorkspace(), measures: MeasureList(measure), comparison: comparison)
      let progress = Progress(total: files.paths.count)
      for (index, file) in files.paths.enumerated() {
        try await session.read(file, limits.options())
        progress.show(index + 1, "submissions scored")
      }
      progress.clear()
      guard !session.diagnostics.hasErrors else {
        throw SharedTasksError.invalid(session.diagnostics)
      }
      Failure.show(session.diagnostics)
      let entries = session.entries
      guard !comparison.rankings else {
        let report = RankingAgreementReport(try RankingAgreement(entries))
        return try Terminal.standardOutput(report.rendered(as: format))
      }
      let request = comparison.request(files, threads: limits.options().threads)
      let measure = entries[0].card.measures[0]
      if comparison.failIfWorse { try request.checkCanBeWorse(measure) }
      let answer = try await Comparator(entries, measure: measure, request: request).comparison()
      try Terminal.standardOutput(ComparisonReport(answer).rendered(as: format))
      guard comparison.failIfWorse else { return }
      let untested = answer.untestedAgainstBaseline
      guard untested.isEmpty else { throw ComparisonError.untested(untested) }
      if !answer.worseThanBaseline.isEmpty { throw ExitCode(1) }
    }
  }
}
