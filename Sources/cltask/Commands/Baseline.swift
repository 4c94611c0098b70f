import ArgumentParser
import Inference
import Scoring
import SharedTasks

extension CLTask {
  struct Baseline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the trivial baselines of a task as submissions.",
      discussion: """
        random: scores at random. prior: the same answer for everybody, the shares of the labels. \
        length: the more words, the more urgent. everybody, nobody: who is alerted, of early \
        detection. oracle: the gold itself, the best there can be; \
        it holds the gold, so keep it where the gold is.
        """)

    @Argument(help: "The task.")
    var task: String

    @Option(help: "The team that they are filed under.")
    var team = "baseline"

    @Option(help: "The seed of the random baseline.")
    var seed: UInt64 = 20_260_101

    @Option(help: "The split; without it the last one of the task.")
    var split: String?

    @Option(help: ArgumentHelp("The workspace.", valueName: "dir"))
    var workspace: String?

    @Option(help: ArgumentHelp("Where the gold is, if not in the task's folder.", valueName: "dir"))
    var gold: String?

    func run() async throws {
      let workspace = try workspace.map { try Workspace(at: $0) } ?? Workspace.enclosing()
      let task = try SharedTask(workspace.task(self.task))
      let split = try task.folder.split(self.split, of: task.definition)
      let gold = try await Gold(of: task, split: split, at: gold)
      let baselines = Baselines(task, split: split, gold: gold, team: team, seed: seed)
      let files = try baselines.submissions()
      try workspace.writeNew(files)
      try Terminal.standardOutput(files.map { "\($0.path)\n" }.joined())
      Terminal.standardError("note: the oracle holds the gold; keep it where the gold is\n")
    }
  }
}
