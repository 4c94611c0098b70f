import Reporting
import Scoring
import SharedTasks

/// The board of a task as it lies in the workspace.
struct PublishedBoard {
  let folder: String
  /// Nil where there is none yet.
  let document: LeaderboardDocument?
  /// The bytes of leaderboard.json.
  let bytes: [UInt8]

  /// A board of ten thousand submissions has a tenth of it.
  private static let largest = 256 << 20

  /// Throws ``LeaderboardError/notABoard(path:)`` for a file that is none.
  init(_ task: String, in workspace: Workspace) throws {
    try self.init(folder: workspace.path(ofLeaderboard: task))
  }

  init(folder: String) throws {
    self.folder = folder
    let path = "\(folder)/\(LeaderboardPaths.document)"
    guard FileSystem.entry(at: path) != .nothing else {
      (document, bytes) = (nil, [])
      return
    }
    bytes = try FileSystem.bytes(of: path, limit: Self.largest)
    document = try? JSONText.read(LeaderboardDocument.self, from: bytes)
    guard document?.schema == LeaderboardDocument.schema else {
      throw LeaderboardError.notABoard(path: path)
    }
  }

  /// What was published before a board with these digests, and the files that keep it.
  ///
  /// A publication becomes an epoch when what it says no longer holds: the gold, the definition, a table
  /// or the version is another one. A board with more submissions says of the others what it said.
  func epochs(
    before digests: [String: String]
  ) -> (epochs: [LeaderboardDocument.Epoch], files: [(path: String, bytes: [UInt8])]) {
    guard let document else { return ([], []) }
    var epochs = document.epochs ?? []
    var files = copies(below: "epochs", to: "epochs")
    if document.digests != digests || document.cltask != CLTaskVersion.current {
      let place = LeaderboardPaths.epoch(document.epoch)
      epochs.append(
        LeaderboardDocument.Epoch(
          epoch: document.epoch, cltask: document.cltask, digests: document.digests,
          leaderboard: Digest.sha256(bytes)))
      files.append(("\(place)/\(LeaderboardPaths.document)", bytes))
      files += copies(below: "receipts", to: "\(place)/receipts")
    }
    return (epochs, files)
  }

  private func copies(
    below folder: String, to place: String
  ) -> [(path: String, bytes: [UInt8])] {
    FileSystem.files(below: "\(self.folder)/\(folder)").compactMap { name in
      let bytes = try? FileSystem.bytes(
        of: "\(self.folder)/\(folder)/\(name)", limit: Self.largest)
      return bytes.map { ("\(place)/\(name)", $0) }
    }
  }
}
