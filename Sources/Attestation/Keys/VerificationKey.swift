internal import Crypto
internal import SharedTasks

/// A public key of Ed25519 (RFC 8032), with which anybody checks a receipt.
package struct VerificationKey: Sendable {
  package let identifier: KeyIdentifier
  private let key: Curve25519.Signing.PublicKey

  /// Reads the PEM that `openssl pkey -pubout` writes: SubjectPublicKeyInfo (RFC 8410, section 4).
  package init(pem file: [UInt8]) throws(KeyProblem) {
    let pem = try PEMText(file)
    guard pem.label == "PUBLIC KEY" else {
      throw pem.label.hasSuffix("PRIVATE KEY") ? .isPrivate : .label(pem.label)
    }
    try self.init(der: pem.bytes)
  }

  init(der bytes: [UInt8]) throws(KeyProblem) {
    var file = DERReader(bytes[...])
    guard var fields = file.elements(of: .sequence), file.isAtEnd else { throw .damagedKey }
    try KeyAlgorithm.expectEd25519(&fields)
    // The first byte of a bit string counts the unused bits of its last.
    guard let bits = fields.content(of: .bitString), fields.isAtEnd, bits.first == 0 else {
      throw .damagedKey
    }
    try self.init(raw: Array(bits.dropFirst()))
  }

  /// - Parameter bytes: the 32 bytes of RFC 8032, section 5.1.5.
  init(raw bytes: [UInt8]) throws(KeyProblem) {
    guard bytes.count == 32, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { throw .damagedKey }
    self.init(key)
  }

  init(_ key: Curve25519.Signing.PublicKey) {
    self.key = key
    identifier = KeyIdentifier(ofDER: Self.der(of: Array(key.rawRepresentation)))
  }

  /// As `openssl pkey -pubout` writes it, in PEM.
  package var pem: String {
    "-----BEGIN PUBLIC KEY-----\n\(Base64.text(of: Self.der(of: Array(key.rawRepresentation))))\n"
      + "-----END PUBLIC KEY-----\n"
  }

  /// DER has one encoding of a value: that of a public key of Ed25519 begins like this.
  private static func der(of raw: [UInt8]) -> [UInt8] {
    [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00] + raw
  }

  /// Whether the owner of the key has signed these bytes.
  func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    signature.count == 64 && key.isValidSignature(signature, for: message)
  }
}
