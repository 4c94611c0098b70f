import ArgumentParser
import Reporting
import Scoring
import SharedTasks

extension CLTask {
  struct Tasks: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the tasks of the workspace.")

    @Option(help: ArgumentHelp("The workspace.", valueName: "dir"))
    var workspace: String?

    @Option(help: "table, json, csv, markdown or latex.")
    var format: OutputFormat = .table

    func run() throws {
      let workspace = try workspace.map { try Workspace(at: $0) } ?? Workspace.enclosing()
      var tasks: [SharedTask] = []
      var diagnostics = DiagnosticList()
      for id in workspace.tasks {
        do {
          tasks.append(try SharedTask(workspace.task(id)))
        } catch SharedTasksError.invalid(let found) {
          diagnostics.append(contentsOf: found)
        }
      }
      try Terminal.standardOutput(TaskReport(tasks).rendered(as: format))
      if diagnostics.hasErrors { throw SharedTasksError.invalid(diagnostics) }
    }
  }
}
