/// Where the files of a benchmark's task stand, and what its submissions say of themselves.
struct BenchmarkTask: Sendable {
  let name: String
  /// The folder of the workspace: empty, or with a slash at its end.
  private let workspace: String

  /// - Parameter hasOwnWorkspace: whether the files stand in a folder of the task's name.
  init(_ name: String, hasOwnWorkspace: Bool) {
    self.name = name
    workspace = hasOwnWorkspace ? name + "/" : ""
  }

  var definition: String { "\(workspace)tasks/\(name)/task.yaml" }

  /// A table of the split `test`.
  func test(_ table: String) -> String { "\(workspace)tasks/\(name)/test/\(table).tsv" }

  func submission(_ run: String) -> String {
    "\(workspace)submissions/\(name)/baseline/\(run).tsv"
  }

  /// The lines above the header of a submission.
  func metadata(_ run: String) -> String {
    "# team: baseline\n# run: \(run)\n# task: \(name)\n"
  }
}
