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
    var grid = Grid([
      ("task", .left), ("kind", .left), ("splits", .left), ("primary", .left), ("title", .left),
    ])
    for row in rows {
      grid.append([
        row.id, row.kind, row.splits.joined(separator: ", "), row.primary, row.title.printable,
      ])
    }
    return grid.rendered(as: format, caption: "Tasks")
  }
}
