#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The calls to the operating system that this target makes for folders and for writing, and the
/// only place where systems differ.
package enum FileSystem {
  /// What stands at a path.
  package enum Entry: Sendable, Equatable {
    case nothing, file, folder, other
  }

  /// - Parameter following: whether a symbolic link stands for what it leads to.
  package static func entry(at path: String, followingLinks following: Bool = true) -> Entry {
    var status = stat()
    let code = following ? stat(path, &status) : lstat(path, &status)
    guard code == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The names in a folder in the order of their bytes, without those that begin with a dot; nil
  /// if it cannot be read.
  package static func names(in folder: String) -> [String]? {
    allNames(in: folder)?.filter { !$0.hasPrefix(".") }
  }

  /// The names that begin with a dot; none of a folder that cannot be read.
  static func hiddenNames(in folder: String) -> [String] {
    (allNames(in: folder) ?? []).filter { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
  }

  private static func allNames(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The files below a folder and those below it, by paths relative to it, in the order of their bytes.
  /// Links are passed over.
  package static func files(below folder: String) -> [String] {
    (names(in: folder) ?? []).flatMap { name -> [String] in
      switch entry(at: "\(folder)/\(name)", followingLinks: false) {
      case .file: [name]
      case .folder: files(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
      case .nothing, .other: []
      }
    }
  }

  /// Everything below a folder that is no folder with something in it, hidden files, links and empty
  /// folders among them, by paths relative to it.
  package static func everything(below folder: String) -> [String] {
    (allNames(in: folder) ?? []).filter { $0 != "." && $0 != ".." }.flatMap { name -> [String] in
      guard entry(at: "\(folder)/\(name)", followingLinks: false) == .folder else { return [name] }
      let inside = everything(below: "\(folder)/\(name)")
      return inside.isEmpty ? [name + "/"] : inside.map { "\(name)/\($0)" }
    }
  }

  /// The path without symbolic links, `.` and `..`; nil where nothing is there.
  package static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package static var currentFolder: String? { resolved(".") }

  /// What the system says of the error of the last call.
  package static var lastError: String { reason(errno) }

  package static func reason(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }

  /// The bytes of a small file.
  ///
  /// Tables go through the block reader; this is for definitions and keys.
  ///
  /// - Parameter limit: reading ends one byte after this, so that a reader can refuse the file.
  package static func bytes(
    of path: String, limit: Int
  ) throws(SharedTasksError) -> [UInt8] {
    switch entry(at: path) {
    case .nothing: throw .missingFile(path: path)
    case .folder, .other: throw .notAFile(path: path)
    case .file: break
    }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .readFailed(path: path, reason: lastError) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = read(file, &block, min(block.count, limit + 1 - bytes.count))
      if count < 0 {
        if errno == EINTR { continue }
        throw .readFailed(path: path, reason: lastError)
      }
      if count == 0 { break }
      bytes += block.prefix(count)
    }
    return bytes
  }

  // What follows returns 0, or the number of the error.

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) -> Int32 {
    if path.isEmpty || entry(at: path) == .folder { return 0 }
    if let slash = path.lastIndex(of: "/") {
      let code = makeFolder(String(path[..<slash]))
      if code != 0 { return code }
    }
    if mkdir(path, 0o777) == 0 { return 0 }
    let code = errno
    return entry(at: path) == .folder ? 0 : code
  }

  static func remove(_ path: String) {
    _ = unlink(path)
  }

  static func move(_ old: String, to new: String) -> Int32 {
    rename(old, new) == 0 ? 0 : errno
  }

  /// Gives a file a second name.
  static func addName(_ new: String, to path: String) -> Int32 {
    link(path, new) == 0 ? 0 : errno
  }

  #if canImport(Glibc)
  /// `renameat2` of Linux, which the headers show only to programs that ask for all of GNU; its flag 2
  /// is RENAME_EXCHANGE (linux/fs.h). Nil in a C library without it.
  private static let renameat2: RenameAt2? =
    dlsym(dlopen(nil, RTLD_LAZY), "renameat2")
    .map { unsafeBitCast($0, to: RenameAt2.self) }
  private typealias RenameAt2 =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
  #endif

  /// Gives two folders each the name of the other: in one step where the file system can.
  static func exchange(_ first: String, _ second: String) -> Int32 {
    #if canImport(Darwin)
    if renamex_np(first, second, UInt32(RENAME_SWAP)) == 0 { return 0 }
    #elseif canImport(Glibc)
    if let rename = renameat2, rename(AT_FDCWD, first, AT_FDCWD, second, 2) == 0 { return 0 }
    #endif
    let third = first + "-old"
    for (old, new) in [(second, third), (first, second), (third, first)] {
      let code = move(old, to: new)
      guard code == 0 else {
        // A folder that has lost its name gets it back.
        if entry(at: second) == .nothing { _ = move(third, to: second) }
        return code
      }
    }
    return 0
  }

  /// Removes a folder and all in it. A link is removed, not what it leads to.
  static func removeTree(_ path: String) {
    if entry(at: path, followingLinks: false) == .folder {
      for name in allNames(in: path) ?? [] where name != "." && name != ".." {
        removeTree("\(path)/\(name)")
      }
      rmdir(path)
    } else {
      remove(path)
    }
  }

  /// Waits until all that was written is on the disk.
  static func flushAll() { sync() }

  /// Writes a new file and waits until it is on the disk.
  ///
  /// Fails where something stands at the path already, a link that leads nowhere included.
  ///
  /// - Parameter flushing: whether to wait.
  static func create(
    _ path: String, with bytes: [UInt8], mode: UInt16, flushing: Bool = true
  ) -> Int32 {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(mode))
    guard file >= 0 else { return errno }
    var code = writeAll(bytes, to: file)
    if code == 0, flushing, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code != 0 { remove(path) }
    return code
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }

  /// Makes a rename last through a loss of power. Not every file system can, so failure is silent.
  static func flushFolder(_ path: String) {
    let folder = open(path, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    _ = close(folder)
  }

  /// That a file could not be made because something is there.
  static var alreadyExists: Int32 { EEXIST }

  /// Tells apart the files that are being written by several processes at once.
  static var processID: Int32 { getpid() }

  /// The permissions of a file, so that replacing it keeps them.
  static func mode(of path: String) -> UInt16? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return UInt16(truncatingIfNeeded: status.st_mode & 0o777)
  }
}
