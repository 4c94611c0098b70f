internal import Crypto

/// A private key of Ed25519 (RFC 8032), with which an organizer signs receipts.
///
/// It prints as the name of its public key, so that it never reaches a log.
package struct SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// What others check its signatures with.
  package let verificationKey: VerificationKey
  private let key: Curve25519.Signing.PrivateKey

  /// Reads the PEM that `openssl genpkey -algorithm ed25519` writes: PKCS #8, version 1 (RFC 5958,
  /// section 2; RFC 8410, section 7).
  package init(pem file: [UInt8]) throws(KeyProblem) {
    let pem = try PEMText(file)
    guard pem.label == "PRIVATE KEY" else {
      throw pem.label == "PUBLIC KEY" ? .isPublic : .label(pem.label)
    }
    try self.init(der: pem.bytes)
  }

  init(der bytes: [UInt8]) throws(KeyProblem) {
    var file = DERReader(bytes[...])
    guard var fields = file.elements(of: .sequence), file.isAtEnd,
      let version = fields.content(of: .integer), version.elementsEqual([0])
    else { throw .damagedKey }
    try KeyAlgorithm.expectEd25519(&fields)
    // CurvePrivateKey is an octet string inside the octet string of PKCS #8.
    guard var inner = fields.elements(of: .octetString), fields.isAtEnd,
      let seed = inner.content(of: .octetString), inner.isAtEnd
    else { throw .damagedKey }
    try self.init(raw: Array(seed))
  }

  /// - Parameter bytes: the 32 bytes of RFC 8032, section 5.1.5.
  init(raw bytes: [UInt8]) throws(KeyProblem) {
    guard bytes.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else { throw .damagedKey }
    self.key = key
    verificationKey = VerificationKey(key.publicKey)
  }

  package var description: String { "the private key of \(verificationKey.identifier)" }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// 64 bytes.
  func signature(of message: [UInt8]) throws -> [UInt8] {
    Array(try key.signature(for: message))
  }
}
