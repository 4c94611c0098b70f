import Foundation
import Testing

@testable import Attestation

/// Files that securesystemslib wrote, the reference implementation of DSSE in Python, without cltask
/// (`Tests/Conformance/receipts.py --write`). The conformance run holds that it still writes them.
@Suite("Receipts of securesystemslib")
struct PeerTests {
  private static func file(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appendingPathComponent("References/\(name)")))
  }

  @Test("a receipt that it signed holds, and says what it was told to say")
  func holds() throws {
    let key = try VerificationKey(pem: Self.file("organizer.pub.pem"))
    let found = ReceiptVerification(
      of: try Self.file("receipt.dsse.json"), keys: [key], submission: ReceiptSample.digest("a"))
    #expect(found.receipt == ReceiptSample.receipt, "\(found.problems)")
    #expect(found.signers == [key.identifier] && found.notes.isEmpty)
  }

  @Test("the envelope of the same receipt is the same file, byte for byte")
  func bytes() throws {
    let peer = try Self.file("receipt.dsse.json")
    let key = try SigningKey(pem: Self.file("organizer.pem"))
    let ours = try ReceiptSample.receipt.envelope.signed(with: key)
    #if canImport(Darwin)
    // CryptoKit's signatures are not those of RFC 8032 alone: it adds randomness.
    var problems: [ReceiptProblem] = []
    #expect(Envelope(peer, &problems)?.payload == ours.payload)
    #else
    #expect(String(decoding: ours.bytes, as: UTF8.self) == String(decoding: peer, as: UTF8.self))
    #endif
  }
}
