/// The metadata lines of a submission, read before its task is known.
package enum SubmissionMetadata {
  /// The metadata at the beginning of a file.
  package static func peek(_ input: InputFile) throws -> [String: String] {
    var reader = try BlockReader(input, digesting: false)
    guard let head = try reader.nextHead() else { return [:] }
    var preamble = TablePreamble()
    _ = preamble.read(head)
    return preamble.metadata
  }
}
