/// Says that a measure in a definition cannot be used, and why.
public struct MeasureProblem: Sendable, Equatable {
  /// Whether the name cannot be read or names nothing.
  public let code: DiagnosticCode
  public let message: String
  public let hint: String?

  public init(code: DiagnosticCode = .badMeasure, message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }
}

/// Reads `task.yaml`: either a definition without an error, or everything that is wrong with it.
///
/// It goes on after each problem: what could not be read is treated as if it had been right where
/// other keys refer to it, so that one slip is not reported five times.
public struct TaskDefinitionReader {
  /// The key `schema` of the definitions that this version reads.
  public static let schema = "cltask.task/1"

  static let keys = [
    "schema", "id", "title", "kind", "splits", "labels", "positive", "groupings", "grades",
    "threshold", "measures", "primary", "ties", "missing", "time-model", "stages", "fairness",
    "standing", "per-team", "subject-to", "publish",
  ]

  /// What messages call the file.
  static let whole = "the task definition"

  let root: YAMLMapping
  let folder: String?
  let validateMeasure: (String, TaskDefinition?) -> MeasureProblem?
  var problems: YAMLProblems
  /// Names of measures that are still to be checked, once everything else was read.
  var unchecked: [LocatedText] = []

  /// Reads a definition.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - file: the path that diagnostics show.
  ///   - folder: the name of the folder that holds the file, which the id must equal; nil where
  ///     the definition stands alone, as in a test.
  ///   - validateMeasure: what is wrong with a measure of that name, nil if it can be computed, in
  ///     this definition: as far as it could be read, or nil where not even its kind could be.
  /// - Returns: the definition, nil if there is an error among the diagnostics.
  public static func read(
    _ bytes: [UInt8], file: String, folder: String?,
    validateMeasure: (String, TaskDefinition?) -> MeasureProblem?
  ) -> (definition: TaskDefinition?, diagnostics: DiagnosticList) {
    var problems = YAMLProblems(file: file)
    guard let document = YAMLDocument.read(bytes, &problems),
      let root = document.mapping(whole, &problems)
    else { return (nil, problems.list.inOrderOfPlaces()) }
    return withoutActuallyEscaping(validateMeasure) { validateMeasure in
      var reader = TaskDefinitionReader(
        root: root, folder: folder, validateMeasure: validateMeasure, problems: problems)
      let definition = reader.definition()
      let list = reader.problems.list.inOrderOfPlaces()
      return (list.hasErrors ? nil : definition, list)
    }
  }

  private mutating func definition() -> TaskDefinition? {
    root.refuseKeys(besides: Self.keys, in: Self.whole, &problems)
    readSchema()
    let id = readID()
    let title = root.required("title", in: Self.whole, &problems)?
      .text(#""title""#, &problems)?.text
    let kind: TaskDefinition.Kind? = root.required("kind", in: Self.whole, &problems)?
      .choice(#""kind""#, &problems)
    let splits = readSplits()
    let labels = readLabels()
    let positive = readPositive(labels: labels)
    let groupings = readGroupings(labels: labels)
    let grades = readGrades(labels: labels)
    let threshold = readThreshold(labels: labels)
    let measures = readMeasures()
    let primary = readPrimary(measures: measures)
    let ties: TaskDefinition.Ties? = root["ties"]?.choice(#""ties""#, &problems)
    let missing: TaskDefinition.Missing? = root["missing"]?.choice(#""missing""#, &problems)
    let perTeam: TaskDefinition.PerTeam? = root["per-team"]?.choice(#""per-team""#, &problems)
    let timeModel = readTimeModel()
    let stages = readStages(kind: kind, labels: labels)
    let fairness = readFairness()
    let standing = readStanding()
    let constraints = readConstraints()
    let decimals = readPublish()
    if kind == .earlyDetection {
      checkDecisionLabels(labels, positive: positive, grades: grades)
    } else {
      warn(ofPositive: positive, labels: labels)
    }
    let nothing = LocatedText("")
    let definition = kind.map { kind in
      TaskDefinition(
        id: id ?? "", title: title ?? "", kind: kind, splits: splits,
        labels: labels?.map(\.text) ?? [], positive: positive, groupings: groupings,
        grades: grades, threshold: threshold, measures: measures ?? [],
        primary: primary ?? nothing, ties: ties, missing: missing ?? .error,
        timeModel: timeModel, stages: stages, fairness: fairness, standing: standing,
        perTeam: perTeam ?? .best, constraints: constraints, publishedDecimals: decimals)
    }
    checkMeasures(in: definition)
    return id == nil || title == nil || measures == nil || primary == nil ? nil : definition
  }

  private mutating func readSchema() {
    guard
      let schema = root.required("schema", in: Self.whole, &problems)?
        .text(#""schema""#, &problems), schema.text != Self.schema
    else { return }
    problems.report(
      .wrongSchema, at: schema,
      "the definition is for \(Diagnostic.quoted(schema.text)), not for \(Self.schema)",
      hint: "write schema: \(Self.schema), or use the version of cltask that it is for")
  }

  private mutating func readID() -> String? {
    guard let id = root.required("id", in: Self.whole, &problems)?.text(#""id""#, &problems)
    else { return nil }
    if let problem = WorkspaceName.problem(withTask: id.text) {
      problems.report(
        .badName, at: id, "\(Diagnostic.quoted(id.text)) cannot name a task: it \(problem)")
    } else if let folder, id.text != folder {
      problems.report(
        .idMismatch, at: id,
        "the id is \(Diagnostic.quoted(id.text)), but the folder is "
          + Diagnostic.quoted(folder),
        hint: "give both the same name")
    }
    return id.text
  }

  private mutating func readSplits() -> [String] {
    guard let splits = root["splits"]?.texts(#""splits""#, &problems) else { return ["test"] }
    for split in splits {
      guard let problem = WorkspaceName.problem(with: split.text) else { continue }
      problems.report(
        .badName, at: split, "\(Diagnostic.quoted(split.text)) cannot name a split: it \(problem)")
    }
    return splits.map(\.text)
  }
}
