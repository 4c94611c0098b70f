/// The folder of a task and the files in it.
public struct TaskFolder: Sendable, Equatable {
  public let id: String
  /// As it is shown and opened.
  public let path: String

  package init(id: String, path: String) {
    self.id = id
    self.path = path
  }

  /// The folder of the task.yaml at `path`; its name is the task's.
  package init(definitionAt path: String) throws(SharedTasksError) {
    let folder = path == "task.yaml" ? "." : String(path.dropLast("/task.yaml".count))
    guard let resolved = FileSystem.resolved(folder) else { throw .missingFile(path: path) }
    self.init(id: resolved.split(separator: "/").last.map(String.init) ?? "", path: folder)
  }

  /// The tables that a split may have.
  public enum Table: String, Sendable, CaseIterable {
    case items = "items.tsv"
    case gold = "gold.tsv"
    case evidence = "evidence.tsv"
    case posts = "posts.tsv"

    /// Whether the table may be kept elsewhere, where participants do not see it.
    var mayBeSecret: Bool { self != .items }
  }

  public var definitionPath: String { path + "/task.yaml" }
  public var readmePath: String { path + "/README.md" }

  /// The table of attributes, if there is one.
  public var groupsPath: String? { Self.existing(path + "/groups.tsv") }

  /// Where a table of a split is, compressed or not; nil where there is none.
  ///
  /// - Parameters:
  ///   - table: which table.
  ///   - split: the split that it belongs to.
  ///   - gold: the folder of `--gold`, or a gold file itself, beside which the others are.
  ///     Secret tables are looked for there alone, as `<task>/<split>/gold.tsv`,
  ///     `<split>/gold.tsv` or `gold.tsv`.
  public func path(of table: Table, split: String, gold: String? = nil) -> String? {
    guard WorkspaceName.problem(with: split) == nil else { return nil }
    guard table.mayBeSecret, let gold else {
      return Self.existing("\(path)/\(split)/\(table.rawValue)")
    }
    if [.file, .other].contains(FileSystem.entry(at: gold)) {
      if table == .gold { return gold }
      // What belongs to a gold file lies beside it.
      let beside = gold.lastIndex(of: "/").map { String(gold[...$0]) } ?? "./"
      return Self.existing(beside + table.rawValue)
        ?? (table == .posts ? path(of: table, split: split) : nil)
    }
    let folder = gold.hasSuffix("/") ? gold : gold + "/"
    for place in ["\(id)/\(split)/", "\(split)/", ""] {
      if let found = Self.existing(folder + place + table.rawValue) { return found }
    }
    // Posts with their words are public as well, where their evidence is kept apart.
    return table == .posts ? path(of: table, split: split) : nil
  }

  /// Where the gold of a split is, or an error that says who can score.
  public func goldPath(split: String, gold: String? = nil) throws(SharedTasksError) -> String {
    if let found = path(of: .gold, split: split, gold: gold) { return found }
    throw .missingGold(
      task: id, split: split,
      path: (gold.map { "\($0)/\(split)" } ?? "\(path)/\(split)") + "/gold.tsv")
  }

  /// The definition, which throws all that is wrong with it.
  ///
  /// - Returns: the definition and what it is warned of.
  public func definition(
    validateMeasure: (String, TaskDefinition?) -> MeasureProblem?
  ) throws(SharedTasksError) -> (definition: TaskDefinition, warnings: DiagnosticList) {
    let bytes = try FileSystem.bytes(of: definitionPath, limit: YAMLDocument.longestFile)
    let (definition, diagnostics) = TaskDefinitionReader.read(
      bytes, file: definitionPath, folder: id, validateMeasure: validateMeasure)
    guard let definition else { throw .invalid(diagnostics) }
    return (definition, diagnostics)
  }

  /// The split that the user named, or the default one.
  public func split(
    _ name: String?, of definition: TaskDefinition
  ) throws(SharedTasksError) -> String {
    guard let name else { return definition.defaultSplit }
    guard definition.splits.contains(name) else {
      throw .unknownSplit(name: name, task: id, known: definition.splits)
    }
    return name
  }

  private static func existing(_ path: String) -> String? {
    [path, path + ".gz"].first { FileSystem.entry(at: $0) != .nothing }
  }
}
