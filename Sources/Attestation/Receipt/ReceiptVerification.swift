internal import SharedTasks

/// What comes of checking a receipt: what it says, or everything that is wrong with it.
package struct ReceiptVerification: Sendable {
  /// What the receipt says; nil where anything is wrong, so that nothing unchecked is believed.
  package let receipt: Receipt?
  /// The statement's very bytes, as they are in the envelope; nil where anything is wrong.
  package let statement: [UInt8]?
  /// The keys that signed it, of those given.
  package let signers: [KeyIdentifier]
  /// Empty where the receipt holds.
  package let problems: [ReceiptProblem]
  /// What is not wrong but what a reader should know, in words.
  package let notes: [String]

  /// Checks the form of the envelope, its signature, the statement in it, and what it is of.
  ///
  /// The signature is checked before the payload is read and over its very bytes (DSSE 1.0.2,
  /// protocol.md), by trying every key: what the envelope says of keys is not relied on. All checks are
  /// made, whatever came of those before.
  ///
  /// - Parameters:
  ///   - file: the envelope.
  ///   - keys: one of them must have signed. Without keys no signature is asked for: the receipt is
  ///     then as good as the place that it comes from.
  ///   - submission: the file that it has to be of; nil where it is not at hand.
  package init(of file: [UInt8], keys: [VerificationKey], submission: FileDigest? = nil) {
    var problems: [ReceiptProblem] = []
    var receipt: Receipt?
    var statement: [UInt8]?
    var unchecked = 0
    var accepted: [(signature: Envelope.Signature, key: KeyIdentifier)] = []
    if let envelope = Envelope(file, &problems) {
      statement = envelope.payload
      unchecked = keys.isEmpty ? envelope.signatures.count : 0
      accepted = Self.accepted(envelope, keys)
      if !keys.isEmpty, accepted.isEmpty {
        let count = envelope.signatures.count
        problems.append(
          count == 0 ? .unsigned : .notSigned(signatures: count, keys: keys.map(\.identifier)))
      }
      if envelope.payloadType == Envelope.statements {
        receipt = Receipt(statement: envelope.payload, &problems)
      } else {
        problems.append(.payloadType(envelope.payloadType))
      }
    }
    if let receipt, let submission, receipt.submission != submission {
      problems.append(.otherSubmission(inReceipt: receipt.submission, atHand: submission))
    }
    self.receipt = problems.isEmpty ? receipt : nil
    self.statement = problems.isEmpty ? statement : nil
    self.problems = problems
    signers = keys.map(\.identifier).filter { key in accepted.contains { $0.key == key } }
    notes =
      accepted.compactMap { Self.note($0.signature, madeBy: $0.key) }
      + (unchecked > 0 ? ["it is signed, and nobody gave a key to check that with"] : [])
  }

  /// Other programs form the names of keys in other ways, and nobody signs them.
  private static func note(_ signature: Envelope.Signature, madeBy key: KeyIdentifier) -> String? {
    guard let name = signature.keyIdentifier, name != key.description else { return nil }
    return "the envelope calls the key `\(PrintableText.escaped(name, limit: 120))` that made a "
      + "signature; it is \(key)"
  }

  private static func accepted(
    _ envelope: Envelope, _ keys: [VerificationKey]
  ) -> [(signature: Envelope.Signature, key: KeyIdentifier)] {
    let message = envelope.preAuthenticationEncoding
    return envelope.signatures.flatMap { signature in
      keys.filter { $0.accepts(signature.bytes, of: message) }.map { (signature, $0.identifier) }
    }
  }
}
