internal import SharedTasks

/// What keeps a board from being built or read.
package enum LeaderboardError: StoppingError, Equatable {
  /// Two files that are one run.
  case sameRun(team: String, run: String)
  /// A leaderboard.json that is none.
  case notABoard(path: String)
  /// A folder with other files in it, which would be lost.
  case otherFiles(folder: String)
  /// The board of another task or split, which would be lost.
  case otherBoard(folder: String, holds: String, wanted: String)

  package var exitCode: Int32 { 65 }

  package var description: String {
    switch self {
    case .sameRun(let team, let run):
      "run \(Diagnostic.quoted(run)) of team \(Diagnostic.quoted(team)) is there twice, as .tsv and "
        + "as .tsv.gz; remove one of them"
    case .notABoard(let path):
      "\(Diagnostic.quoted(path)) is not a leaderboard of cltask; build it with `cltask leaderboard`, "
        + "and edit nothing in its folder by hand"
    case .otherFiles(let folder):
      "\(Diagnostic.quoted(folder)) holds files and no leaderboard.json: they are nothing that cltask wrote; "
        + "move them away"
    case .otherBoard(let folder, let found, let wanted):
      "\(Diagnostic.quoted(folder)) holds the board of \(PrintableText.escaped(found, limit: 200)), and this "
        + "one is of \(wanted); move it away first"
    }
  }
}
