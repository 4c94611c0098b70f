import Attestation
import Reporting
import Scoring
import SharedTasks

/// Scores again what was published; gold and tables of a task are read once for all its receipts.
struct ReproductionSession {
  private let workspace: Workspace
  private let gold: String?
  private let keys: [VerificationKey]
  private let reading: ReadingOptions
  private var sessions: [SessionName: LeaderboardSession] = [:]

  private struct SessionName: Hashable {
    let task: String
    let split: String
    let options: BoardOptions
  }

  init(
    _ workspace: Workspace, gold: String?, keys: [VerificationKey], _ reading: ReadingOptions
  ) {
    self.workspace = workspace
    self.gold = gold
    self.keys = keys
    self.reading = reading
  }

  mutating func reproduction(of published: Published) async throws -> Reproduction {
    switch published {
    case .receipt(let path, let bytes): try await receipt(bytes, at: path)
    case .document(let board, let path): try await document(board, at: path)
    case .folder(let board): try await folder(board)
    }
  }

  private mutating func session(
    _ task: String, _ split: String, _ options: BoardOptions
  ) async throws -> LeaderboardSession {
    let name = SessionName(task: task, split: split, options: options)
    if let session = sessions[name] { return session }
    let session = try await LeaderboardSession(
      task, in: workspace, split: split, gold: gold, options: { _, _ in options }, reading,
      usesCache: false)
    sessions[name] = session
    return session
  }

  // MARK: Receipts

  private mutating func receipt(_ bytes: [UInt8], at path: String) async throws -> Reproduction {
    var result = Reproduction(of: path)
    guard let recorded = verified(bytes, path, &result) else { return result }
    guard let options = BoardOptions(named: recorded.options, seed: recorded.seed) else {
      result.problems.append(
        "its options are none that boards are scored with: another version of cltask may know them")
      return result
    }
    let session = try await session(recorded.task, recorded.split, options)
    guard let file = submission(of: recorded, in: session) else {
      result.problems.append(
        "its submission is not in the workspace: no file of submissions/\(recorded.task) has "
          + "\(recorded.submission), and none is called \(recorded.name.printable)")
      return result
    }
    guard let found = try await session.receipt(of: file.path, as: file.place) else {
      result.problems.append("the submission is refused now; `cltask validate` says why")
      return result
    }
    result.compare(recorded, with: found)
    return result
  }

  /// What a receipt says, once its form and its signature hold.
  private func verified(
    _ bytes: [UInt8], _ path: String, _ result: inout Reproduction
  ) -> Receipt? {
    let verification = ReceiptVerification(of: bytes, keys: keys)
    result.problems += verification.problems.map(\.description)
    result.notes += verification.notes
    result.signatures += verification.signers.isEmpty ? 0 : 1
    return verification.receipt
  }

  /// The file with the bytes that a receipt names; else the one that has its name.
  private func submission(
    of receipt: Receipt, in session: LeaderboardSession
  ) -> (place: SubmissionPlace, path: String)? {
    let names = session.files.filter {
      "\($0.place.team)/\($0.place.run)".utf8.elementsEqual(receipt.name.utf8)
    }
    let same = session.submissions(with: receipt.submission.description)
    return same.first { file in names.contains { $0.place == file.place } } ?? same.first
      ?? names.first
  }

  // MARK: Boards

  private mutating func document(
    _ published: PublishedBoard, at path: String
  ) async throws -> Reproduction {
    var result = Reproduction(of: path)
    _ = try await board(published, &result)
    return result
  }

  /// A board built again from what its document says of options.
  private mutating func board(
    _ published: PublishedBoard, _ result: inout Reproduction
  ) async throws -> (Leaderboard, LeaderboardSession)? {
    guard let document = published.document,
      let options = BoardOptions(
        named: document.options, seed: document.options["seed"].flatMap { UInt64($0) })
    else {
      result.problems.append(
        "its options are none that boards are built with: another version of cltask may know them")
      return nil
    }
    let session = try await session(document.task, document.split, options)
    let (board, _) = try await session.board(epochs: document.epochs ?? [])
    try result.compare(published, with: board.document)
    return (board, session)
  }

  private mutating func folder(_ published: PublishedBoard) async throws -> Reproduction {
    var result = Reproduction(of: published.folder)
    guard let (board, session) = try await board(published, &result) else { return result }
    var expected: Set<String> = []
    for submission in board.submissions {
      guard let found = try Receipt(of: submission, by: session.scorer) else { continue }
      let path = LeaderboardPaths.receipt(of: submission.place)
      expected.insert(path)
      var own = Reproduction(of: path)
      if let bytes = published.bytes(of: path) {
        if let recorded = verified(bytes, path, &own) { own.compare(recorded, with: found) }
      } else {
        own.problems.append("the file is missing")
      }
      result.add(own)
    }
    expected.insert(LeaderboardPaths.document)
    // An epoch keeps its document and receipts alone.
    let files =
      published.isEpoch ? [] : try await LeaderboardReport(board).files(threads: reading.threads)
    for file in files where file.path != LeaderboardPaths.document {
      expected.insert(file.path)
      result.compare(published.bytes(of: file.path), with: file.bytes, at: file.path)
    }
    for path in FileSystem.files(below: published.folder)
    where !expected.contains(path) && !path.hasPrefix("epochs/") {
      result.problems.append("\(path.printable) is none of its files; it was left or put there")
    }
    return result
  }
}
