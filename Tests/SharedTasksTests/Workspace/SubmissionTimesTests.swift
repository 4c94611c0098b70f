import Foundation
import Testing

@testable import SharedTasks

@Suite("When submissions were handed in")
struct SubmissionTimesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func times(_ table: String?) throws -> (SubmissionTimes, DiagnosticList) {
    let place = folder.path + "/submissions/example"
    for path in [place, folder.path + "/tasks"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    try table?.write(toFile: place + "/submitted.tsv", atomically: true, encoding: .utf8)
    var diagnostics = DiagnosticList()
    let times = try SubmissionTimes(
      of: "example", in: Workspace(at: folder.path), &diagnostics)
    return (times, diagnostics)
  }

  private func place(_ team: String, _ run: String) throws -> SubmissionPlace {
    try SubmissionPlace(task: "example", team: team, run: run)
  }

  @Test("is read from the organizers' table, in whatever order of columns")
  func reads() throws {
    let (times, diagnostics) = try times(
      "run\tsubmitted\tteam\none\t2026-05-01T23:59:59-12:00\taurora\n")
    #expect(!diagnostics.hasErrors)
    #expect(times[try place("aurora", "one")]?.description == "2026-05-02T11:59:59Z")
    #expect(times[try place("aurora", "two")] == nil)
  }

  @Test("is not known without a table")
  func none() throws {
    let (times, diagnostics) = try times(nil)
    #expect(times[try place("aurora", "one")] == nil && diagnostics.isEmpty)
  }

  @Test("is refused without an offset, and where a run stands twice")
  func refuses() throws {
    let (_, diagnostics) = try times(
      "team\trun\tsubmitted\na\tone\t2026-05-01T23:59:59\nb\tone\t2026-05-01T23:59:59Z\n"
        + "b\tone\t2026-05-02T23:59:59Z\n")
    #expect(diagnostics.diagnostics.map(\.code) == [.badNumber, .duplicateItem])
    #expect(diagnostics.diagnostics.map(\.line) == [2, 4])
  }
}
