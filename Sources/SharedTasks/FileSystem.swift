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
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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

  /// Makes a folder and those above it; nil, or why it could not.
  static func makeFolder(_ path: String) -> String? {
    if entry(at: path) == .folder { return nil }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex,
      let problem = makeFolder(String(path[..<slash]))
    {
      return problem
    }
    if mkdir(path, 0o777) == 0 || entry(at: path) == .folder { return nil }
    return lastError
  }

  static func remove(_ path: String) {
    _ = unlink(path)
  }

  static func rename(_ old: String, to new: String) -> String? {
    #if canImport(Darwin)
    let code = Darwin.rename(old, new)
    #elseif canImport(Glibc)
    let code = Glibc.rename(old, new)
    #else
    let code = Musl.rename(old, new)
    #endif
    return code == 0 ? nil : lastError
  }

  /// Writes a new file and waits until it is on the disk; nil, or why it could not.
  ///
  /// Fails where something stands at the path already, a link that leads nowhere included.
  static func create(_ path: String, with bytes: [UInt8], mode: UInt16) -> String? {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(mode))
    guard file >= 0 else { return lastError }
    var problem = write(bytes, to: file)
    if problem == nil, fsync(file) != 0 { problem = lastError }
    if close(file) != 0, problem == nil { problem = lastError }
    if problem != nil { remove(path) }
    return problem
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> String? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        #if canImport(Darwin)
        let count = Darwin.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #elseif canImport(Glibc)
        let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #else
        let count = Musl.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return lastError
        }
        rest = rest.dropFirst(count)
      }
      return nil
    }
  }

  /// Makes a rename last through a loss of power. Not every file system can, so failure is silent.
  static func flushFolder(_ path: String) {
    let folder = open(path, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    _ = close(folder)
  }

  /// Tells apart the files that are being written by several processes at once.
  static var processID: Int32 { getpid() }

  /// The permissions of a file, so that replacing it keeps them.
  static func mode(of path: String) -> UInt16? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return UInt16(truncatingIfNeeded: status.st_mode & 0o777)
  }
}
