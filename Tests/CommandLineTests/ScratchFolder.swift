import Foundation

/// A fresh copy of what the commands of a document need: `tasks/` and `submissions/`.
final class ScratchFolder: Sendable {
  /// Where the first command starts.
  let workspace: String
  /// Beside it, for what the shell remembers: the current folder.
  let state: String
  private let root: URL

  init() throws {
    let files = FileManager.default
    root = files.temporaryDirectory.appendingPathComponent("cltask-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    workspace = root.path + "/cltask"
    state = root.path + "/home"
    for folder in [workspace, state] {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    for folder in ["tasks", "submissions"] {
      try Self.copyContents(of: Repository.path(folder), to: workspace + "/" + folder)
    }
  }

  /// Copies what stands in the files and not whose they are: the checkout may belong to another user.
  private static func copyContents(of source: String, to destination: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: destination, withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: source) {
      let (from, to) = (source + "/" + name, destination + "/" + name)
      var isFolder: ObjCBool = false
      if files.fileExists(atPath: from, isDirectory: &isFolder), isFolder.boolValue {
        try copyContents(of: from, to: to)
      } else {
        try Data(contentsOf: URL(fileURLWithPath: from)).write(to: URL(fileURLWithPath: to))
      }
    }
  }

  /// Removes the folder. Not left to `deinit`, which the end of the last test may overtake.
  func remove() {
    // Transcripts take away the right to write; a folder needs it to be emptied.
    for case let url as URL in FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: nil) ?? .init()
    {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
        isFolder.boolValue
      {
        try? FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: url.path)
      }
    }
    try? FileManager.default.removeItem(at: root)
  }

  var currentFolder: String {
    get throws {
      guard let written = FileManager.default.contents(atPath: state + "/folder") else {
        return workspace
      }
      return String(decoding: written, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
  }

  /// Writes a file of a document, relative to the current folder.
  func write(_ content: String, to name: String) throws {
    let file = URL(fileURLWithPath: try currentFolder + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content.utf8).write(to: file)
  }
}
