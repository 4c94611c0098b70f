import Testing

@testable import Attestation

@Suite("Checking receipts")
struct ReceiptVerificationTests {
  private static func signed() throws -> Envelope {
    try ReceiptSample.receipt.envelope.signed(with: SampleKeys.signing())
  }

  @Test("a signed receipt holds for its key, its submission and nobody else's")
  func holds() throws {
    let file = try Self.signed().bytes
    let (key, stranger) = (
      try SampleKeys.verification(), try SampleKeys.verification(SampleKeys.strangerPublic)
    )
    let found = ReceiptVerification(
      of: file, keys: [stranger, key], submission: ReceiptSample.digest("a"))
    #expect(found.receipt == ReceiptSample.receipt)
    #expect(found.signers == [key.identifier])
    #expect(found.problems.isEmpty && found.notes.isEmpty)

    let other = ReceiptVerification(of: file, keys: [stranger])
    #expect(other.receipt == nil && other.signers.isEmpty)
    #expect(other.problems == [.notSigned(signatures: 1, keys: [stranger.identifier])])
  }

  @Test("an unsigned receipt is read where no key is asked for, and refused where one is")
  func unsigned() throws {
    let file = ReceiptSample.receipt.envelope.bytes
    #expect(ReceiptVerification(of: file, keys: []).receipt == ReceiptSample.receipt)
    let found = ReceiptVerification(of: file, keys: [try SampleKeys.verification()])
    #expect(found.receipt == nil && found.problems == [.unsigned])
  }

  @Test("all failures are said at once, in words")
  func allAtOnce() throws {
    var text = String(decoding: ReceiptSample.receipt.statement, as: UTF8.self)
    text = text.replacing("Statement/v1", with: "Statement/v0.1")
      .replacing(#""seed":"20260101""#, with: #""seed":"-1""#)
    let envelope = try Envelope(payload: Array(text.utf8)).signed(with: SampleKeys.signing())
    let found = ReceiptVerification(
      of: envelope.bytes, keys: [try SampleKeys.verification(SampleKeys.strangerPublic)])
    #expect(
      found.problems.map { String($0.description.prefix(40)) }
        == [
          "the signature is not by the key 9de5c373dcc7",
          "the statement is of type `https://in-tot",
          "seed of predicate of the statement is no",
        ].map { String($0.prefix(40)) })
  }

  @Test("a receipt of another submission is refused, and both are named")
  func otherSubmission() throws {
    let found = ReceiptVerification(
      of: try Self.signed().bytes, keys: [try SampleKeys.verification()],
      submission: ReceiptSample.digest("f"))
    #expect(found.receipt == nil)
    #expect(
      found.problems == [
        .otherSubmission(
          inReceipt: ReceiptSample.digest("a"), atHand: ReceiptSample.digest("f"))
      ])
  }

  @Test("a payload of another type is not read, even if it is signed")
  func otherType() throws {
    let envelope = try Envelope(
      payloadType: "application/json", payload: ReceiptSample.receipt.statement
    ).signed(with: SampleKeys.signing())
    let found = ReceiptVerification(of: envelope.bytes, keys: [try SampleKeys.verification()])
    #expect(found.receipt == nil && found.problems == [.payloadType("application/json")])
  }

  @Test("one good signature among others is enough, and a name that misleads is told")
  func several() throws {
    let signed = try Self.signed()
    let made = try #require(signed.signatures.first)
    let envelope = Envelope(
      payload: signed.payload,
      signatures: [
        .init(keyIdentifier: nil, bytes: []),
        .init(keyIdentifier: "somebody", bytes: [UInt8](repeating: 1, count: 64)),
        .init(keyIdentifier: "another", bytes: made.bytes),
      ])
    let found = ReceiptVerification(of: envelope.bytes, keys: [try SampleKeys.verification()])
    #expect(found.receipt == ReceiptSample.receipt)
    #expect(
      found.notes == [
        "the envelope calls the key `another` that made a signature; it is "
          + SampleKeys.organizerIdentifier
      ])
  }

  @Test("a change of any byte is found, or changes nothing that is signed")
  func tampering() throws {
    let file = try Self.signed().bytes
    let key = try SampleKeys.verification()
    var random = SplitMix(state: 11)
    // Where the signed text, the signature and the type stand nothing may change; the name of the key
    // is a hint, whose change is told or takes it away.
    var unseen: Set<Int> = []
    for place in file.indices.dropLast() {
      for _ in 0..<3 {
        var changed = file
        changed[place] ^= UInt8.random(in: 1...255, using: &random)
        let found = ReceiptVerification(of: changed, keys: [key])
        if let receipt = found.receipt {
          #expect(receipt == ReceiptSample.receipt, "byte \(place)")
          if found.notes.isEmpty { unseen.insert(place) }
        }
      }
    }
    // The letters of `keyid`, without which the signature has no name; `+` and `/`, which base64 for
    // URLs writes otherwise.
    let text = Array(file)
    for place in unseen {
      let isOfName = Self.places(of: "keyid", in: text).contains(place)
      #expect(isOfName || "+/-_".utf8.contains(text[place]), "byte \(place)")
    }
  }

  @Test("every change of the statement is found, signed or not")
  func tamperedStatement() throws {
    let signature = try #require(try Self.signed().signatures.first)
    let statement = ReceiptSample.receipt.statement
    let key = try SampleKeys.verification()
    var random = SplitMix(state: 12)
    for _ in 0..<2_000 {
      let changed = random.damaged(statement)
      guard changed != statement else { continue }
      let envelope = Envelope(payload: changed, signatures: [signature])
      #expect(ReceiptVerification(of: envelope.bytes, keys: [key]).receipt == nil)
    }
  }

  @Test("damaged envelopes are read or refused, never trapped on")
  func damaged() throws {
    let (file, statement) = (try Self.signed().bytes, ReceiptSample.receipt.statement)
    let key = try SampleKeys.verification()
    var random = SplitMix(state: 13)
    var refused = 0
    for _ in 0..<2_000 {
      let found = ReceiptVerification(of: random.damaged(file), keys: [key])
      if found.receipt == nil { refused += 1 }
      #expect(found.receipt != nil || !found.problems.isEmpty)
      // Without a key, damaged statements get as far as their fields.
      let inner = Envelope(payload: random.damaged(statement))
      let open = ReceiptVerification(of: inner.bytes, keys: [])
      #expect(open.receipt != nil || !open.problems.isEmpty)
    }
    #expect(refused > 1_500)
  }

  @Test("an envelope with more signatures than anybody needs is not tried")
  func manySignatures() throws {
    let signature = Envelope.Signature(keyIdentifier: nil, bytes: [UInt8](repeating: 0, count: 64))
    func problems(_ count: Int) throws -> [ReceiptProblem] {
      let envelope = Envelope(
        payload: ReceiptSample.receipt.statement,
        signatures: Array(repeating: signature, count: count))
      let key = try SampleKeys.verification()
      return ReceiptVerification(of: envelope.bytes, keys: [key]).problems
    }
    let key = try SampleKeys.verification().identifier
    #expect(try problems(64) == [.notSigned(signatures: 64, keys: [key])])
    #expect(try problems(65) == [.tooManySignatures(65)])
  }

  @Test(
    "problems quote text of others harmlessly",
    arguments: [
      .payloadType("a\u{1B}[2J\n\u{202E}b"), .statementType("\u{1B}\n\u{202E}"),
      .predicateType("\u{1B}\n\u{202E}"), .missing("\u{1B}\n\u{202E} of options"),
      .wrongKind("\u{1B}\n\u{202E} of options", is: "null", wanted: "text"),
    ] as [ReceiptProblem])
  func harmless(_ problem: ReceiptProblem) {
    let scalars = problem.description.unicodeScalars
    #expect(!scalars.contains { ["\u{1B}", "\n", "\u{202E}"].contains($0) })
  }

  private static func places(of word: String, in text: [UInt8]) -> Set<Int> {
    let word = Array(word.utf8)
    return Set(
      text.indices.filter { text[$0...].starts(with: word) }.flatMap { $0..<$0 + word.count })
  }
}
