import Testing

@testable import SharedTasks

@Suite("Errors that stop a command")
struct SharedTasksErrorTests {
  @Test(
    "each has words in one line and an exit code of sysexits",
    arguments: [
      (SharedTasksError.missingFile(path: "a\u{1B}[2J"), Int32(66)),
      (.notAFile(path: "."), 66), (.noWorkspace(path: "/tmp"), 66),
      (.unknownTask(id: "x", known: ["a", "b"]), 66), (.taskNotChosen(known: []), 64),
      (.unknownSplit(name: "x", task: "t", known: ["test"]), 64),
      (.missingGold(task: "t", split: "test", path: "p"), 66),
      (.badName(role: "team", name: "a/b", problem: "holds a slash"), 64),
      (.outsideWorkspace(path: "p"), 74), (.readFailed(path: "p", reason: "no"), 74),
      (.writeFailed(path: "p", reason: "no"), 74),
    ])
  func exitCodes(error: SharedTasksError, code: Int32) {
    #expect(error.exitCode == code)
    #expect(!error.description.isEmpty)
    #expect(!error.description.unicodeScalars.contains { $0.value < 32 })
  }

  @Test("refused data exits with 65 and is shown as its diagnostics")
  func invalid() {
    var list = DiagnosticList()
    list.report(.badNumber, file: "a", line: 2, "m")
    #expect(SharedTasksError.invalid(list).exitCode == 65)
    #expect(SharedTasksError.invalid(list).description == "a:2: error: m [bad-number]")
  }
}
