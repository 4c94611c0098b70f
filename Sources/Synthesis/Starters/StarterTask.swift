package import SharedTasks

/// What `cltask init` begins a task with: a small folder that validates and scores as it stands.
///
/// Whoever organizes a task replaces its parts one after the other and can run every command in
/// between. A file a kind.
package struct StarterTask: Sendable {
  let definition: String
  let readme: String
  /// Without the path of the task in front.
  let tables: [(name: String, text: String)]
  /// A submission of the team `example`.
  let submission: String

  /// The files of a new task and of a first submission to it, relative to the workspace.
  ///
  /// - Parameter id: a name that a task may have; whether it may is for the caller to check.
  package static func files(id: String, kind: TaskDefinition.Kind) -> [SyntheticFile] {
    let starter = of(kind, id: id)
    var files: [SyntheticFile] = [
      ("tasks/\(id)/task.yaml", Array(starter.definition.utf8)),
      ("tasks/\(id)/README.md", Array(starter.readme.utf8)),
    ]
    for table in starter.tables {
      files.append(("tasks/\(id)/\(table.name)", bytes(table.text)))
    }
    let name = SubmissionName(task: id, team: "example", run: "first")
    let metadata = """
      # team: \(name.team)
      # run: \(name.run)
      # task: \(name.task)
      # description: written by cltask init, to be thrown away

      """
    files.append((name.path, Array(metadata.utf8) + bytes(starter.submission)))
    return files
  }

  private static func of(_ kind: TaskDefinition.Kind, id: String) -> StarterTask {
    switch kind {
    case .ranking: .ranking(id: id)
    case .assessment: .assessment(id: id)
    case .prioritization: .prioritization(id: id)
    case .triage: .triage(id: id)
    case .earlyDetection: .earlyDetection(id: id)
    }
  }

  /// A table that is written here with bars between its fields, where they can be seen.
  private static func bytes(_ table: String) -> [UInt8] {
    Array((table + "\n").utf8).map { $0 == UInt8(ascii: "|") ? UInt8(ascii: "\t") : $0 }
  }

  /// What the README of every kind ends with: questions for the organizer to answer.
  static let questions = """
    ## Data

    Where are the data from, who collected them, and who is in them? Who may use them, under which
    agreement? How were people asked, and how were names removed?

    ## Dates

    When do the data come out, when are submissions due, when are results told?

    ## Contact

    Who answers questions, and where?

    """
}
