@testable import Measures
import Testing

@Suite("Every measure has a second implementation")
struct CoverageTests {
  static let names =
    NaiveRankingCase.all.map(\.measure) + NaiveAnswerCase.all.map(\.measure)
    + NaivePeopleCase.all.map(\.measure) + NaiveTriageCase.all.map(\.measure)
    + NaiveEarlyCase.all.map(\.measure) + NaiveGroupCase.all.map(\.measure)

  @Test("a naive definition for each measure of the catalogue", arguments: MeasureCatalog.all)
  func hasDefinition(_ definition: MeasureDefinition) throws {
    let names = Self.names
    // Names are not unique (`P@10` and `P(label)`), summaries are.
    let covered = try names.contains { try Measure($0).definition.summary == definition.summary }
    #expect(covered, "write \(definition.name) once more in Definitions, as its source has it")
  }

  @Test("a case for each parameter of each measure", arguments: MeasureCatalog.all)
  func hasParameters(_ definition: MeasureDefinition) throws {
    let cases = try Self.names.map { try Measure($0) }.filter {
      $0.definition.summary == definition.summary
    }
    for parameter in definition.parameters {
      let isTried = cases.contains { measure in
        measure.name.arguments.contains {
          $0.name == parameter.name || parameter.isPositional && $0.name.isEmpty
        }
      }
      #expect(isTried, "no case of \(definition.name) gives \(parameter.name)")
    }
  }
}
