package import Scoring

/// What a new edition of a board would change, for the terminal of its organizers.
package struct PreviewReport: Sendable {
  private let board: LeaderboardDocument
  private let changes: [LeaderboardChange]

  package init(_ board: LeaderboardDocument, _ changes: [LeaderboardChange]) {
    (self.board, self.changes) = (board, changes)
  }

  package var text: String {
    let heading = "\(board.task), split \(board.split), by \(board.primary)\n"
    guard !changes.isEmpty else { return heading + "nothing would change\n" }
    var grid = Grid([
      ("rank", .right), ("before", .right), (board.primary, .right), ("before", .right),
      ("submission", .left), ("cause", .left),
    ])
    for change in changes {
      grid.append([
        change.newRank.map { "\($0)" } ?? "–", change.oldRank.map { "\($0)" } ?? "–",
        change.newValue.map(number) ?? "–", change.oldValue.map(number) ?? "–",
        "\(change.team)/\(change.run)".printable, change.cause.words.printable,
      ])
    }
    return heading + "\n" + grid.text
  }

  private func number(_ value: Double) -> String {
    PublishedDecimals(decimals: board.decimals).text(value)
  }
}

extension LeaderboardChange.Cause {
  /// In plain words.
  package var words: String {
    switch self {
    case .added: "new"
    case .removed: "no longer there"
    case .submissionChanged: "the submission changed"
    case .timeChanged: "submitted.tsv changed"
    case .filesChanged(let files):
      files.map(Self.name).joined(separator: " and ") + " changed"
    case .otherVersion(let version): "scored by cltask \(version) before"
    case .optionsChanged: "scored with other options before"
    case .others: "others moved"
    }
  }

  private static func name(_ file: String) -> String {
    file == "task" ? "task.yaml" : file + ".tsv"
  }
}
