internal import Crypto

extension Digest {
  /// SHA-256 as pages name what they allow (W3C Subresource Integrity, section 3.5): `sha256-` and the
  /// digest in base64 (RFC 4648, section 4).
  package static func integrity(_ bytes: [UInt8]) -> String {
    "sha256-" + Base64.text(of: Array(SHA256.hash(data: bytes)))
  }
}
