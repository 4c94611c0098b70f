/// Writes files whole or not at all.
///
/// Each file is written under a temporary name in its own folder and takes its real name when its
/// bytes are on the disk; a reader sees the old file or the new one, never half of one. Several
/// files take their names only when all are written; if one of them cannot, those before it get
/// their old content back. Only a loss of power between two names can leave a set in parts.
package enum AtomicFile {
  /// Replaces a file, or makes it, and the folders above it.
  package static func write(_ bytes: [UInt8], to path: String) throws(SharedTasksError) {
    try write([(path, bytes)])
  }

  /// Replaces files as one set.
  package static func write(_ files: [(path: String, bytes: [UInt8])]) throws(SharedTasksError) {
    var pending: [Pending] = []
    do throws(SharedTasksError) {
      for (path, bytes) in files { pending.append(try prepared(path, bytes)) }
      try publish(&pending)
    } catch {
      for file in pending { file.undo() }
      throw error
    }
    for file in pending { file.finish() }
    for folder in Set(pending.map(\.folder)) { FileSystem.flushFolder(folder) }
  }

  /// A file that is written but does not have its name yet.
  private struct Pending {
    let path: String
    let folder: String
    let temporary: String
    /// Whether something was there before.
    let replaces: Bool
    /// A second name of what was there before, on file systems that have them.
    var backup: String?
    var isPublished = false

    func undo() {
      FileSystem.remove(temporary)
      if isPublished {
        if let backup {
          _ = FileSystem.move(backup, to: path)
        } else if !replaces {
          FileSystem.remove(path)
        }
      } else {
        finish()
      }
    }

    func finish() {
      if let backup { FileSystem.remove(backup) }
    }
  }

  private static func prepared(
    _ path: String, _ bytes: [UInt8]
  ) throws(SharedTasksError) -> Pending {
    if FileSystem.entry(at: path) == .folder {
      throw .writeFailed(path: path, reason: "a folder has that name")
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let made = FileSystem.makeFolder(folder)
    guard made == 0 else { throw .writeFailed(path: path, reason: FileSystem.reason(made)) }
    let mode = FileSystem.mode(of: path) ?? 0o666
    let temporary = try unused(in: folder, for: path) { name in
      FileSystem.create(name, with: bytes, mode: mode)
    }
    let replaces = FileSystem.entry(at: path, followingLinks: false) != .nothing
    return Pending(path: path, folder: folder, temporary: temporary, replaces: replaces)
  }

  private static func publish(_ pending: inout [Pending]) throws(SharedTasksError) {
    // One file needs no way back: its name changes, or not.
    if pending.count > 1 {
      for index in pending.indices where pending[index].replaces {
        let path = pending[index].path
        pending[index].backup = try? unused(in: pending[index].folder, for: path) { name in
          FileSystem.addName(name, to: path)
        }
      }
    }
    for index in pending.indices {
      let code = FileSystem.move(pending[index].temporary, to: pending[index].path)
      guard code == 0 else {
        throw .writeFailed(path: pending[index].path, reason: FileSystem.reason(code))
      }
      pending[index].isPublished = true
    }
  }

  /// A name that nothing else has, made by `make`, which returns an error number.
  private static func unused(
    in folder: String, for path: String, _ make: (String) -> Int32
  ) throws(SharedTasksError) -> String {
    var code = FileSystem.alreadyExists
    for attempt in 0..<1_000 {
      let name = "\(folder)/.cltask-\(FileSystem.processID)-\(attempt).tmp"
      code = make(name)
      if code == 0 { return name }
      if code != FileSystem.alreadyExists { break }
    }
    throw .writeFailed(path: path, reason: FileSystem.reason(code))
  }
}
