import Attestation
import Reporting
import Scoring
import SharedTasks

/// Something that was published and can be reproduced.
enum Published {
  case receipt(path: String, bytes: [UInt8])
  /// A leaderboard.json alone.
  case document(PublishedBoard, path: String)
  /// The whole folder of a board.
  case folder(PublishedBoard)
  /// What should be one of several boards, and is none.
  case damaged(path: String, why: String)

  /// A receipt of a task with a thousand groups has a hundredth of it.
  private static let largestReceipt = 64 << 20

  /// What is at a path: a folder of boards is all of them. `areSigned` says whether signatures are asked
  /// for, which leaderboard.json has none of.
  static func all(at path: String, areSigned: Bool) throws -> [Published] {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard FileSystem.entry(at: path) == .folder else {
      let bytes = try FileSystem.bytes(of: path, limit: largestReceipt)
      guard isBoard(bytes) else { return [.receipt(path: path, bytes: bytes)] }
      guard !areSigned else {
        throw UsageError(problems: [
          "\(Diagnostic.quoted(path)) is not signed, the receipts beside it are; verify its folder"
        ])
      }
      return [.document(try PublishedBoard(path: path, bytes), path: path)]
    }
    if FileSystem.entry(at: "\(path)/\(LeaderboardPaths.document)") != .nothing {
      return [.folder(try PublishedBoard(folder: path))]
    }
    let boards = (FileSystem.names(in: path) ?? []).map { "\(path)/\($0)" }.filter {
      FileSystem.entry(at: "\($0)/\(LeaderboardPaths.document)") != .nothing
    }
    guard !boards.isEmpty else { throw ReproductionError.nothingPublished(path) }
    return try boards.map { folder in
      do {
        return .folder(try PublishedBoard(folder: folder))
      } catch let error as LeaderboardError {
        return .damaged(path: folder, why: error.description)
      }
    }
  }

  private static func isBoard(_ bytes: [UInt8]) -> Bool {
    guard case .fields(let fields)? = JSONValue(parsing: bytes),
      case .text(let schema)? = fields["schema"]
    else { return false }
    return schema == LeaderboardDocument.schema
  }
}

/// What keeps something published from being scored again.
enum ReproductionError: StoppingError {
  case nothingPublished(String)

  var exitCode: Int32 { 66 }

  var description: String {
    switch self {
    case .nothingPublished(let path):
      "\(Diagnostic.quoted(path)) holds no leaderboard; name a receipt, a leaderboard.json or the folder "
        + "of a board"
    }
  }
}
