/// A file that is read as a table or a run: on disk, or read already.
///
/// Standard input and pipes can be read only once, but its metadata must be known before its task is, and a
/// run whose topics turn out to be interleaved is read again. So they are taken into memory first.
package struct InputFile: Sendable {
  /// As messages show it: the path as the user gave it, or `-`.
  package let path: String
  /// The bytes, where they are in memory.
  let contents: [UInt8]?

  /// The file at `path`.
  package init(_ path: String) {
    self.path = path
    contents = nil
  }

  /// The file that an argument of a command names; `-` is all of standard input.
  package init(argument: String, maximumBytes: Int) throws(SharedTasksError) {
    path = argument
    guard argument == "-" || FileSystem.entry(at: argument) == .other else {
      contents = nil
      return
    }
    var reader = try BlockReader(
      InputFile(argument), maximumBytes: maximumBytes, digesting: false,
      longestLine: .max)
    var bytes: [UInt8] = []
    while let block = try reader.next() { bytes.append(contentsOf: block) }
    contents = bytes
  }
}
