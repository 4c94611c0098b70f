/// The metadata lines of a submission, read before its task is known.
package enum SubmissionMetadata {
  /// The metadata at the beginning of a file.
  package static func peek(_ input: InputFile) throws -> [String: String] {
    var reader = try BlockReader(input, digesting: false)
    var head: [UInt8] = []
    var preamble = TablePreamble()
    // The first line after the metadata may be a whole file of JSON: its beginning is enough.
    while head.count < 1 << 20, let more = try reader.next(cut: { $0.count }) {
      head += more
      preamble = TablePreamble()
      _ = preamble.read(head)
      if preamble.firstLine != nil { break }
    }
    return preamble.metadata
  }
}
