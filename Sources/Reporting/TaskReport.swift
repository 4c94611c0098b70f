internal import Measures
package import Scoring
internal import SharedTasks

/// A list of tasks as text.
package struct TaskReport {
  private let tasks: [SharedTask]

  package init(_ tasks: [SharedTask]) { self.tasks = tasks }

  private struct Row: Codable {
    let id: String
    let kind: String
    let splits: [String]
    let primary: String
    let measures: [String]
    let title: String
  }

  package func rendered(as format: OutputFormat) throws -> String {
    let rows = tasks.map { task in
      Row(
        id: task.definition.id, kind: task.definition.kind.rawValue,
        splits: task.definition.splits, primary: task.primary.description,
        measures: task.measures.map(\.description), title: task.definition.title)
    }
    if format == .json { return try JSONText.of(rows) }
    let isTable = format == .table
    let columns = ["task", "kind", "splits", "primary"] + (isTable ? [] : ["title"])
    var grid = Grid(columns.map { ($0, .left) })
    for row in rows {
      let cells = [
        row.id, row.kind, row.splits.joined(separator: ", "), row.primary, row.title.printable,
      ]
      grid.append(Array(cells.prefix(columns.count)))
    }
    guard isTable else { return grid.rendered(as: format, caption: "Tasks") }
    // A title is as long as it likes: beneath the line of its task it makes no table too wide.
    return grid.text(
      beneath: rows.map { row in
        TextWrap.lines(row.title.printable, width: Grid.terminalWidth - 2).map { "  \($0)\n" }
          .joined()
      })
  }
}
