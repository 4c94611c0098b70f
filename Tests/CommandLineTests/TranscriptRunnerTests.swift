import Foundation
import Testing

/// A runner of transcripts is worth something only if it can fail.
@Suite("The transcript runner")
struct TranscriptRunnerTests {
  private func failures(_ text: String, timeLimit: TimeInterval = Shell.timeLimit) async throws
    -> [TranscriptRun.Failure]
  {
    let programs = try #require(Repository.programs, "cltask is not beside the tests")
    return try await TranscriptRun.failures(
      of: Transcript(text), programs: programs, timeLimit: timeLimit)
  }

  @Test("accepts what is so")
  func accepts() async throws {
    let failures = try await failures(
      """
      ```tsv folder/table.tsv
      a\tb
      ```
      ```console
      $ cat folder/table.tsv
      a\tb
      $ printf 'one\\ntwo\\nthree\\n'; echo four >&2
      one
      …
      four
      $ echo a \\
      > b
      a b
      $ exit 3
      exit 3
      $ cltask --version
      0.1.0
      ```
      """)
    #expect(failures.isEmpty, "\(failures.map(\.message))")
  }

  @Test(
    "finds what is not so",
    arguments: [
      "$ echo one\ntwo", "$ echo one\none\ntwo", "$ echo one", "$ true\none", "$ false",
      "$ true\nexit 1", "$ printf 'a\\nb\\n'\nb\n…", "$ printf 'a\\nb\\n'\n…\na",
      "$ printf one\none", "$ printf 'a\\n\\n'\na", "$ echo 'a '\na",
    ])
  func fails(_ block: String) async throws {
    let failures = try await failures("```console\n\(block)\n```\n")
    #expect(failures.count == 1)
  }

  @Test("a pasted command must succeed")
  func pasted() async throws {
    let failures = try await failures("```sh\nswift run cltask score nothing.tsv\nswift test\n```")
    #expect(failures.map(\.command.script) == ["cltask score nothing.tsv"])
    #expect(failures.first?.message.contains("exit 66") == true)
  }

  @Test("shows the difference line by line")
  func message() async throws {
    let failures = try await failures("```console\n$ printf 'a\\nB\\tx\\n'; exit 2\na\nb\n```")
    #expect(failures.first?.message == "$ printf 'a\\nB\\tx\\n'; exit 2\n  a\n- b\n+ B⇥x\n+ exit 2")
  }

  @Test("remembers the folder that a command went to")
  func folder() async throws {
    let failures = try await failures(
      "```console\n$ mkdir new && cd new\n$ basename \"$PWD\"\nnew\n```")
    #expect(failures.isEmpty, "\(failures.map(\.message))")
  }

  @Test("ends a command that takes too long")
  func timeLimit() async throws {
    let failures = try await failures("```console\n$ sleep 600 | cat\n```", timeLimit: 0.5)
    #expect(failures.first?.result.isOutOfTime == true)
    let text = "```console\n$ echo begun; sleep 600\nbegun and done\n```"
    #expect(TranscriptRun.recorded(text, try await self.failures(text, timeLimit: 0.5)) == text)
  }

  @Test("reads more than a pipe holds")
  func largeOutput() async throws {
    let failures = try await failures(
      "```console\n$ awk 'BEGIN { for (i = 0; i < 100000; i++) print i }' | tail -n 99999\n1\n…\n"
        + "99999\n$ awk 'BEGIN { for (i = 0; i < 100000; i++) print i }'\n…\n```")
    #expect(failures.isEmpty, "\(failures.map(\.message.count))")
  }

  @Test("records what came in place of what stands there")
  func records() async throws {
    let text = "Text\n\n  ```console\n  $ echo a; exit 2\n  b\n  c\n  $ echo d\n  ```\nMore\n"
    let failures = try await failures(text)
    #expect(
      TranscriptRun.recorded(text, failures)
        == "Text\n\n  ```console\n  $ echo a; exit 2\n  a\n  exit 2\n  $ echo d\n  d\n  ```\nMore\n"
    )
  }
}
