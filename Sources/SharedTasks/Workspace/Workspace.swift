/// The folder that holds `tasks/`, `submissions/` and `leaderboard/`.
///
/// Paths begin with the folder as the user named it, or are relative to the current folder, so that
/// messages read the same on every machine. Whatever names a task, split, team or run is checked
/// before it becomes part of a path: no path leads out of the workspace.
public struct Workspace: Sendable, Equatable {
  /// As paths begin with it: `.` for the current folder.
  public let root: String
  /// Without symbolic links.
  private let resolvedRoot: String

  /// The workspace in a folder that the user named.
  public init(at folder: String) throws(SharedTasksError) {
    let root = folder.isEmpty ? "." : folder
    guard FileSystem.entry(at: root + "/tasks") == .folder,
      let resolved = FileSystem.resolved(root)
    else { throw .noWorkspace(path: root) }
    self.root = root
    resolvedRoot = resolved
  }

  /// The workspace that a folder is in: the nearest folder above it, itself included, that holds
  /// `tasks/`.
  public static func enclosing(_ folder: String = ".") throws(SharedTasksError) -> Workspace {
    var candidate = folder
    while let resolved = FileSystem.resolved(candidate) {
      if FileSystem.entry(at: candidate + "/tasks") == .folder {
        return try Workspace(at: candidate)
      }
      if resolved == "/" { break }
      if folder.hasPrefix("/") {
        candidate = resolved.lastIndex(of: "/").map { String(resolved[..<$0]) } ?? "/"
        if candidate.isEmpty { candidate = "/" }
      } else {
        candidate = candidate == "." ? ".." : candidate + "/.."
      }
    }
    throw .noWorkspace(path: folder)
  }

  /// The workspace for a task that is to be made: the one named, else the nearest, else a new one in
  /// the current folder.
  package static func forNewTask(
    _ id: String, at folder: String?
  ) throws(SharedTasksError) -> Workspace {
    if let problem = WorkspaceName.problem(withTask: id) {
      throw .badName(role: "task", name: id, problem: problem)
    }
    let workspace: Workspace
    if let folder {
      // A folder that is in none becomes one.
      if (try? Workspace(at: folder)) == nil, FileSystem.entry(at: folder) == .folder {
        _ = FileSystem.makeFolder(folder + "/tasks")
      }
      workspace = try Workspace(at: folder)
    } else if let nearest = try? enclosing() {
      workspace = nearest
    } else {
      let code = FileSystem.makeFolder("tasks")
      guard code == 0 else {
        throw .writeFailed(path: "tasks", reason: FileSystem.reason(code))
      }
      workspace = try Workspace(at: ".")
    }
    let path = workspace.path("tasks", id)
    guard FileSystem.entry(at: path, followingLinks: false) == .nothing else {
      throw .alreadyThere(path: path)
    }
    return workspace
  }

  /// A path of the workspace as it is shown and opened.
  func path(_ components: String...) -> String {
    let relative = components.joined(separator: "/")
    if root == "." { return relative }
    return root.hasSuffix("/") ? root + relative : root + "/" + relative
  }

  /// The ids of the tasks in the order of their bytes: folders under `tasks/` that hold a
  /// `task.yaml` and are named as a task may be.
  public var tasks: [String] {
    (FileSystem.names(in: path("tasks")) ?? []).filter { id in
      WorkspaceName.problem(withTask: id) == nil
        && FileSystem.entry(at: path("tasks", id, "task.yaml")) != .nothing
    }
  }

  public func task(_ id: String) throws(SharedTasksError) -> TaskFolder {
    let known = tasks
    guard known.contains(id) else { throw .unknownTask(id: id, known: known) }
    return TaskFolder(id: id, path: path("tasks", id))
  }

  /// The task of a submission: what the user says, else what its `# task:` line says, else its
  /// place under `submissions/`, else the only task there is.
  ///
  /// - Parameters:
  ///   - option: what `--task` says.
  ///   - metadata: what the line `# task:` says.
  ///   - file: the path of the submission; nil for standard input.
  public func task(
    option: String?, metadata: String?, file: String?
  ) throws(SharedTasksError) -> TaskFolder {
    if let id = option ?? metadata ?? file.flatMap({ submission(at: $0)?.task }) {
      return try task(id)
    }
    let known = tasks
    guard let only = known.first, known.count == 1 else { throw .taskNotChosen(known: known) }
    return try task(only)
  }

  /// Replaces files of the workspace as one set; their paths are relative to it.
  ///
  /// Refuses a path that is not below the workspace, or would lead out of it through a link.
  package func write(
    _ files: [(path: String, bytes: [UInt8])]
  ) throws(SharedTasksError) {
    for file in files { try checkWriting(to: file.path) }
    try AtomicFile.write(files.map { (path($0.path), $0.bytes) })
  }

  /// The same, unless one of the files is there already with other bytes.
  package func writeNew(
    _ files: [(path: String, bytes: [UInt8])]
  ) throws(SharedTasksError) {
    for file in files {
      let place = path(file.path)
      guard FileSystem.entry(at: place) != .nothing else { continue }
      let bytes = try? FileSystem.bytes(of: place, limit: file.bytes.count)
      guard bytes == file.bytes else { throw .alreadyThere(path: place) }
    }
    try write(files)
  }

  /// Replaces a whole folder of the workspace; its path is relative to it, and those of the files to it.
  package func replace(
    _ folder: String, with files: [(path: String, bytes: [UInt8])]
  ) throws(SharedTasksError) {
    try checkWriting(to: folder)
    for file in files { try checkWriting(to: "\(folder)/\(file.path)") }
    try FolderReplacement.write(files, to: path(folder))
  }

  private func checkWriting(to relative: String) throws(SharedTasksError) {
    var place = ""
    let names = relative.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for (depth, name) in names.enumerated() {
      // A file has an ending besides its name.
      let checked = depth == names.count - 1 ? Self.runName(name) : name
      guard WorkspaceName.problem(with: checked) == nil else {
        throw .outsideWorkspace(path: relative)
      }
      place += place.isEmpty ? name : "/" + name
      let here = path(place)
      if FileSystem.entry(at: here, followingLinks: false) == .nothing { continue }
      guard let resolved = FileSystem.resolved(here), contains(resolved) else {
        throw .outsideWorkspace(path: here)
      }
    }
  }

  /// Whether a path without links lies below the workspace.
  func contains(_ resolved: String) -> Bool {
    resolved.hasPrefix(resolvedRoot == "/" ? "/" : resolvedRoot + "/")
  }

  /// The names of the folders between the workspace and a file; nil if it lies elsewhere.
  func components(of file: String) -> [String]? {
    guard let slash = file.lastIndex(of: "/") else { return components(of: "./" + file) }
    let folder = file[..<slash].isEmpty ? "/" : String(file[..<slash])
    guard let resolved = FileSystem.resolved(folder), contains(resolved + "/") else { return nil }
    return resolved.dropFirst(resolvedRoot.count).split(separator: "/").map(String.init)
      + [String(file[file.index(after: slash)...])]
  }
}
