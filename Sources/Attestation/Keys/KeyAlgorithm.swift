/// The algorithm that a key says that it is for (RFC 5280, section 4.1.1.2; RFC 8410, section 3).
enum KeyAlgorithm {
  /// 1.3.101.112
  private static let ed25519: [UInt8] = [0x2B, 0x65, 0x70]

  /// Others that people keep keys of, so that a message can name them.
  private static let others: [(identifier: [UInt8], name: String)] = [
    ([0x2B, 0x65, 0x6E], "X25519"), ([0x2B, 0x65, 0x6F], "X448"), ([0x2B, 0x65, 0x71], "Ed448"),
    ([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01], "RSA"),
    ([0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01], "ECDSA or ECDH"),
    ([0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01], "DSA"),
  ]

  /// Reads the identifier of Ed25519, which has no parameters, and refuses every other.
  static func expectEd25519(_ reader: inout DERReader) throws(KeyProblem) {
    guard var fields = reader.elements(of: .sequence),
      let identifier = fields.content(of: .objectIdentifier)
    else { throw .damagedKey }
    guard identifier.elementsEqual(ed25519) else {
      let other = others.first { identifier.elementsEqual($0.identifier) }
      throw .algorithm(other?.name ?? "another algorithm")
    }
    guard fields.isAtEnd else { throw .damagedKey }
  }
}
