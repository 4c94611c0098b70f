import Foundation
import Testing

@testable import SharedTasks

@Suite("Replacing a folder")
struct FolderReplacementTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var board: String { folder.path + "/board/of/task" }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("makes it, and replaces it with all that is in it")
  func replaces() throws {
    try FolderReplacement.write([("a.txt", bytes("1")), ("b/c.txt", bytes("2"))], to: board)
    #expect(FileSystem.files(below: board) == ["a.txt", "b/c.txt"])
    try FolderReplacement.write([("b/d.txt", bytes("3"))], to: board)
    #expect(FileSystem.files(below: board) == ["b/d.txt"])
    #expect(try FileSystem.bytes(of: board + "/b/d.txt", limit: 9) == bytes("3"))
    // Nothing is left beside it.
    #expect(FileSystem.hiddenNames(in: folder.path + "/board/of") == [])
  }

  @Test("leaves the old one whole where the new one cannot be written")
  func fails() throws {
    try FolderReplacement.write([("a.txt", bytes("1"))], to: board)
    let tooLong = String(repeating: "x", count: 300)
    #expect(throws: SharedTasksError.self) {
      try FolderReplacement.write([("b.txt", bytes("2")), (tooLong, bytes("3"))], to: board)
    }
    #expect(FileSystem.files(below: board) == ["a.txt"])
    #expect(FileSystem.hiddenNames(in: folder.path + "/board/of") == [])
  }

  @Test("removes what a crash left, and follows no link out of the folder")
  func leftovers() throws {
    try FolderReplacement.write([("a.txt", bytes("1"))], to: board)
    let outside = folder.path + "/precious"
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    try "kept".write(toFile: outside + "/file", atomically: true, encoding: .utf8)
    let left = folder.path + "/board/of/.task.cltask-1"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: left + "/link", withDestinationPath: outside)
    try FolderReplacement.write([("b.txt", bytes("2"))], to: board)
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(FileManager.default.fileExists(atPath: outside + "/file"))
  }

  @Test("refuses a file where the folder should be")
  func file() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/board/of", withIntermediateDirectories: true)
    try "x".write(toFile: board, atomically: true, encoding: .utf8)
    #expect(throws: SharedTasksError.self) {
      try FolderReplacement.write([("a.txt", bytes("1"))], to: board)
    }
  }
}
