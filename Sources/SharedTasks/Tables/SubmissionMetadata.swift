/// The metadata lines of a submission, read before its task is known.
package enum SubmissionMetadata {
  /// The metadata at the beginning of `path`; none for standard input, which can be read only once.
  package static func peek(_ path: String) throws -> [String: String] {
    guard path != "-" else { return [:] }
    var reader = try BlockReader(path: path, digesting: false)
    guard let head = try reader.next() else { return [:] }
    var preamble = TablePreamble()
    _ = preamble.read(head)
    return preamble.metadata
  }
}
