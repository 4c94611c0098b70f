import Testing

@testable import SharedTasks

@Suite("The workspace")
struct WorkspaceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for id in ["zeta", "example"] { try folder.write(soundDefinition, to: "tasks/\(id)/task.yaml") }
    try folder.write("", to: "tasks/Not A Task/task.yaml")
    try folder.write("", to: "tasks/empty/README.md")
    try folder.write("", to: "submissions/example/Team B/run 2.tsv.gz")
    try folder.write("", to: "submissions/example/Aurora/bm25.tsv")
    try folder.write("", to: "submissions/example/Aurora/notes.txt")
    try folder.write("", to: "elsewhere/run.tsv")
  }

  @Test("it is the nearest folder that holds tasks/")
  func findsWorkspace() throws {
    let found = try Workspace.enclosing(folder.path + "/submissions/example/Aurora")
    #expect(found.root == folder.path)
    #expect(found == (try Workspace(at: folder.path)))
    #expect(throws: SharedTasksError.noWorkspace(path: "/")) { try Workspace.enclosing("/") }
    let other = folder.path + "/elsewhere"
    #expect(throws: SharedTasksError.noWorkspace(path: other)) { try Workspace(at: other) }
  }

  @Test("its tasks are the folders with a definition and a name that a task may have")
  func listsTasks() throws {
    let workspace = try Workspace(at: folder.path)
    #expect(workspace.tasks == ["example", "zeta"])
    #expect(
      try workspace.task("example").definitionPath == "\(folder.path)/tasks/example/task.yaml")
    for id in ["empty", "../example", ""] {
      #expect(throws: SharedTasksError.unknownTask(id: id, known: ["example", "zeta"])) {
        try workspace.task(id)
      }
    }
  }

  @Test("a path under submissions/ says its task, team and run; no other path does")
  func readsPlaces() throws {
    let workspace = try Workspace(at: folder.path)
    let base = folder.path + "/submissions/example/"
    let expected = try SubmissionPlace(task: "example", team: "Team B", run: "run 2")
    #expect(workspace.submission(at: base + "Team B/run 2.tsv.gz") == expected)
    #expect(workspace.submission(at: base + "Aurora/../Team B/run 2.tsv") == expected)
    #expect(workspace.path(of: expected) == base + "Team B/run 2.tsv")
    for path in ["elsewhere/run.tsv", "submissions/example/run.tsv", "nowhere/a/b/c.tsv", "x.tsv"] {
      #expect(workspace.submission(at: folder.path + "/" + path) == nil)
    }
    #expect(workspace.submission(at: base + "Aurora/.hidden.tsv") == nil)
    #expect(
      workspace.submissions(of: "example").map(\.path) == [
        base + "Aurora/bm25.tsv", base + "Team B/run 2.tsv.gz",
      ])
    #expect(workspace.submissions(of: "../submissions/example").isEmpty)
  }

  @Test("the task of a submission: option, else metadata, else place, else the only one")
  func choosesTask() throws {
    let workspace = try Workspace(at: folder.path)
    let file = folder.path + "/submissions/example/Aurora/bm25.tsv"
    #expect(try workspace.task(option: "zeta", metadata: "example", file: file).id == "zeta")
    #expect(try workspace.task(option: nil, metadata: "zeta", file: file).id == "zeta")
    #expect(try workspace.task(option: nil, metadata: nil, file: file).id == "example")
    #expect(throws: SharedTasksError.taskNotChosen(known: ["example", "zeta"])) {
      try workspace.task(option: nil, metadata: nil, file: nil)
    }
    let alone = try TemporaryFolder()
    try alone.write(soundDefinition, to: "tasks/example/task.yaml")
    #expect(
      try Workspace(at: alone.path).task(option: nil, metadata: nil, file: nil).id == "example")
  }

  @Test(
    "names that lead elsewhere, hide or deceive name nothing",
    arguments: [
      "", ".", "..", "a/b", "a\\b", ".a", "a\0", "a\n", " a", "a ", "-a", "\u{202E}a",
      String(repeating: "é", count: 51),
    ])
  func refusesNames(name: String) {
    #expect(throws: SharedTasksError.self) {
      try SubmissionPlace(task: "example", team: name, run: "run")
    }
    #expect(throws: SharedTasksError.self) {
      try SubmissionPlace(task: "example", team: "team", run: name)
    }
    #expect(throws: SharedTasksError.self) {
      try SubmissionPlace(task: name, team: "team", run: "run")
    }
  }

  @Test("nothing is written outside, and nothing of the set if one path is refused")
  func writesInside() throws {
    let workspace = try Workspace(at: folder.path)
    let outside = try TemporaryFolder()
    try folder.link("leaderboard", to: outside.path)
    try folder.link("submissions/dangling", to: outside.path + "/nothing")
    try folder.link("tasks/inside", to: folder.path + "/tasks/zeta")
    for path in [
      "leaderboard/example/index.html", "submissions/dangling", "../x", "/x", "a//b", "a/../../b",
    ] {
      #expect(throws: SharedTasksError.self, "\(path)") {
        try workspace.write([("tasks/example/new.tsv", [1]), (path, [1])])
      }
    }
    #expect(try outside.names().isEmpty)
    #expect(try folder.names("tasks/example") == ["task.yaml"])
    try workspace.write([("tasks/inside/README.md", Array("a".utf8)), ("new/b.md", [])])
    #expect(folder.read("tasks/zeta/README.md") == "a" && folder.read("new/b.md") == "")
  }

  @Test("tables are found compressed or not, and gold where --gold says")
  func findsTables() throws {
    let task = try Workspace(at: folder.path).task("example")
    #expect(task.path(of: .items, split: "test") == nil && task.groupsPath == nil)
    #expect(throws: SharedTasksError.self) { try task.goldPath(split: "test") }
    try folder.write("", to: "tasks/example/test/items.tsv.gz")
    try folder.write("", to: "tasks/example/test/gold.tsv")
    try folder.write("", to: "vault/example/test/gold.tsv")
    try folder.write("", to: "safe/gold.tsv")
    #expect(task.path(of: .items, split: "test")?.hasSuffix("/test/items.tsv.gz") == true)
    #expect(try task.goldPath(split: "test") == task.path + "/test/gold.tsv")
    let vault = folder.path + "/vault"
    #expect(try task.goldPath(split: "test", gold: vault) == vault + "/example/test/gold.tsv")
    let safe = folder.path + "/safe/gold.tsv"
    #expect(try task.goldPath(split: "test", gold: folder.path + "/safe/") == safe)
    #expect(try task.goldPath(split: "test", gold: safe) == safe)
    try folder.write("", to: "safe/evidence.tsv")
    #expect(
      task.path(of: .evidence, split: "test", gold: safe) == folder.path + "/safe/evidence.tsv")
    #expect(task.path(of: .posts, split: "test", gold: safe) == nil)
    #expect(throws: SharedTasksError.self) { try task.goldPath(split: "test", gold: "/nowhere") }
    #expect(task.path(of: .items, split: "../../zeta") == nil)
  }

  @Test("a definition is read from its folder, or refused whole")
  func readsDefinitions() throws {
    let workspace = try Workspace(at: folder.path)
    let (definition, warnings) = try workspace.task("example").definition(
      validateMeasure: { name, _ in problem(withMeasure: name) })
    #expect(definition.id == "example" && warnings.isEmpty)
    let task = try workspace.task("example")
    #expect(try task.split(nil, of: definition) == "test")
    #expect(throws: SharedTasksError.unknownSplit(name: "dev", task: "example", known: ["test"])) {
      try task.split("dev", of: definition)
    }
    let error = #expect(throws: SharedTasksError.self) {
      try workspace.task("zeta").definition(validateMeasure: { name, _ in problem(withMeasure: name)
      })
    }
    #expect(error?.exitCode == 65)
    #expect(error?.description.contains("zeta/task.yaml:2:5: error: the id is") == true)
  }
}
