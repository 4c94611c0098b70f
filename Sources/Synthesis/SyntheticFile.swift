/// A file that was made up: where it belongs, relative to a workspace, and what stands in it.
///
/// Synthesis makes values and writes nothing; what becomes of them is the caller's choice.
package typealias SyntheticFile = (path: String, bytes: [UInt8])

/// A file too large to hold: its contents are handed over piece by piece, in order.
package struct StreamedFile: Sendable {
  package typealias Write = (_ piece: [UInt8]) throws -> Void

  package let path: String

  /// Hands the contents over, from the first byte to the last. Can be called again, and gives the
  /// same bytes. An error of `write` ends it.
  package let contents: @Sendable (_ write: Write) throws -> Void

  package init(path: String, contents: @escaping @Sendable (_ write: Write) throws -> Void) {
    self.path = path
    self.contents = contents
  }
}
