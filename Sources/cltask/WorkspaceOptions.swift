import ArgumentParser
import SharedTasks

/// Where the workspace and the gold of its tasks are, for commands that name their tasks themselves.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The workspace; without it the nearest folder that holds tasks/.", valueName: "dir"))
  var workspace: String?

  @Option(help: ArgumentHelp("Where the gold is, if not in the task's folder.", valueName: "dir"))
  var gold: String?

  func open() throws -> Workspace {
    try workspace.map { try Workspace(at: $0) } ?? Workspace.enclosing()
  }
}
