/// What a statement says of its submission, as it is read.
struct Predicate {
  let task: String
  let split: String
  let files: [Receipt.File: FileDigest]
  let version: String
  let options: [String: String]
  let seed: UInt64?
  let precision: Receipt.Precision
  let signature: String
  let values: [String: JSONValue]

  init?(_ fields: FieldReader, _ problems: inout [ReceiptProblem]) {
    let before = problems.count
    let task = fields.text("task", &problems)
    let split = fields.text("split", &problems)
    let version = fields.text("cltask", &problems)
    let signature = fields.text("signature", &problems)
    let files = fields.object("digests", &problems).map { Self.files($0, &problems) }
    let options = fields.object("options", &problems).map { Self.options($0, &problems) }
    let seed = Self.seed(fields, &problems)
    let precision = Self.precision(fields, &problems)
    let values = fields.object("values", &problems)
    guard problems.count == before, let task, let split, let version, let signature, let files,
      let options, let precision, let values
    else { return nil }
    (self.task, self.split, self.files, self.version) = (task, split, files, version)
    (self.options, self.seed, self.precision) = (options, seed, precision)
    (self.signature, self.values) = (signature, values.all)
  }

  private static func files(
    _ fields: FieldReader, _ problems: inout [ReceiptProblem]
  ) -> [Receipt.File: FileDigest] {
    var files: [Receipt.File: FileDigest] = [:]
    for file in Receipt.File.allCases {
      guard let value = fields[file.rawValue] else { continue }
      files[file] = FileDigest(digestSet: value, at: fields.path(file.rawValue), &problems)
    }
    if fields["gold"] == nil { problems.append(.missing(fields.path("gold"))) }
    return files
  }

  private static func options(
    _ fields: FieldReader, _ problems: inout [ReceiptProblem]
  ) -> [String: String] {
    var options: [String: String] = [:]
    for name in CanonicalJSON.order(fields.all.keys) {
      options[name] = fields.text(name, &problems)
    }
    return options
  }

  private static func seed(
    _ fields: FieldReader, _ problems: inout [ReceiptProblem]
  ) -> UInt64? {
    guard fields["seed"] != nil, let text = fields.text("seed", &problems) else { return nil }
    let seed = UInt64(text)
    // One number, one text: no signs and no zeros in front.
    guard let seed, "\(seed)" == text else {
      problems.append(.notSeed(fields.path("seed")))
      return nil
    }
    return seed
  }

  /// As many as `publish` of a task may ask for.
  private static let mostDecimals = 15

  private static func precision(
    _ fields: FieldReader, _ problems: inout [ReceiptProblem]
  ) -> Receipt.Precision? {
    switch fields["precision"] {
    case .text("full")?: return .full
    case .fields(let inner)?:
      if case .number(let count)? = inner["decimals"], let count = Int(exactly: count),
        (0...mostDecimals).contains(count)
      {
        return .decimals(count)
      }
      fallthrough
    case .some: problems.append(.notPrecision(fields.path("precision")))
    case nil: problems.append(.missing(fields.path("precision")))
    }
    return nil
  }
}
