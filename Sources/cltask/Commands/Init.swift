import ArgumentParser
import Reporting
import SharedTasks
import Synthesis

extension CLTask {
  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a new task folder that validates and scores at once.",
      discussion: "It has a small made-up split and a submission, to be replaced by your own.")

    @Argument(help: "The name of the task: a-z, 0-9 and -.")
    var task: String

    @Option(help: "ranking, assessment, prioritization, early-detection or triage.")
    var kind: String

    @Option(
      help: ArgumentHelp(
        "The workspace; without it the nearest, else this folder.", valueName: "dir"))
    var workspace: String?

    func run() throws {
      guard let kind = TaskDefinition.Kind(rawValue: kind) else {
        throw UsageError(
          problems: ["there is no kind `\(kind.printable)`; it is one of \(Self.kinds)"])
      }
      let files = StarterTask.files(id: task, kind: kind)
      let workspace = try Workspace.forNewTask(task, at: workspace)
      try workspace.write(files)
      try Terminal.standardOutput(
        files.map { "\($0.path)\n" }.joined()
          + "\nNow: cltask score submissions/\(task)/example/first.tsv\n")
    }

    private static var kinds: String {
      TaskDefinition.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    }
  }
}
