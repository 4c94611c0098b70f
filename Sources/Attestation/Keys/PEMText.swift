internal import SharedTasks

/// A PEM file with one block, as `openssl genpkey` and `openssl pkey -pubout` write it: the strict form
/// of RFC 7468, section 3, with line feeds or carriage returns and line feeds.
struct PEMText {
  /// What stands behind `BEGIN`, as `PUBLIC KEY`.
  let label: String
  let bytes: [UInt8]

  /// No key of Ed25519 comes near it.
  private static let longest = 64 * 1024

  init(_ file: [UInt8]) throws(KeyProblem) {
    guard file.count <= Self.longest else { throw .notPEM }
    let lines = Self.lines(of: file)
    guard let first = lines.first, let label = Self.label(of: first, at: "BEGIN") else {
      throw .notPEM
    }
    guard let end = lines.firstIndex(where: { Self.label(of: $0, at: "END") != nil }) else {
      throw .damagedPEM
    }
    guard end == lines.count - 1 else { throw .severalBlocks }
    let body = lines[1..<end]
    guard Self.label(of: lines[end], at: "END") == label, !body.isEmpty,
      body.dropLast().allSatisfy({ $0.count == 64 }), body.allSatisfy({ 1...64 ~= $0.count }),
      let bytes = Base64.bytes(of: Array(body.joined()), .standard)
    else {
      // An old file of RSA or an encrypted one has headers in its body: its label says more.
      throw Self.known.contains(label) ? .damagedPEM : .label(label)
    }
    (self.label, self.bytes) = (label, bytes)
  }

  private static let known = ["PRIVATE KEY", "PUBLIC KEY"]

  /// Without the empty ones at both ends.
  private static func lines(of file: [UInt8]) -> [ArraySlice<UInt8>] {
    let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
    }
    return Array(lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed())
  }

  /// The label of `-----BEGIN label-----`; nil of any other line.
  private static func label(of line: ArraySlice<UInt8>, at edge: String) -> String? {
    let (before, after) = (Array("-----\(edge) ".utf8), Array("-----".utf8))
    guard line.count > before.count + after.count, line.starts(with: before),
      line.suffix(after.count) == after[...]
    else { return nil }
    let label = line.dropFirst(before.count).dropLast(after.count)
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte) || byte == 0x20 }
    return label.allSatisfy(isLetter) ? String(decoding: label, as: UTF8.self) : nil
  }
}
