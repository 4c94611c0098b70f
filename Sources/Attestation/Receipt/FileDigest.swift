/// SHA-256 of a file, in lower-case hexadecimal.
package struct FileDigest: Sendable, Hashable, CustomStringConvertible {
  private let digits: String

  /// Reads `sha256:` and 64 digits, as every published format writes a digest.
  package init?(_ text: String) {
    guard text.hasPrefix("sha256:") else { return nil }
    self.init(hexadecimal: String(text.dropFirst("sha256:".count)))
  }

  init?(hexadecimal digits: String) {
    let isDigit = { (byte: UInt8) in
      Hexadecimal.value(of: byte) != nil && !(UInt8(ascii: "A")...UInt8(ascii: "F") ~= byte)
    }
    guard digits.utf8.count == 64, digits.utf8.allSatisfy(isDigit) else { return nil }
    self.digits = digits
  }

  package var description: String { "sha256:\(digits)" }

  /// The first digits, enough to tell files apart.
  var short: String { String(digits.prefix(8)) }

  /// A DigestSet of in-toto (attestation, spec/v1/digest_set.md).
  var digestSet: JSONValue { .fields(["sha256": .text(digits)]) }

  /// Reads the SHA-256 of a DigestSet; others that may stand beside it are left alone.
  init?(
    digestSet value: JSONValue, at place: String, _ problems: inout [ReceiptProblem]
  ) {
    guard let fields = FieldReader(value, at: place, &problems),
      let text = fields.text("sha256", &problems)
    else { return nil }
    guard let digest = FileDigest(hexadecimal: text) else {
      problems.append(.notDigest(fields.path("sha256")))
      return nil
    }
    self = digest
  }
}
