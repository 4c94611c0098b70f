import Attestation
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

  /// Throws `LeaderboardError.notABoard` for a file that is none.
  init(_ task: String, in workspace: Workspace) throws {
    try self.init(folder: workspace.path(ofLeaderboard: task))
  }

  init(folder: String) throws {
    let path = "\(folder)/\(LeaderboardPaths.document)"
    let bytes =
      FileSystem.entry(at: path) == .nothing
      ? nil : try FileSystem.bytes(of: path, limit: Self.largest)
    try self.init(path: path, bytes)
  }

  /// The board whose leaderboard.json has these bytes; nil where there is none.
  init(path: String, _ bytes: [UInt8]?) throws {
    folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    self.bytes = bytes ?? []
    guard let bytes else {
      document = nil
      return
    }
    document = try? JSONText.read(LeaderboardDocument.self, from: bytes)
    guard document?.schema == LeaderboardDocument.schema else {
      throw LeaderboardError.notABoard(path: path)
    }
  }

  /// Whether it is what was published before another edition took its place.
  var isEpoch: Bool { folder.split(separator: "/").dropLast().last == "epochs" }

  /// The bytes of a file of the board; nil where there is none. A link is none: whoever follows it may
  /// find something else tomorrow.
  func bytes(of path: String) -> [UInt8]? {
    guard FileSystem.entry(at: "\(folder)/\(path)", followingLinks: false) == .file else {
      return nil
    }
    return try? FileSystem.bytes(of: "\(folder)/\(path)", limit: Self.largest)
  }

  /// Refuses to be replaced by the board of another task or split, or where it is none.
  func check(isOf task: String, split: String) throws {
    guard let document else {
      guard FileSystem.everything(below: folder).isEmpty else {
        throw LeaderboardError.otherFiles(folder: folder)
      }
      return
    }
    guard document.task == task, document.split == split else {
      throw LeaderboardError.otherBoard(
        folder: folder, holds: "\(document.task), \(document.split)", wanted: "\(task), \(split)")
    }
  }

  /// Whether the receipts are signed.
  var isSigned: Bool {
    FileSystem.files(below: folder + "/receipts").first.flatMap { bytes(of: "receipts/" + $0) }
      .flatMap { JSONValue(parsing: $0) }.map { value in
        if case .fields(let fields) = value, case .list(let signatures)? = fields["signatures"] {
          !signatures.isEmpty
        } else {
          false
        }
      } ?? false
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
      bytes(of: "\(folder)/\(name)").map { ("\(place)/\(name)", $0) }
    }
  }
}
