/// The stable words in brackets that end a diagnostic.
///
/// Scripts match on them, so a word is never renamed and never means something else. The list is
/// closed: `cltask validate --codes` prints it with ``meaning`` and ``example``; a new case is not
/// complete without both, and a test says so.
public enum DiagnosticCode: String, Sendable, Hashable, Codable, CaseIterable {
  // The file as bytes.
  case emptyFile = "empty-file"
  case tooLarge = "too-large"
  case badEncoding = "bad-encoding"
  case nulByte = "nul-byte"
  case controlCharacter = "control-character"
  case badGzip = "bad-gzip"
  case truncatedGzip = "truncated-gzip"
  case jsonSyntax = "json-syntax"

  // The table.
  case missingColumn = "missing-column"
  case duplicateColumn = "duplicate-column"
  case unknownColumn = "unknown-column"
  case wrongFieldCount = "wrong-field-count"
  case taskMismatch = "task-mismatch"

  // Its fields.
  case emptyValue = "empty-value"
  case badNumber = "bad-number"
  case notFinite = "not-finite"
  case scoreOutOfRange = "score-out-of-range"
  case badGrade = "bad-grade"
  case unknownLabel = "unknown-label"
  case probabilitiesDoNotSum = "probabilities-do-not-sum"
  case badDecision = "bad-decision"
  case lateDecision = "late-decision"
  case writingsOutOfOrder = "writings-out-of-order"
  case unknownStage = "unknown-stage"
  case stageNotReached = "stage-not-reached"
  case overCapacity = "over-capacity"

  // Its items.
  case duplicateItem = "duplicate-item"
  case unknownItem = "unknown-item"
  case missingItem = "missing-item"
  case unknownTopic = "unknown-topic"
  case missingTopic = "missing-topic"

  // YAML.
  case yamlSyntax = "yaml-syntax"
  case yamlAlias = "yaml-alias"
  case yamlTag = "yaml-tag"
  case yamlDocuments = "yaml-documents"
  case tooDeep = "too-deep"

  // The keys of task.yaml and the shape of their values.
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case duplicateKey = "duplicate-key"
  case keyNotAllowed = "key-not-allowed"
  case wrongType = "wrong-type"
  case unknownValue = "unknown-value"
  case duplicateValue = "duplicate-value"
  case outOfRange = "out-of-range"

  // What the values of task.yaml mean together.
  case wrongSchema = "wrong-schema"
  case badName = "bad-name"
  case idMismatch = "id-mismatch"
  case badLabel = "bad-label"
  case duplicateLabel = "duplicate-label"
  case labelLimit = "label-limit"
  case missingGrade = "missing-grade"
  case badMeasure = "bad-measure"
  case unknownMeasure = "unknown-measure"
  case unquotedMeasure = "unquoted-measure"
  case primaryNotInMeasures = "primary-not-in-measures"
  case unlikelyValue = "unlikely-value"

  /// Whether a file with this problem is refused. A diagnostic may say otherwise for itself.
  public var severity: Diagnostic.Severity {
    switch self {
    case .unknownColumn, .lateDecision, .unlikelyValue: .warning
    default: .error
    }
  }
}
