internal import SharedTasks

/// A DSSE envelope, version 1.0.2 (github.com/secure-systems-lab/dsse, envelope.md and protocol.md):
/// bytes, what they are, and signatures of both.
package struct Envelope: Sendable, Equatable {
  /// What the payload of every receipt is: a statement of in-toto.
  package static let statements = "application/vnd.in-toto+json"

  /// As many signatures as are read: each is tried with every key, and none of them is cheap.
  static let mostSignatures = 64

  package let payloadType: String
  /// The very bytes that are signed; never written anew from what they say.
  package let payload: [UInt8]
  /// None in an envelope that is not signed.
  package private(set) var signatures: [Signature]

  package struct Signature: Sendable, Equatable {
    /// Which key made it. Nobody signs this: it helps to choose and proves nothing.
    package let keyIdentifier: String?
    package let bytes: [UInt8]
  }

  package init(payloadType: String = statements, payload: [UInt8], signatures: [Signature] = []) {
    (self.payloadType, self.payload, self.signatures) = (payloadType, payload, signatures)
  }

  /// PAE of protocol.md: what is signed in place of the payload, so that no payload of one type passes
  /// for one of another. Lengths are in bytes.
  package var preAuthenticationEncoding: [UInt8] {
    Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
  }

  /// The envelope with one more signature.
  package func signed(with key: SigningKey) throws(AttestationError) -> Envelope {
    guard let bytes = try? key.signature(of: preAuthenticationEncoding) else {
      throw .signingFailed
    }
    var envelope = self
    envelope.signatures.append(
      Signature(keyIdentifier: key.verificationKey.identifier.description, bytes: bytes))
    return envelope
  }

  /// The file: canonical JSON on one line.
  package var bytes: [UInt8] {
    let signatures = signatures.map { signature in
      var fields = ["sig": JSONValue.text(Base64.text(of: signature.bytes))]
      fields["keyid"] = signature.keyIdentifier.map(JSONValue.text)
      return JSONValue.fields(fields)
    }
    let fields: [String: JSONValue] = [
      "payload": .text(Base64.text(of: payload)), "payloadType": .text(payloadType),
      "signatures": .list(signatures),
    ]
    return CanonicalJSON.bytes(of: .fields(fields)) + [UInt8(ascii: "\n")]
  }
}
