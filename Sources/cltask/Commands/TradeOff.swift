import ArgumentParser
import Reporting
import Scoring
import SharedTasks

extension CLTask {
  struct TradeOff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "trade-off",
      abstract: "Weigh submissions by usefulness and unfairness.",
      discussion: """
        Shows which submissions no other beats in both, and what fairness costs: the best \
        submission with a gap between groups of at most so much.
        """)

    @Argument(help: "Submissions of one task; - is standard input.")
    var files: [String]

    @OptionGroup var place: TaskOptions
    @OptionGroup var limits: ReadingLimits
    @OptionGroup var options: TradeOffOptions

    @Option(help: "How the result is written.")
    var format: OutputFormat = .table

    func run() async throws {
      try format.refuseTRECEval()
      try ComparedFiles.refuseRepeated(files)
      var session = TradeOffSession(place, try place.openWorkspace(), try options.request())
      let progress = Progress(total: files.count)
      for (index, file) in files.enumerated() {
        try await session.read(file, limits.options())
        progress.show(index + 1, "submissions scored")
      }
      progress.clear()
      let found = try await session.tradeOff(threads: limits.options().threads)
      Failure.show(session.diagnostics)
      try Terminal.standardOutput(TradeOffReport(found).rendered(as: format))
    }
  }
}
