/// How items went from stage to stage, and where rows contradict that.
struct StageCourse {
  private let rows: StageRows
  private let names: [String]
  private let items: IdentifierTable
  private let file: String
  /// Rows that could not be placed: they may be those that seem missing.
  private let unread: Int
  /// How many stages each item passed; −1 where it has no row.
  let passed: [Int32]

  init(rows: StageRows, names: [String], items: IdentifierTable, file: String, unread: Int) {
    self.rows = rows
    self.names = names
    self.items = items
    self.file = file
    self.unread = unread
    passed = (0..<items.count).map { item in
      guard rows.places.first?[item].isThere == true else { return -1 }
      let stopped = names.indices.first { rows.passes[$0][item] != .yes }
      return Int32(truncatingIfNeeded: stopped ?? names.count)
    }
  }

  /// Reports rows of stages that an item did not reach, and rows that are missing.
  func report(requiresAll: Bool, _ diagnostics: inout DiagnosticList) {
    let missing = missingRows(requiresAll: requiresAll)
    // As long as rows that could not be read may account for all that seem missing, nothing is said
    // of these.
    let isMissingCertain = missing > unread
    var located = diagnostics
    for stage in names.indices.dropFirst() {
      for item in 0..<items.count {
        reportUnreached(stage, item, isMissingCertain, &located)
        if isMissingCertain { reportStopped(stage, item, &located) }
      }
    }
    diagnostics = located.inOrderOfPlaces()
    guard requiresAll, isMissingCertain, let first = names.first else { return }
    for item in 0..<items.count where !rows.places[0][item].isThere {
      diagnostics.report(
        .missingItem, file: file,
        "item \(Diagnostic.quoted(items.text(item))) has no row in stage "
          + Diagnostic.quoted(first),
        hint: "every item of items.tsv needs a row in the first stage")
    }
  }

  /// Rows that have to be there and are not.
  private func missingRows(requiresAll: Bool) -> Int {
    (0..<items.count).reduce(0) { sum, item in
      sum
        + names.indices.count { stage in
          !rows.places[stage][item].isThere && isNeeded(stage, item, requiresAll)
        }
    }
  }

  /// Whether an item needs a row in a stage, by what its other rows say.
  private func isNeeded(_ stage: Int, _ item: Int, _ requiresAll: Bool) -> Bool {
    if stage == 0 ? requiresAll : rows.passes[stage - 1][item] == .yes { return true }
    return stage + 1 < names.count && rows.places[stage + 1][item].isThere
  }

  private func reportUnreached(
    _ stage: Int, _ item: Int, _ isMissingCertain: Bool, _ diagnostics: inout DiagnosticList
  ) {
    let place = rows.places[stage][item]
    guard place.isThere else { return }
    let before = rows.places[stage - 1][item]
    let didNotPass = before.isThere && rows.passes[stage - 1][item] == .no
    guard didNotPass || !before.isThere && isMissingCertain else { return }
    let name = Diagnostic.quoted(names[stage - 1])
    diagnostics.report(
      .stageNotReached, file: file, line: Int(place.line), column: Int(place.column),
      "item \(Diagnostic.quoted(items.text(item))) "
        + (didNotPass ? "does not pass stage \(name)" : "has no row in stage \(name)")
        + ", so it cannot be in stage \(Diagnostic.quoted(names[stage]))",
      hint: "an item reaches a stage by passing the one before it")
  }

  private func reportStopped(_ stage: Int, _ item: Int, _ diagnostics: inout DiagnosticList) {
    let before = rows.places[stage - 1][item]
    guard before.isThere, rows.passes[stage - 1][item] == .yes,
      !rows.places[stage][item].isThere
    else { return }
    diagnostics.report(
      .missingItem, file: file, line: Int(before.line), column: Int(before.column),
      "item \(Diagnostic.quoted(items.text(item))) passes stage "
        + "\(Diagnostic.quoted(names[stage - 1])) and has no row in stage "
        + Diagnostic.quoted(names[stage]),
      hint: "whoever passes a stage needs a row in the next one")
  }
}
