import Measures

@testable import SharedTasks

/// Users `u1`, `u2` … with 10, 20 … writings, and what the readers say of decisions on them.
struct EarlyDetectionSample {
  let folder: TemporaryFolder
  static let scale = GradeScale(
    names: ["control", "risk"], grades: [0, 1], positive: [false, true])

  init() throws { folder = try TemporaryFolder() }

  func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  func universe(_ text: String) throws -> (universe: UserUniverse, diagnostics: DiagnosticList) {
    var diagnostics = DiagnosticList()
    try folder.write(text, to: "items.tsv")
    return (try UserUniverse.read(path("items.tsv"), &diagnostics), diagnostics)
  }

  func gold(
    _ text: String, items: String? = nil
  ) throws -> (gold: EarlyDetectionGold, diagnostics: DiagnosticList) {
    var diagnostics = DiagnosticList()
    try folder.write(text, to: "gold.tsv")
    let gold = try EarlyDetectionGold.read(
      path("gold.tsv"), universe: try items.map { try universe($0).universe }, scale: Self.scale,
      &diagnostics)
    return (gold, diagnostics)
  }

  /// Reads a submission, of as many users as are asked for.
  func submission(
    _ text: String, users: Int = 2, requiresAll: Bool = true
  ) throws -> (answers: EarlyDetectionSubmission, diagnostics: DiagnosticList) {
    try submission(Array(text.utf8), users: users, requiresAll: requiresAll)
  }

  func submission(
    _ bytes: [UInt8], users: Int = 2, requiresAll: Bool = true
  ) throws -> (answers: EarlyDetectionSubmission, diagnostics: DiagnosticList) {
    let items = (1...users).map { "u\($0)\t\($0 * 10)\n" }.joined()
    let universe = try universe("user\twritings\n" + items).universe
    var diagnostics = DiagnosticList()
    try folder.write(bytes, to: "run")
    let answers = try EarlyDetectionSubmission.read(
      InputFile(path("run")), universe: universe, requiresAll: requiresAll, &diagnostics)
    return (answers, diagnostics)
  }
}

extension EarlyDetectionSubmission {
  func scores(after writings: Int? = nil) -> [Double]? {
    history?.last(after: writings, users: delays.count).scores
  }
}
