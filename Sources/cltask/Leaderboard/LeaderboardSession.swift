import Attestation
import Reporting
import Scoring
import SharedTasks

/// Builds the board of one task in memory: reads its submissions, scores those that were not scored
/// before, and brings them into an order.
struct LeaderboardSession {
  let workspace: Workspace
  let task: SharedTask
  let scorer: BoardScorer
  /// Of the files that all scores depend on.
  let digests: [String: String]
  let reading: ReadingOptions
  private(set) var files: [(place: SubmissionPlace, path: String)]
  private let times: SubmissionTimes
  /// Nil where every submission is to be scored anew.
  private var cache: ScoreCache?

  /// Reads the task `id`, its gold and the list of its submissions. `options` says what is asked of each,
  /// given how many there are; with `usesCache` scores from before are taken.
  init(
    _ id: String, in workspace: Workspace, split: String?, gold place: String?,
    options: (Int, SharedTask) throws -> BoardOptions, _ reading: ReadingOptions, usesCache: Bool
  ) async throws {
    self.workspace = workspace
    self.reading = reading
    task = try SharedTask(try workspace.task(id))
    let split = try task.folder.split(split, of: task.definition)
    files = workspace.submissions(of: id)
    // By bytes: names that look alike may be those of two teams.
    var known: Set<[[UInt8]]> = []
    for (place, _) in files {
      guard known.insert([Array(place.team.utf8), Array(place.run.utf8)]).inserted else {
        throw LeaderboardError.sameRun(team: place.team, run: place.run)
      }
    }
    var diagnostics = task.warnings
    for file in workspace.misnamedSubmissions(of: id) {
      diagnostics.report(
        .badName, file: file.path, severity: .warning, file.problem.description,
        hint: "it is not on the board; rename it")
    }
    for file in workspace.otherFiles(of: id) {
      diagnostics.report(
        .badName, file: file, severity: .warning,
        "the file is no submission: their names end in .tsv or .tsv.gz",
        hint: "if it is one, rename it")
    }
    times = try SubmissionTimes(of: id, in: workspace, &diagnostics)
    for run in times.runs(besides: files.map(\.place)) {
      diagnostics.report(
        .unknownItem, file: times.path, severity: .warning,
        "there is no submission \(Diagnostic.quoted(run))",
        hint: "team and run are those of submissions/\(id)/TEAM/RUN.tsv")
    }
    digests = try task.folder.digests(split: split, gold: place)
    scorer = try BoardScorer(
      task, split: split,
      gold: try await Gold(of: task, split: split, at: place, threads: reading.threads),
      options: try options(files.count, task))
    diagnostics.append(contentsOf: scorer.diagnostics)
    guard !diagnostics.hasErrors else { throw SharedTasksError.invalid(diagnostics) }
    Failure.show(diagnostics)
    cache = usesCache ? ScoreCache(of: workspace) : nil
  }

  /// The board, where `epochs` were published before, of all submissions or of those of some teams and
  /// runs `only`.
  func board(
    epochs: [LeaderboardDocument.Epoch], only names: [(team: String, run: String)]? = nil
  ) async throws -> (board: Leaderboard, scored: Int) {
    if let names {
      let known = Set(names.map { [Array($0.team.utf8), Array($0.run.utf8)] })
      var some = self
      some.files = files.filter {
        known.contains([Array($0.place.team.utf8), Array($0.place.run.utf8)])
      }
      return try await some.board(epochs: epochs)
    }
    let (submissions, scored) = try await scoredSubmissions()
    let board = try await Leaderboard(
      submissions, by: scorer, digests: digests, epochs: epochs, threads: reading.threads
    ) { position in
      let file = files[position]
      return try await scorer.entry(InputFile(file.path), place: file.place, reading)
    }
    return (board, scored)
  }

  /// The receipts of all scored submissions of a board.
  func receipts(
    of board: Leaderboard, signedWith key: SigningKey?
  ) throws -> [(path: String, bytes: [UInt8])] {
    try board.submissions.compactMap { submission in
      guard let receipt = try Receipt(of: submission, by: scorer) else { return nil }
      let envelope = try key.map(receipt.envelope.signed) ?? receipt.envelope
      return (LeaderboardPaths.receipt(of: submission.place), envelope.bytes)
    }
  }

  private func scoredSubmissions() async throws -> (submissions: [BoardSubmission], scored: Int) {
    let progress = Progress(total: files.count)
    var found: [(submission: BoardSubmission, entry: (String, [UInt8])?)?] = files.map { _ in nil }
    try await withThrowingTaskGroup(
      of: (Int, BoardSubmission, (String, [UInt8])?).self
    ) { group in
      var next = 0
      var done = 0
      while next < files.count || done < files.count {
        // One submission a core: most are small, and others do not wait for a large one.
        if next < files.count, next - done < reading.threads {
          let index = next
          next += 1
          group.addTask {
            let (submission, entry) = try await scored(files[index])
            return (index, submission, entry)
          }
        } else if let (index, submission, entry) = try await group.next() {
          found[index] = (submission, entry)
          done += 1
          progress.show(done, "submissions of \(task.definition.id) scored")
        }
      }
    }
    progress.clear()
    cache?.keep(found.compactMap { $0?.entry })
    return (found.compactMap { $0?.submission }, found.count { $0?.entry != nil })
  }

  /// The receipt of one file, scored anew; nil where it is refused.
  func receipt(of file: String, as place: SubmissionPlace) async throws -> Receipt? {
    var unkept = self
    unkept.cache = nil
    return try await Receipt(of: unkept.scored((place, file)).0, by: scorer)
  }

  /// The submissions that have these very bytes.
  func submissions(with digest: String) -> [(place: SubmissionPlace, path: String)] {
    files.filter { (try? Digest.sha256(ofFile: $0.path)) == digest }
  }

  /// One submission, and what is to be kept of it where it was scored anew.
  private func scored(
    _ file: (place: SubmissionPlace, path: String)
  ) async throws -> (BoardSubmission, (String, [UInt8])?) {
    var alone = reading
    alone.threads = 1
    func submission(_ outcome: BoardSubmission.Outcome, _ digest: String?) -> BoardSubmission {
      BoardSubmission(
        place: file.place, submitted: times[file.place], digest: digest, outcome: outcome)
    }
    let digest: String
    do {
      digest = try Digest.sha256(ofFile: file.path, maximumBytes: reading.maximumBytes)
    } catch let error as SharedTasksError where error.isOfTheFile {
      return (submission(.refused(error.diagnostics(of: file.path).errorsByCode), nil), nil)
    }
    let key = scorer.key(files: digests, submission: digest, place: file.place)
    if let bytes = cache?[key], let score = try? JSONText.read(BoardScore.self, from: bytes) {
      return (submission(.scored(Release(of: score, under: scorer.rules.policy)), digest), nil)
    }
    switch try await result(file, alone) {
    case .refused(let diagnostics):
      return (submission(.refused(diagnostics.errorsByCode), digest), nil)
    case .scored(let score):
      // A file that changed while it was read is not kept under what it was.
      let isSame = score.answer.scorecard.digests["submission"] == digest
      let entry = try isSame ? (key, Array(JSONText.of(score.answer).utf8)) : nil
      return (submission(.scored(score), digest), entry)
    }
  }

  /// A file that cannot be read as text is an invalid submission like any other: it stops no board.
  private func result(
    _ file: (place: SubmissionPlace, path: String), _ reading: ReadingOptions
  ) async throws -> BoardScorer.Result {
    do {
      return try await scorer.score(InputFile(file.path), place: file.place, reading)
    } catch SharedTasksError.invalid(let diagnostics) {
      return .refused(diagnostics)
    } catch let error as SharedTasksError where error.isOfTheFile {
      return .refused(error.diagnostics(of: file.path))
    }
  }
}

extension SharedTasksError {
  /// Whether the bytes of the file are to blame, and not the machine.
  fileprivate var isOfTheFile: Bool {
    switch self {
    case .tooLarge, .damagedGzip, .lineTooLong: true
    default: false
    }
  }

  /// What a submission is refused with that could not be read to its end.
  fileprivate func diagnostics(of file: String) -> DiagnosticList {
    let code: DiagnosticCode =
      switch self {
      case .damagedGzip(_, isTruncated: true): .truncatedGzip
      case .damagedGzip: .badGzip
      case .lineTooLong: .badEncoding
      default: .tooLarge
      }
    var diagnostics = DiagnosticList()
    diagnostics.report(code, file: file, description)
    return diagnostics
  }
}
