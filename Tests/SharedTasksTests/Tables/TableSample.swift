import Measures

@testable import SharedTasks

/// A split of a task, in a folder of its own, and what readers say of tables for it.
struct TableSample {
  let folder: TemporaryFolder
  let scale = GradeScale(
    names: ["none", "low", "severe"], grades: [0, 1, 2], positive: [false, false, true])

  init() throws { folder = try TemporaryFolder() }

  func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Reads a submission for the items `q1`, `q2` … or those named.
  func submission(
    _ bytes: [UInt8], items: [String] = ["q1", "q2"], requiresAll: Bool = true,
    areProbabilities: Bool = false
  ) throws -> (answers: AssessmentSubmission, diagnostics: DiagnosticList) {
    try folder.write(bytes, to: "run.tsv")
    return try submission(
      at: path("run.tsv"), items: items, requiresAll: requiresAll,
      areProbabilities: areProbabilities)
  }

  func submission(
    _ text: String, items: [String] = ["q1", "q2"], requiresAll: Bool = true,
    areProbabilities: Bool = false
  ) throws -> (answers: AssessmentSubmission, diagnostics: DiagnosticList) {
    try submission(
      Array(text.utf8), items: items, requiresAll: requiresAll, areProbabilities: areProbabilities)
  }

  func submission(
    at path: String, items: [String] = ["q1", "q2"], requiresAll: Bool = true,
    areProbabilities: Bool = false, maximumBytes: Int = BlockReader.defaultMaximumBytes
  ) throws -> (answers: AssessmentSubmission, diagnostics: DiagnosticList) {
    var diagnostics = DiagnosticList()
    let answers = try AssessmentSubmission.read(
      InputFile(path), universe: try universe(items),
      rules: AssessmentSubmission.Rules(
        scale: scale, requiresAll: requiresAll, scoresAreProbabilities: areProbabilities),
      maximumBytes: maximumBytes, &diagnostics)
    return (answers, diagnostics)
  }

  func universe(_ items: [String]) throws -> ItemUniverse {
    var diagnostics = DiagnosticList()
    try folder.write("item\n" + items.map { $0 + "\n" }.joined(), to: "items.tsv")
    return try ItemUniverse.read(path("items.tsv"), &diagnostics)
  }

  /// Reads a gold; without items it names the universe itself.
  func gold(
    _ text: String, items: [String]? = nil
  ) throws -> (gold: AssessmentGold, diagnostics: DiagnosticList) {
    var diagnostics = DiagnosticList()
    try folder.write(text, to: "gold.tsv")
    let gold = try AssessmentGold.read(
      path("gold.tsv"), universe: try items.map(universe), scale: scale, &diagnostics)
    return (gold, diagnostics)
  }

  /// Reads a gold of topics.
  func judgements(
    _ text: String, items: String? = nil, scale: GradeScale? = nil
  ) throws -> (gold: RankingGold, diagnostics: DiagnosticList) {
    try folder.write(text, to: "qrels.tsv")
    if let items { try folder.write(items, to: "universe.tsv") }
    let reading = try RankingGold.read(
      path("qrels.tsv"), items: items.map { _ in path("universe.tsv") }, scale: scale)
    return (reading.gold, reading.diagnostics)
  }
}

extension DiagnosticList {
  /// Where each diagnostic is and its code, as in `2:4 bad-number`, `2 wrong-field-count` and
  /// `missing-item`.
  var places: [String] {
    diagnostics.map { diagnostic in
      var place = diagnostic.line.map { "\($0)" } ?? ""
      if let column = diagnostic.column { place += ":\(column)" }
      return place.isEmpty ? diagnostic.code.rawValue : "\(place) \(diagnostic.code.rawValue)"
    }
  }
}

extension ItemUniverse {
  var names: [String] { (0..<count).map(items.text) }
}

extension AssessmentGold {
  /// Items with the positions of their labels.
  var levelByItem: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: levels.indices.map { (universe.items.text($0), Int(levels[$0])) })
  }
}

extension RankingGold {
  var topicNames: [String] { (0..<topics.count).map(topics.text) }

  /// The items of each topic.
  var itemNames: [[String]] { topicNames.indices.map { items(ofTopic: $0).map(itemText) } }

  /// Topics, their judged items, and the grade of each.
  var gradeByItem: [String: [String: Double]] {
    var result: [String: [String: Double]] = [:]
    for topic in 0..<topics.count {
      for item in items(ofTopic: topic) where levels[item] >= 0 {
        result[topics.text(topic), default: [:]][itemText(item)] = scale.grades[Int(levels[item])]
      }
    }
    return result
  }
}
