import Reporting
import Scoring
import SharedTasks

/// Checks one file after the other, task definitions and submissions.
struct ValidationSession {
  private let place: TaskOptions
  private let options: ReadingOptions
  private(set) var diagnostics = DiagnosticList(limit: 10_000)
  /// A line for each file that is valid.
  private(set) var summary = ""

  init(_ place: TaskOptions, _ options: ReadingOptions) {
    self.place = place
    self.options = options
  }

  mutating func check(_ file: String) async throws {
    let errors = diagnostics.errorCount
    let what = try await isDefinition(file) ? checkDefinition(file) : checkSubmission(file)
    if diagnostics.errorCount == errors { summary += "\(file.printable): valid, \(what)\n" }
  }

  private func isDefinition(_ file: String) -> Bool {
    file == "task.yaml" || file.hasSuffix("/task.yaml")
  }

  private mutating func checkDefinition(_ file: String) throws -> String {
    do {
      let task = try SharedTask(TaskFolder(definitionAt: file))
      diagnostics.append(contentsOf: task.warnings)
      if task.folder.groupsPath != nil { _ = try task.attributeTable(&diagnostics) }
      let count = task.measures.count
      return "\(count) \(count == 1 ? "measure" : "measures"), primary \(task.primary)"
    } catch SharedTasksError.invalid(let found) {
      diagnostics.append(contentsOf: found)
      return ""
    }
  }

  private mutating func checkSubmission(_ file: String) async throws -> String {
    let (input, task, _) = try place.open(
      file, in: place.openWorkspace(), options, &diagnostics)
    let split = try task.folder.split(place.split, of: task.definition)
    let validator = try await Validator(task, split: split, gold: place.gold)
    let found = try await validator.validate(input, options: options)
    diagnostics.append(contentsOf: found)
    return "\(task.definition.id), \(split)"
  }
}
