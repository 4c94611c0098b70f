import Foundation
import Testing

/// Runs every command of the documentation and of `Tests/Transcripts`, and holds what it prints
/// against what stands there. `RECORD_TRANSCRIPTS=1` writes what came into the documents instead; a
/// run that had to write something fails, so that nobody records by accident.
@Suite("Documents say what happens")
struct TranscriptTests {
  @Test("every command of a document does what it says", arguments: Repository.documents)
  func holds(_ document: String) async throws {
    let programs = try #require(Repository.programs, "cltask is not beside the tests")
    let text = try Repository.text(document)
    let failures = try await TranscriptRun.failures(of: Transcript(text), programs: programs)
    for failure in failures {
      Issue.record(
        "\(document):\(failure.command.line)\n\(failure.message)",
        sourceLocation: SourceLocation(
          fileID: "CommandLineTests/" + document, filePath: Repository.path(document),
          line: failure.command.line, column: 1))
    }
    if !failures.isEmpty, ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] == "1" {
      let recorded = TranscriptRun.recorded(text, failures)
      try Data(recorded.utf8).write(to: URL(fileURLWithPath: Repository.path(document)))
    }
  }

  @Test("no document that people rely on is passed over")
  func areFound() {
    let expected =
      ["README.md", "Sources/Scoring/Scoring.docc/LifeOfAScore.md"]
      + ["early-risk", "recidivism-rossi", "staged-triage", "suicide-risk", "symptom-search"].map {
        "tasks/\($0)/README.md"
      }
      + [
        "TeamGuide", "OrganizerGuide", "AuthorGuide", "FileFormats", "MeasureGuide", "TriageGuide",
        "ComparisonGuide", "FairnessGuide", "AuditGuide",
      ].map {
        "Sources/cltask/cltask.docc/\($0).md"
      }
      + [
        "audit", "baseline", "compare", "early-detection", "errors", "eval", "formats", "groups",
        "help", "hostile", "init",
        "measures", "score", "tasks", "time", "trade-off", "triage", "validate",
      ].map { "Tests/Transcripts/\($0).md" }
    for document in expected {
      #expect(Repository.documents.contains(document), "\(document) has no command or is not there")
    }
  }

  @Test("nothing stands in a console block before its first command")
  func beginWithCommands() throws {
    for document in Repository.documents {
      for block in MarkdownBlock.blocks(of: try Repository.text(document))
      where block.language == "console" {
        #expect(
          block.lines.first?.hasPrefix("$ ") == true, "\(document):\(block.firstLine)")
      }
    }
  }
}
