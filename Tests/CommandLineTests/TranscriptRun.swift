import Foundation

/// One document, run from its first block to its last.
struct TranscriptRun {
  /// A command that did not do what the document says.
  struct Failure: Sendable {
    let command: Transcript.Command
    let result: Shell.Result

    /// What was expected and what came, for people.
    var message: String {
      var lines = ["$ " + command.script]
      if result.isOutOfTime { lines.append("took too long and was ended") }
      guard let expectation = command.expectation else {
        return (lines + result.lines + ["exit \(result.exitCode)"]).joined(separator: "\n")
      }
      lines.append(
        LineDifference.text(
          expected: expectation.output + Self.ending(expectation.exitCode), actual: actualLines))
      return lines.joined(separator: "\n")
    }

    /// What the document would have to say.
    var actualLines: [String] { result.lines + Self.ending(result.exitCode) }

    private static func ending(_ exitCode: Int32) -> [String] {
      exitCode == 0 ? [] : ["exit \(exitCode)"]
    }
  }

  /// Runs the steps of a transcript in a fresh folder and returns what went otherwise.
  static func failures(
    of transcript: Transcript, programs: String, timeLimit: TimeInterval = Shell.timeLimit
  )
    async throws -> [Failure]
  {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let shell = Shell(in: folder, programs: programs, timeLimit: timeLimit)
    var failures: [Failure] = []
    for step in transcript.steps {
      switch step {
      case .file(let name, let content):
        try folder.write(content, to: name)
      case .command(let command):
        guard isMet(command.conditions) else { continue }
        let result = try await shell.run(command.script)
        if !holds(command, result) { failures.append(Failure(command: command, result: result)) }
      }
    }
    return failures
  }

  private static func holds(_ command: Transcript.Command, _ result: Shell.Result) -> Bool {
    guard !result.isOutOfTime else { return false }
    guard let expectation = command.expectation else { return result.exitCode == 0 }
    return result.exitCode == expectation.exitCode
      && LineDifference.matches(result.lines, expectation.output)
  }

  private static func isMet(_ conditions: Set<String>) -> Bool {
    #if os(Linux)
    let isLinux = true
    #else
    let isLinux = false
    #endif
    return (isLinux || !conditions.contains("linux"))
      && (getuid() != 0 || !conditions.contains("unprivileged"))
  }

  /// The text with what came in place of what was expected, for `RECORD_TRANSCRIPTS=1`. What a command
  /// that was ended had printed by then is no expectation, nor is that of one that crashed.
  static func recorded(_ text: String, _ failures: [Failure]) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for failure in failures.reversed() where failure.result.isWhole {
      guard let expectation = failure.command.expectation else { continue }
      let actual = failure.actualLines.map { $0.isEmpty ? "" : expectation.indentation + $0 }
      lines.replaceSubrange(
        expectation.lines.lowerBound - 1..<expectation.lines.upperBound - 1, with: actual)
    }
    return lines.joined(separator: "\n")
  }
}
