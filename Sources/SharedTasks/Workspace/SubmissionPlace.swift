/// What a path under `submissions/` says of its file: `submissions/<task>/<team>/<run>.tsv`.
public struct SubmissionPlace: Sendable, Hashable {
  public let task: String
  public let team: String
  public let run: String

  /// Refuses names that could not name a folder or file of the workspace.
  public init(task: String, team: String, run: String) throws(SharedTasksError) {
    for (role, name, problem) in [
      ("task", task, WorkspaceName.problem(withTask: task)),
      ("team", team, WorkspaceName.problem(with: team)),
      ("run", run, WorkspaceName.problem(with: run)),
    ] {
      if let problem { throw .badName(role: role, name: name, problem: problem) }
    }
    self.task = task
    self.team = team
    self.run = run
  }
}

extension Workspace {
  /// Where a submission stands, relative to the workspace.
  package static func relativePath(of place: SubmissionPlace) -> String {
    "submissions/\(place.task)/\(place.team)/\(place.run).tsv"
  }

  public func path(of place: SubmissionPlace) -> String {
    path(Self.relativePath(of: place))
  }

  /// What the path of a file says of it; nil if it is not a submission's place here.
  public func submission(at file: String) -> SubmissionPlace? {
    guard let names = components(of: file), names.count == 4, names[0] == "submissions" else {
      return nil
    }
    return try? SubmissionPlace(task: names[1], team: names[2], run: Self.runName(names[3]))
  }

  /// The submissions of a task, by team and run in the order of their bytes.
  ///
  /// Files that are not named as submissions are passed over: what teams leave beside them is not
  /// the organizer's to clear away.
  public func submissions(of task: String) -> [(place: SubmissionPlace, path: String)] {
    submissionFiles(of: task).compactMap { file in
      (try? file.place.get()).map { ($0, file.path) }
    }
  }

  /// Submissions that are passed over for the name of their team or run, and why.
  package func misnamedSubmissions(
    of task: String
  ) -> [(path: String, problem: SharedTasksError)] {
    submissionFiles(of: task).compactMap { file in
      if case .failure(let problem) = file.place { (file.path, problem) } else { nil }
    }
  }

  /// Files of teams that are not named as submissions, as `run.json`.
  package func otherFiles(of task: String) -> [String] {
    guard WorkspaceName.problem(withTask: task) == nil else { return [] }
    return (FileSystem.names(in: path("submissions", task)) ?? []).flatMap { team in
      (FileSystem.names(in: path("submissions", task, team)) ?? [])
        .filter { !$0.hasSuffix(".tsv") && !$0.hasSuffix(".tsv.gz") }
        .map { path("submissions", task, team, $0) }
    }
  }

  private func submissionFiles(
    of task: String
  ) -> [(place: Result<SubmissionPlace, SharedTasksError>, path: String)] {
    guard WorkspaceName.problem(withTask: task) == nil else { return [] }
    var found: [(place: Result<SubmissionPlace, SharedTasksError>, path: String)] = []
    for team in FileSystem.names(in: path("submissions", task)) ?? [] {
      for name in FileSystem.names(in: path("submissions", task, team)) ?? []
      where name.hasSuffix(".tsv") || name.hasSuffix(".tsv.gz") {
        let file = path("submissions", task, team, name)
        let place = Result { () throws(SharedTasksError) in
          // A link may lead to what is nobody's business, and a pipe to nowhere.
          guard FileSystem.entry(at: file) == .file else { throw .notAFile(path: file) }
          guard FileSystem.resolved(file).map(contains) == true else {
            throw .outsideWorkspace(path: file)
          }
          return try SubmissionPlace(task: task, team: team, run: Self.runName(name))
        }
        found.append((place, file))
      }
    }
    return found
  }

  /// The name of a file without `.gz` and without its ending.
  package static func runName(_ file: String) -> String {
    var name = file[...]
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
    return String(name)
  }
}
