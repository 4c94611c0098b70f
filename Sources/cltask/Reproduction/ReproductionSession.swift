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
    case .damaged(let path, let why): Reproduction(of: path, problem: why)
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
    guard let verified = verified(bytes, path, &result) else { return result }
    let recorded = verified.receipt
    result.subject += " (\(recorded.task): \(recorded.name))"
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
    result.compare(verified, with: found)
    return result
  }

  /// What a receipt says, once its form and its signature hold.
  private func verified(
    _ bytes: [UInt8], _ path: String, _ result: inout Reproduction
  ) -> VerifiedReceipt? {
    let verification = ReceiptVerification(of: bytes, keys: keys)
    result.problems += verification.problems.map(\.description)
    result.notes += verification.notes
    result.signatures += verification.signers.isEmpty ? 0 : 1
    guard let receipt = verification.receipt, let statement = verification.statement else {
      return nil
    }
    return VerifiedReceipt(receipt: receipt, statement: statement)
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

  /// Whether what is kept of an epoch is what the board says of it; the files that belong to it. Its
  /// scores are not computed again: that takes the gold of its time.
  private func check(
    _ epoch: LeaderboardDocument.Epoch, of board: PublishedBoard, _ result: inout Reproduction
  ) -> Set<[UInt8]> {
    let folder = LeaderboardPaths.epoch(epoch.epoch)
    let document = "\(folder)/\(LeaderboardPaths.document)"
    guard let bytes = board.bytes(of: document) else {
      result.problems.append("\(document): the file is missing")
      return []
    }
    guard Digest.sha256(bytes) == epoch.leaderboard,
      let published = try? PublishedBoard(path: document, bytes).document
    else {
      result.problems.append("\(document): the file is not the one that was published then")
      return [Array(document.utf8)]
    }
    var files: Set = [Array(document.utf8)]
    for entry in published.standings + (published.otherRuns ?? []) where entry.measures != nil {
      guard let place = try? SubmissionPlace(task: published.task, team: entry.team, run: entry.run)
      else { continue }
      let path = "\(folder)/\(LeaderboardPaths.receipt(of: place))"
      files.insert(Array(path.utf8))
      var own = Reproduction(of: path)
      if let bytes = board.bytes(of: path) {
        let recorded = verified(bytes, path, &own)?.receipt
        if let recorded, recorded.submission.description != entry.digests["submission"] {
          own.problems.append("it is of another submission than the board of that time says")
        }
      } else {
        own.problems.append("the file is missing")
      }
      result.add(own)
    }
    return files
  }

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
    // An epoch is of the submissions of its time.
    let entries = document.standings + (document.otherRuns ?? [])
    let (board, _) = try await session.board(
      epochs: document.epochs ?? [],
      only: published.isEpoch ? entries.map { ($0.team, $0.run) } : nil)
    try result.compare(published, with: board.document)
    return (board, session)
  }

  private mutating func folder(_ published: PublishedBoard) async throws -> Reproduction {
    var result = Reproduction(of: published.folder)
    guard let (board, session) = try await board(published, &result) else { return result }
    // By bytes: names that look alike may be those of two files.
    var expected: Set<[UInt8]> = []
    for submission in board.submissions {
      guard let found = try Receipt(of: submission, by: session.scorer) else { continue }
      let path = LeaderboardPaths.receipt(of: submission.place)
      expected.insert(Array(path.utf8))
      var own = Reproduction(of: path)
      if let bytes = published.bytes(of: path) {
        if let recorded = verified(bytes, path, &own) { own.compare(recorded, with: found) }
      } else {
        own.problems.append("the file is missing")
      }
      result.add(own)
    }
    expected.insert(Array(LeaderboardPaths.document.utf8))
    // An epoch keeps its document and receipts alone.
    let files =
      published.isEpoch ? [] : try await LeaderboardReport(board).files(threads: reading.threads)
    for file in files where file.path != LeaderboardPaths.document {
      expected.insert(Array(file.path.utf8))
      result.compare(published.bytes(of: file.path), with: file.bytes, at: file.path)
    }
    for epoch in published.document?.epochs ?? [] {
      expected.formUnion(check(epoch, of: published, &result))
    }
    for path in FileSystem.everything(below: published.folder)
    where !expected.contains(Array(path.utf8)) {
      result.problems.append("\(path.printable) is none of its files; it was left or put there")
    }
    return result
  }
}
