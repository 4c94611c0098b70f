internal import SharedTasks

/// What is wrong with a receipt, in words for whoever was sent it.
package enum ReceiptProblem: Sendable, Equatable {
  /// A part of the file that JSON is read from.
  package enum Part: String, Sendable {
    case envelope, payload
  }

  case notJSON(Part, JSONProblem)
  /// A field that has to be there.
  case missing(String)
  case wrongKind(String, is: String, wanted: String)
  case notBase64(String)
  case notDigest(String)
  case notSeed(String)
  case notPrecision(String)
  case payloadType(String)
  case statementType(String)
  case predicateType(String)
  /// Another number of subjects than one.
  case subjects(Int)
  /// The receipt is of another submission than the one at hand.
  case otherSubmission(inReceipt: FileDigest, atHand: FileDigest)
  /// More signatures than are looked at.
  case tooManySignatures(Int)
  case unsigned
  /// No signature was made with one of the keys over what the envelope holds.
  case notSigned(signatures: Int, keys: [KeyIdentifier])
}

extension ReceiptProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notJSON(let part, let problem):
      "the \(part.rawValue) is not JSON, \(problem)"
    case .missing(let field):
      "\(plain(field)) is missing"
    case .wrongKind(let field, let kind, let wanted):
      "\(plain(field)) is \(kind) where \(wanted) has to be"
    case .notBase64(let field):
      "\(field) is not base64; the file was changed, or cut off"
    case .notDigest(let field):
      "\(field) is not 64 hexadecimal digits in lower case"
    case .notSeed(let field):
      "\(field) is not a whole number from 0 to 2⁶⁴ − 1 in digits"
    case .notPrecision(let field):
      "\(field) is neither \"full\" nor a number of decimals from 0 to 15"
    case .payloadType(let type):
      "the envelope holds \(show(type)); a receipt is \(Envelope.statements)"
    case .statementType(let type):
      "the statement is of type \(show(type)); a receipt is \(Receipt.statementType)"
    case .predicateType(let type):
      "the statement says something else of its subject, \(show(type)); a receipt is "
        + "\(Receipt.predicateType), and a newer version of cltask may read this one"
    case .subjects(let count):
      "the statement has \(count) subjects; a receipt is of one submission"
    case .otherSubmission(let receipt, let hand):
      "the receipt is of another submission: it names \(receipt), and the file at hand is \(hand)"
    case .tooManySignatures(let count):
      "the envelope has \(count) signatures; no more than \(Envelope.mostSignatures) are looked at"
    case .unsigned:
      "nobody has signed the receipt; ask its organizers for one that they signed"
    case .notSigned(let signatures, let keys):
      (signatures == 1 ? "the signature is not" : "none of the \(signatures) signatures is")
        + " by \(Self.names(of: keys)) over what the receipt says: another key made it, or the "
        + "receipt was changed since"
    }
  }

  private static func names(of keys: [KeyIdentifier]) -> String {
    (keys.count == 1 ? "the key " : "one of the keys ")
      + keys.map(\.description).joined(separator: ", ")
  }

  /// Text of anybody.
  private func show(_ text: String) -> String { "`\(PrintableText.escaped(text, limit: 120))`" }

  /// Where a field stands; options are named by anybody.
  private func plain(_ field: String) -> String { PrintableText.escaped(field, limit: 200) }

  /// Reads JSON and notes why it is none.
  static func json(
    _ bytes: [UInt8], _ part: Part, _ problems: inout [ReceiptProblem]
  ) -> JSONValue? {
    do {
      return try JSONReader.value(of: bytes)
    } catch {
      problems.append(.notJSON(part, error))
      return nil
    }
  }
}
