extension Envelope {
  /// Reads an envelope, or says everything that keeps the bytes from being one. Fields that DSSE does
  /// not know are left alone, as it asks for.
  init?(_ file: [UInt8], _ problems: inout [ReceiptProblem]) {
    let before = problems.count
    guard let value = ReceiptProblem.json(file, .envelope, &problems),
      let fields = FieldReader(value, at: "the envelope", &problems)
    else { return nil }
    let type = fields.text("payloadType", &problems)
    let payload = fields.base64("payload", &problems)
    let written = fields.list("signatures", &problems) ?? []
    guard written.count <= Self.mostSignatures else {
      problems.append(.tooManySignatures(written.count))
      return nil
    }
    let signatures = written.enumerated().compactMap {
      Signature($1, at: "signature \($0 + 1)", &problems)
    }
    guard problems.count == before, let type, let payload else { return nil }
    self.init(payloadType: type, payload: payload, signatures: signatures)
  }
}

extension Envelope.Signature {
  init?(_ value: JSONValue, at place: String, _ problems: inout [ReceiptProblem]) {
    guard let fields = FieldReader(value, at: place, &problems) else { return nil }
    let bytes = fields.base64("sig", &problems)
    // Envelope.md: not set and set to nothing are the same.
    let identifier = fields["keyid"] == nil ? "" : fields.text("keyid", &problems)
    guard let bytes, let identifier else { return nil }
    self.init(keyIdentifier: identifier.isEmpty ? nil : identifier, bytes: bytes)
  }
}
