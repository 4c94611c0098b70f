import Foundation
import Testing

@Suite("The table of measures in the guide")
struct MeasureTableTests {
  private static let page = "Sources/cltask/cltask.docc/MeasureGuide.md"

  @Test("holds what the program says of its measures")
  func isCurrent() async throws {
    let programs = try #require(Repository.programs, "cltask is not beside the tests")
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let shell = Shell(in: folder, programs: programs)
    let listed = try await shell.run("cltask measures --format markdown").lines

    let text = try Repository.text(Self.page)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex { $0 == listed.first })
    let shown = Array(lines[start...].prefix { $0.hasPrefix("|") })
    guard shown != listed else { return }
    if ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] == "1" {
      let recorded = lines[..<start] + listed + lines[(start + shown.count)...]
      try Data(recorded.joined(separator: "\n").utf8)
        .write(to: URL(fileURLWithPath: Repository.path(Self.page)))
    }
    Issue.record(
      "\(Self.page) differs:\n\(LineDifference.text(expected: shown, actual: listed))")
  }
}
