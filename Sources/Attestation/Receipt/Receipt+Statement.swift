/// The receipt as a statement of in-toto, version 1 (github.com/in-toto/attestation,
/// spec/v1/statement.md): the submission is its subject, the score its predicate.
extension Receipt {
  static let statementType = "https://in-toto.io/Statement/v1"

  /// What the predicate is. A URI (RFC 3986) without a host, for it belongs to no domain; the number
  /// grows where a reader of the old form would misread the new.
  package static let predicateType = "cltask:score-receipt/1"

  /// The payload of the envelope: canonical JSON, the same bytes for the same receipt.
  package var statement: [UInt8] {
    let subject = JSONValue.fields(["name": .text(name), "digest": submission.digestSet])
    return CanonicalJSON.bytes(
      of: .fields([
        "_type": .text(Self.statementType), "subject": .list([subject]),
        "predicateType": .text(Self.predicateType), "predicate": .fields(predicate),
      ]))
  }

  /// The receipt in an envelope; it can be signed.
  package var envelope: Envelope { Envelope(payload: statement) }

  private var predicate: [String: JSONValue] {
    var predicate: [String: JSONValue] = [
      "task": .text(task), "split": .text(split), "cltask": .text(version),
      "digests": .fields(
        Dictionary(uniqueKeysWithValues: files.map { ($0.rawValue, $1.digestSet) })),
      "options": .fields(options.mapValues(JSONValue.text)),
      "signature": .text(signature), "values": .fields(values),
    ]
    // Text: a seed may be beyond 2⁵³, where readers of JSON round (RFC 7493, section 2.2).
    predicate["seed"] = seed.map { .text("\($0)") }
    switch precision {
    case .full: predicate["precision"] = .text("full")
    case .decimals(let count):
      predicate["precision"] = .fields(["decimals": .number(Double(count))])
    }
    return predicate
  }

  /// Reads a statement, or says everything that keeps the bytes from being one of a receipt. Fields
  /// that a later version may add are left alone, as in-toto asks for.
  init?(statement bytes: [UInt8], _ problems: inout [ReceiptProblem]) {
    let before = problems.count
    guard let value = ReceiptProblem.json(bytes, .payload, &problems),
      let fields = FieldReader(value, at: "the statement", &problems)
    else { return nil }
    if let type = fields.text("_type", &problems), type != Self.statementType {
      problems.append(.statementType(type))
    }
    if let type = fields.text("predicateType", &problems), type != Self.predicateType {
      // Whatever its fields are, they are not those of a receipt.
      problems.append(.predicateType(type))
      return nil
    }
    let subject = Subject(fields, &problems)
    let predicate = fields.object("predicate", &problems).flatMap { Predicate($0, &problems) }
    guard problems.count == before, let subject, let predicate else { return nil }
    self.init(
      name: subject.name, submission: subject.digest, task: predicate.task,
      split: predicate.split, files: predicate.files, version: predicate.version,
      options: predicate.options, seed: predicate.seed, precision: predicate.precision,
      signature: predicate.signature, values: predicate.values)
  }

  /// The one submission that a receipt is of.
  private struct Subject {
    let name: String
    let digest: FileDigest

    init?(_ statement: FieldReader, _ problems: inout [ReceiptProblem]) {
      guard let subjects = statement.list("subject", &problems) else { return nil }
      guard subjects.count == 1, let only = subjects.first else {
        problems.append(.subjects(subjects.count))
        return nil
      }
      guard let fields = FieldReader(only, at: "the subject", &problems) else { return nil }
      let name = fields["name"] == nil ? "_" : fields.text("name", &problems)
      let digest = fields.object("digest", &problems).flatMap {
        FileDigest(digestSet: .fields($0.all), at: fields.path("digest"), &problems)
      }
      guard let name, let digest else { return nil }
      (self.name, self.digest) = (name, digest)
    }
  }
}
