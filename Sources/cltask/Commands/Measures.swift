import ArgumentParser
import Measures
import Reporting

extension CLTask {
  struct Measures: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the measures, or say everything about some of them.")

    @Argument(help: "Names, as in nDCG or F1(macro).")
    var names: [String] = []

    @Option(help: "How the list is written; one measure is shown as a table or as json.")
    var format: OutputFormat = .table

    func validate() throws { try format.refuseTRECEval() }

    func run() throws {
      guard !names.isEmpty else {
        return try Terminal.standardOutput(MeasureReport.list(format))
      }
      let definitions = try MeasureList.each(names) { try MeasureCatalog.definitions(named: $0) }
        .flatMap(\.self)
      try Terminal.standardOutput(MeasureReport.details(definitions, format))
    }
  }
}
