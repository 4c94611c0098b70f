import Testing

@testable import SharedTasks

@Suite("Writing files whole")
struct AtomicFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("a file is made with the folders above it, or replaced, and nothing else is left")
  func writes() throws {
    try AtomicFile.write(Array("one".utf8), to: folder.path + "/a/b/file.txt")
    #expect(folder.read("a/b/file.txt") == "one")
    try AtomicFile.write(Array("two".utf8), to: folder.path + "/a/b/file.txt")
    #expect(folder.read("a/b/file.txt") == "two")
    #expect(try folder.names("a/b") == ["file.txt"])
  }

  @Test("a link is replaced, and what it leads to stays as it was")
  func replacesLinks() throws {
    try folder.write("old", to: "target")
    try folder.link("link", to: folder.path + "/target")
    try AtomicFile.write(Array("new".utf8), to: folder.path + "/link")
    #expect(folder.read("target") == "old" && folder.read("link") == "new")
  }

  @Test("if one file of a set cannot be written, all stay as they were")
  func allOrNothing() throws {
    try folder.write("old", to: "first")
    try folder.write("", to: "folder/x")
    try folder.write("a file", to: "file")
    for bad in ["folder", "file/below"] {
      let error = #expect(throws: SharedTasksError.self) {
        try AtomicFile.write([
          (folder.path + "/first", [1]), (folder.path + "/second", [2]),
          (folder.path + "/" + bad, [3]),
        ])
      }
      #expect(error?.exitCode == 74)
      #expect(error?.description.contains(folder.path + "/" + bad) == true)
      #expect(folder.read("first") == "old")
      #expect(try folder.names() == ["file", "first", "folder"])
    }
  }

  @Test("a set whose names cannot all be given gets its old content back")
  func rollsBack() throws {
    try folder.write("old", to: "first")
    // The third file makes a folder of the name that the second is about to take.
    #expect(throws: SharedTasksError.self) {
      try AtomicFile.write([
        (folder.path + "/first", Array("new".utf8)), (folder.path + "/made", [1]),
        (folder.path + "/made/x", [2]),
      ])
    }
    #expect(try folder.names() == ["first", "made"])
    #expect(try folder.names("made").isEmpty)
    #expect(folder.read("first") == "old")
    #expect(folder.read("made/x") == nil)
  }

  @Test("reading a small file says what is in the way")
  func reads() throws {
    try folder.write("text", to: "file")
    #expect(try FileSystem.bytes(of: folder.path + "/file", limit: 10) == Array("text".utf8))
    #expect(try FileSystem.bytes(of: folder.path + "/file", limit: 2).count == 3)
    #expect(throws: SharedTasksError.notAFile(path: folder.path)) {
      try FileSystem.bytes(of: folder.path, limit: 10)
    }
    #expect(throws: SharedTasksError.missingFile(path: "/no/file")) {
      try FileSystem.bytes(of: "/no/file", limit: 10)
    }
    #expect(throws: SharedTasksError.notAFile(path: "/dev/zero")) {
      try FileSystem.bytes(of: "/dev/zero", limit: 10)
    }
  }
}
