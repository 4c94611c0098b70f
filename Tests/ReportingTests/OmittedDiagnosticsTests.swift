import Foundation
import SharedTasks
import Testing

@testable import Reporting

@Suite("Problems that were counted and not kept")
struct OmittedDiagnosticsTests {
  private struct Entry: Decodable {
    let file: String
    let line: Int?
    let code: String
    let severity: String
    let omitted: Int?
  }

  private static func entries(_ list: DiagnosticList) throws -> [Entry] {
    try JSONDecoder().decode([Entry].self, from: Data(DiagnosticReport.json(list).utf8))
  }

  @Test("stand by file and code after those that were kept, and all add up to what was reported")
  func addUp() throws {
    var list = DiagnosticList(limit: 2)
    for line in 1...5 { list.report(.badNumber, file: "b", line: line, "no number") }
    for line in 6...9 { list.report(.notFinite, file: "b", line: line, "not finite") }
    for line in 1...3 { list.report(.unknownColumn, file: "a", line: line, "a column") }
    let entries = try Self.entries(list)
    #expect(entries.map { $0.omitted ?? 1 }.reduce(0, +) == list.count)
    let omitted = entries.drop { $0.omitted == nil }
    #expect(omitted.map(\.file) == ["a", "b", "b"])
    #expect(omitted.map(\.code) == ["unknown-column", "bad-number", "not-finite"])
    #expect(omitted.map(\.severity) == ["warning", "error", "error"])
    #expect(omitted.map(\.omitted) == [1, 3, 4])
    #expect(omitted.allSatisfy { $0.line == nil })
  }

  @Test("are not spoken of where there are none")
  func none() throws {
    var list = DiagnosticList()
    list.report(.badNumber, file: "b", line: 1, "no number")
    #expect(!(try DiagnosticReport.json(list)).contains("omitted"))
  }
}
