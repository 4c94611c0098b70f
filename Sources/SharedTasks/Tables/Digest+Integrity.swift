internal import Crypto

extension Digest {
  /// SHA-256 as pages name what they allow (W3C Subresource Integrity, section 3.5): `sha256-` and the
  /// digest in base64 (RFC 4648, section 4).
  package static func integrity(_ bytes: [UInt8]) -> String {
    "sha256-" + base64(Array(SHA256.hash(data: bytes)))
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = bytes[start..<min(start + 3, bytes.count)]
      var bits = three.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= 8 * UInt32(3 - three.count)
      for place in 0..<4 {
        let isPadding = place > three.count
        text.append(
          isPadding ? UInt8(ascii: "=") : letters[Int(bits >> (18 - 6 * UInt32(place)) & 63)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
