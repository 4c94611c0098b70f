internal import Measures
internal import SharedTasks

extension Leaderboard {
  /// Brings submissions into an order.
  ///
  /// - Parameters:
  ///   - submissions: each scored by `scorer`, or refused.
  ///   - digests: of the files that all scores depend on.
  ///   - epochs: what was published before.
  ///   - entry: reads the submission at a position for the primary measure, to be resampled with the
  ///     others. It is asked for those that are ranked alone.
  ///
  /// Throws ``ComparisonError`` for a test that the primary measure cannot have, and what `entry` does.
  package init(
    _ submissions: [BoardSubmission], by scorer: BoardScorer, digests: [String: String],
    epochs: [LeaderboardDocument.Epoch], threads: Int,
    entry: (Int) async throws -> ComparisonEntry?
  ) async throws {
    let field = StandingsField(
      submissions.map {
        StandingsSubmission($0, measures: scorer.measures, under: scorer.rules)
      }, under: scorer.rules)
    var evidence = StandingsEvidence()
    if scorer.options.replicates > 0 {
      var entries: [Int: ComparisonEntry] = [:]
      for position in field.contests.joined() {
        entries[position] = try await entry(position)
      }
      evidence = try await field.evidence(
        from: entries, scorer.options.comparison(threads: threads))
    }
    let standings = Standings(field, evidence)
    self.init(
      task: scorer.task, split: scorer.split, options: scorer.options, standings: standings,
      document: LeaderboardDocument(
        standings, task: scorer.task.definition.id, split: scorer.split, digests: digests,
        options: scorer.options, notes: Self.notes(submissions, scorer) + evidence.notes,
        epochs: epochs),
      submissions: submissions, epochs: epochs)
  }

  /// What readers should know of a board.
  private static func notes(
    _ submissions: [BoardSubmission], _ scorer: BoardScorer
  ) -> [String] {
    var notes: [String] = []
    let untimed = submissions.count { $0.submitted == nil }
    let needsTimes = scorer.rules.ties == .earliest || scorer.rules.perTeam == .last
    if needsTimes, untimed > 0 {
      notes.append(
        "\(untimed) of \(submissions.count) submissions do not say when they were submitted: they "
          + (scorer.rules.ties == .earliest
            ? "are behind those that do where values are equal"
            : "count as submitted before those that do, by name among themselves"))
    }
    if scorer.withholdsGroups {
      notes.append(
        "the task withholds small groups (suppress-below), and what several submissions say of the same "
          + "groups could tell of them together: no submission's groups are shown")
    }
    return notes
  }
}
