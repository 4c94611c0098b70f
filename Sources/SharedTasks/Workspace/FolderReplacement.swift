/// Replaces a whole folder of generated files at once: a reader sees the old folder or the new one, and
/// a crash leaves the old one.
///
/// The new folder is written beside the old one under a name that begins with a dot, and the two change
/// names in one step, where the file system can do that; else in two, with the old folder under another
/// name in between.
package enum FolderReplacement {
  /// - Parameters:
  ///   - files: all files of the new folder, by paths relative to it.
  ///   - folder: what is replaced; it need not be there.
  package static func write(
    _ files: [(path: String, bytes: [UInt8])], to folder: String
  ) throws(SharedTasksError) {
    if [.file, .other].contains(FileSystem.entry(at: folder, followingLinks: false)) {
      throw .notAFile(path: folder)
    }
    let (parent, name) = split(folder)
    let made = FileSystem.makeFolder(parent)
    guard made == 0 else { throw .writeFailed(path: parent, reason: FileSystem.reason(made)) }
    // What a crash left behind.
    for old in FileSystem.hiddenNames(in: parent) where old.hasPrefix(".\(name).cltask-") {
      FileSystem.removeTree("\(parent)/\(old)")
    }
    let new = "\(parent)/.\(name).cltask-\(FileSystem.processID)"
    do throws(SharedTasksError) {
      // By bytes: names that look alike may be those of two folders.
      var known: Set<[UInt8]> = []
      for file in files {
        let path = "\(new)/\(file.path)"
        let place = split(path).parent
        if known.insert(Array(place.utf8)).inserted {
          let code = FileSystem.makeFolder(place)
          guard code == 0 else { throw .writeFailed(path: place, reason: FileSystem.reason(code)) }
        }
        let code = FileSystem.create(path, with: file.bytes, mode: 0o666, flushing: false)
        guard code == 0 else { throw .writeFailed(path: path, reason: FileSystem.reason(code)) }
      }
      // One wait for all files, where one for each would take longer than all else.
      FileSystem.flushAll()
      let code =
        FileSystem.entry(at: folder) == .nothing
        ? FileSystem.move(new, to: folder) : FileSystem.exchange(new, folder)
      guard code == 0 else { throw .writeFailed(path: folder, reason: FileSystem.reason(code)) }
    } catch {
      FileSystem.removeTree(new)
      throw error
    }
    FileSystem.flushFolder(parent)
    // By now it is the old folder.
    FileSystem.removeTree(new)
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
