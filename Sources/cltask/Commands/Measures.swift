import ArgumentParser
import Measures
import Reporting

extension CLTask {
  struct Measures: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the measures, or say everything about some of them.")

    @Argument(help: "Names, as in nDCG or F1(macro).")
    var names: [String] = []

    @Option(help: "table, csv, markdown or latex.")
    var format: OutputFormat = .table

    func run() throws {
      guard !names.isEmpty else {
        return try Terminal.standardOutput(MeasureReport.list(format))
      }
      let definitions = try names.flatMap { try MeasureCatalog.definitions(named: $0) }
      let texts = definitions.map { MeasureReport.details($0) }
      try Terminal.standardOutput(texts.joined(separator: "\n"))
    }
  }
}
