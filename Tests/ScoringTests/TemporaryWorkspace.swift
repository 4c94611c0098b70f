import Foundation
import Measures
import SharedTasks

@testable import Scoring

/// A workspace with one task in a folder of its own, which is gone after the test.
final class TemporaryWorkspace {
  let path: String

  init() throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("cltask-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    path = place.resolvingSymlinksInPath().path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  /// The task `example`, with these lines in its task.yaml beside those that every task has.
  func task(_ lines: String) throws -> SharedTask {
    try write(
      "schema: cltask.task/1\nid: example\ntitle: Example\n\(lines)\n",
      to: "tasks/example/task.yaml")
    return try SharedTask(Workspace(at: path).task("example"))
  }

  func gold(_ text: String) throws { try write(text, to: "tasks/example/test/gold.tsv") }
  func items(_ text: String) throws { try write(text, to: "tasks/example/test/items.tsv") }

  /// Scores a submission against the gold of the split `test`.
  func score(
    _ submission: String, of task: SharedTask, measures: [String]? = nil, threads: Int = 1,
    wantsCurve: Bool = false
  ) async throws -> Scorer.Result {
    let file = try write(submission, to: "run.tsv")
    return try await score(
      at: file, of: task, measures: measures, threads: threads, wantsCurve: wantsCurve)
  }

  func score(
    at file: String, of task: SharedTask, place: SubmissionPlace? = nil,
    measures: [String]? = nil, threads: Int = 1, wantsCurve: Bool = false
  ) async throws -> Scorer.Result {
    let scorer = try Scorer(
      task, split: "test", gold: try await Gold(of: task, split: "test"),
      measures: measures?.map { try Measure($0) }, wantsCurve: wantsCurve)
    return try await scorer.score(
      InputFile(file), place: place, options: ReadingOptions(threads: threads))
  }

  /// The values of a submission that must be sound.
  func values(
    _ submission: String, of task: SharedTask, measures: [String]? = nil
  ) async throws -> [String: Double] {
    let result = try await score(submission, of: task, measures: measures)
    guard let card = result.scorecard else { throw SharedTasksError.invalid(result.diagnostics) }
    return card.numbers
  }
}

extension Scorecard {
  /// What has a value, by the measure's name.
  var numbers: [String: Double] {
    var numbers: [String: Double] = [:]
    for (measure, value) in zip(measures, values) { numbers[measure.description] = value.number }
    return numbers
  }
}

extension DiagnosticList {
  /// Where each diagnostic is and its code, as in `2:4 bad-number` and `missing-item`.
  var places: [String] {
    diagnostics.map { diagnostic in
      var place = diagnostic.line.map { "\($0)" } ?? ""
      if let column = diagnostic.column { place += ":\(column)" }
      return place.isEmpty ? diagnostic.code.rawValue : "\(place) \(diagnostic.code.rawValue)"
    }
  }
}

extension Double {
  func isNear(_ other: Double, within tolerance: Double = 1e-12) -> Bool {
    abs(self - other) <= tolerance
  }
}
