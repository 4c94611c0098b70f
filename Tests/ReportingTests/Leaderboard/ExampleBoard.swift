import Foundation
import SharedTasks
import Testing

@testable import Scoring

/// Boards of this repository's own tasks and submissions.
struct ExampleBoard {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// One of each kind.
  static let tasks = [
    "symptom-search", "suicide-risk", "people-and-posts", "early-risk", "staged-triage",
  ]

  let scorer: BoardScorer
  let submissions: [BoardSubmission]
  private let files: [String]

  init(_ task: String, replicates: Int = 20) async throws {
    let workspace = try Workspace(at: Self.root)
    let task = try SharedTask(workspace.task(task))
    let scorer = try BoardScorer(
      task, split: "test", gold: try await Gold(of: task, split: "test"),
      options: BoardOptions(replicates: replicates, tables: try BoardScorer.tables(of: task)))
    self.scorer = scorer
    var submissions: [BoardSubmission] = []
    let found = workspace.submissions(of: task.definition.id)
    for (place, path) in found {
      guard
        case .scored(let score) = try await scorer.score(
          InputFile(path), place: place, ReadingOptions())
      else { continue }
      submissions.append(
        BoardSubmission(
          place: place, submitted: SubmissionTime(parsing: "2026-05-01T12:00:00Z"),
          digest: "sha256:00", outcome: .scored(score)))
    }
    self.submissions = submissions
    files = found.map(\.path)
    #expect(!submissions.isEmpty)
  }

  var board: Leaderboard {
    get async throws { try await board(of: submissions, files: files) }
  }

  /// The same submissions under other names, with what the files say of themselves.
  func renamed(
    _ names: [(team: String, run: String)], metadata: [String: String] = [:]
  ) async throws -> Leaderboard {
    var renamed: [BoardSubmission] = []
    var files: [String] = []
    for (index, name) in names.enumerated() {
      let source = index % submissions.count
      guard var score = submissions[source].score else { continue }
      score.metadata = metadata
      renamed.append(
        BoardSubmission(
          place: try place(name.team, name.run), submitted: nil, digest: "sha256:01",
          outcome: .scored(Release(of: score, under: scorer.rules.policy))))
      files.append(self.files[source])
    }
    return try await board(of: renamed, files: files)
  }

  /// Submissions that could not be scored.
  func refused(_ names: [String], _ reason: String) async throws -> Leaderboard {
    try await board(
      of: names.map {
        BoardSubmission(
          place: try place($0, "one"), submitted: nil, digest: "sha256:02",
          outcome: .refused(reason))
      }, files: [])
  }

  private func place(_ team: String, _ run: String) throws -> SubmissionPlace {
    try SubmissionPlace(task: scorer.task.definition.id, team: team, run: run)
  }

  private func board(of submissions: [BoardSubmission], files: [String]) async throws -> Leaderboard
  {
    let paths = Dictionary(
      zip(submissions.map(\.place), files), uniquingKeysWith: { first, _ in first })
    return try await Leaderboard(
      submissions, by: scorer, digests: ["gold": "sha256:03"],
      epochs: [
        LeaderboardDocument.Epoch(
          epoch: 1, cltask: "0.1.0", digests: [:], leaderboard: "sha256:04")
      ], threads: 1
    ) { submission in
      guard let path = paths[submission.place] else { return nil }
      return try await scorer.entry(
        InputFile(path), place: submission.place, ReadingOptions())
    }
  }
}
