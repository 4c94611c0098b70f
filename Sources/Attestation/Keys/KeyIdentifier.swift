internal import SharedTasks

/// The name of a public key: SHA-256 of its DER (SubjectPublicKeyInfo), in lower-case hexadecimal.
///
/// DSSE leaves the form to the signer. This one is how Certificate Transparency names its logs (RFC
/// 6962, section 3.2) and how HTTP pins keys (RFC 7469, section 2.4), and anybody computes it:
/// `openssl pkey -pubin -in KEY -outform DER | sha256sum`.
package struct KeyIdentifier: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  init(ofDER bytes: [UInt8]) {
    description = String(Digest.sha256(bytes).dropFirst("sha256:".count))
  }
}
