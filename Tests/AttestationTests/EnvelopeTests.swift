import SharedTasks
import Testing

@testable import Attestation

@Suite("Envelopes")
struct EnvelopeTests {
  /// Keys A and B of the specification's test vectors, which are those of RFC 8032.
  private static let keyA = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
  private static let secretA = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
  private static let statement =
    "eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEifQ=="
  private static let signatureA =
    "2WAfaHm5jluo0w+0rk8uVkluELJYWjSmU9x7EUzx+AyteDGJ4/nqyJXfmAUVFIAoQafWm7AxBZNw5M9ixNHiCA=="

  @Test("what is signed is the PAE of DSSE's protocol.md")
  func encoding() {
    let envelope = Envelope(
      payloadType: "http://example.com/HelloWorld", payload: Array("hello world".utf8))
    #expect(
      String(decoding: envelope.preAuthenticationEncoding, as: UTF8.self)
        == "DSSEv1 29 http://example.com/HelloWorld 11 hello world")
  }

  @Test("lengths are of bytes, and of nothing is 0")
  func lengths() {
    let empty = Envelope(payload: [])
    #expect(
      Hexadecimal.text(empty.preAuthenticationEncoding)
        == "445353457631203238206170706c69636174696f6e2f766e642e696e2d746f746f2b6a736f6e203020")
    let other = Envelope(payloadType: "application/vnd.exämple+json", payload: [])
    #expect(other.preAuthenticationEncoding.starts(with: Array("DSSEv1 29 ".utf8)))
  }

  @Test(
    "signatures of DSSE's test vectors hold, in either alphabet of base64",
    arguments: [
      (Envelope.statements, statement, signatureA),
      (
        Envelope.statements, "-_-_Pj8=",
        "P-_KHICeR7tI6S_YyejJTRtrXhcQyQ2LYPaL8h90KjC9qN8HU_svOQ6TuDOT1HIrsGW886DbWNWcCmX5twLrAw=="
      ),
      (
        "application/vnd.exämple+json", statement,
        "xmSk/ug66ysT7ayhkCIjhAq42zgZXSsEWuzUaNL7w2eGAdF/NU6/fRXPtmfN+5DNSAs5/i2lUnHjbbjPsu0tAw=="
      ),
      (
        Envelope.statements, "",
        "gSggCAaTLTYyRH6FIDBem6meyIynsYy8RTHVzwx9tnTb7Bg/1jMWnuVgI/gffqmbsC2VX5/jHfkkDqsj7CDbDg=="
      ),
    ])
  func vectors(_ type: String, _ payload: String, _ signature: String) throws {
    let text = """
      {"payload": "\(payload)", "payloadType": "\(type)", "more": [],
       "signatures": [{"sig": "\(signature)", "keyid": "A"}]}
      """
    var problems: [ReceiptProblem] = []
    let envelope = try #require(Envelope(Array(text.utf8), &problems), "\(problems)")
    let key = try VerificationKey(raw: SampleKeys.bytes(Self.keyA))
    let made = try #require(envelope.signatures.first)
    #expect(key.accepts(made.bytes, of: envelope.preAuthenticationEncoding))
    // The same payload as another type is not what was signed.
    let swapped = Envelope(
      payloadType: "application/vnd.example.other+json", payload: envelope.payload)
    #expect(!key.accepts(made.bytes, of: swapped.preAuthenticationEncoding))
  }

  @Test("a signature that openssl made over the PAE holds")
  func openssl() throws {
    // openssl pkeyutl -sign -inkey KEY -rawin -in PAE
    let signature =
      "5BmTQZJBXcyUh8PbSxKheRJWyrOxdqyT3MJEqjRWvbnAjYfrq/uIcvtycD9gKU4IoqB7YRJmDDEHR7hrCWRPDw=="
    let bytes = try #require(Base64.bytes(of: Array(signature.utf8), .standard))
    let envelope = Envelope(
      payloadType: "http://example.com/HelloWorld", payload: Array("hello world".utf8))
    let key = try SampleKeys.verification()
    #expect(key.accepts(bytes, of: envelope.preAuthenticationEncoding))
  }

  @Test("an envelope that is written is read as it was, signed or not")
  func roundTrip() throws {
    let key = try SigningKey(raw: SampleKeys.bytes(Self.secretA))
    let plain = Envelope(payload: Array("{}".utf8))
    let signed = try plain.signed(with: key).signed(with: SampleKeys.signing())
    for envelope in [plain, signed] {
      var problems: [ReceiptProblem] = []
      #expect(Envelope(envelope.bytes, &problems) == envelope)
      #expect(problems.isEmpty)
    }
    #expect(
      String(decoding: plain.bytes, as: UTF8.self)
        == #"{"payload":"e30=","payloadType":"application/vnd.in-toto+json","signatures":[]}"#
        + "\n")
    #expect(signed.signatures.map(\.keyIdentifier?.count) == [64, 64])
  }

  @Test("everything that is wrong with an envelope is said at once")
  func problems() {
    let text = #"{"payload": 1, "signatures": [{"sig": "*"}, 2, {"sig": "", "keyid": 3}]}"#
    var problems: [ReceiptProblem] = []
    #expect(Envelope(Array(text.utf8), &problems) == nil)
    #expect(
      problems.map(\.description) == [
        "payloadType of the envelope is missing",
        "payload of the envelope is a number where text has to be",
        "sig of signature 1 is not base64; the file was changed, or cut off",
        "signature 2 is a number where an object has to be",
        "keyid of signature 3 is a number where text has to be",
      ])
  }
}
