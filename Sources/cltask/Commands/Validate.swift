import ArgumentParser
import Reporting
import Scoring
import SharedTasks

extension CLTask {
  struct Validate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check submissions or task.yaml files without scoring them.",
      discussion: "Needs no gold where the task has items.tsv. Says everything that is wrong.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "Submissions or task.yaml files; - is a submission on standard input.")
    var files: [String] = []

    @OptionGroup var place: TaskOptions
    @OptionGroup var limits: ReadingLimits

    @Option(help: "How the diagnostics are written.")
    var format: Format = .text

    @Flag(help: "List the codes of all diagnostics, with an example of each.")
    var codes = false

    func validate() throws {
      if files.isEmpty, !codes { throw ValidationError("Missing expected argument '<files> ...'") }
    }

    func run() async throws {
      if codes { return try Terminal.standardOutput(DiagnosticReport.codes) }
      var checks = ValidationSession(place, limits.options())
      for file in files {
        do {
          try await checks.check(file)
        } catch {
          Failure.show(checks.diagnostics)
          throw error
        }
      }
      let diagnostics = checks.diagnostics
      switch format {
      case .json: try Terminal.standardOutput(DiagnosticReport.json(diagnostics))
      case .text:
        if !diagnostics.isEmpty { try Terminal.standardOutput(diagnostics.rendered() + "\n") }
        try Terminal.standardOutput(checks.summary)
      }
      if diagnostics.hasErrors { throw ExitCode(65) }
    }
  }
}
