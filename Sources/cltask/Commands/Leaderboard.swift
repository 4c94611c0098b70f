import ArgumentParser
import Attestation
import Reporting
import Scoring
import SharedTasks

extension CLTask {
  struct Leaderboard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Build the leaderboards of tasks.",
      discussion: """
        Scores what teams left under submissions/ and writes leaderboard/TASK: pages, tables for papers, \
        and a receipt for each score. Only submissions that changed are scored again; a board that \
        cannot be built leaves the old one as it is.
        """)

    @Argument(help: "Tasks; without any all of the workspace.")
    var tasks: [String] = []

    @Option(help: "The split; without it the last one of the task.")
    var split: String?

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var limits: ReadingLimits
    @OptionGroup var resampling: ResamplingFlags

    @Flag(help: "Show what would change, and write nothing.")
    var preview = false

    @Flag(help: "Score every submission again.")
    var fresh = false

    @Option(
      help: ArgumentHelp(
        "Sign the receipts with this Ed25519 key, in PEM as openssl writes it.", valueName: "key"))
    var sign: String?

    func run() async throws {
      let key = try sign.map(KeyFile.signing)
      let workspace = try place.open()
      var editions: [BoardEdition] = []
      for task in tasks.isEmpty ? workspace.tasks : tasks {
        let session = try await LeaderboardSession(
          task, in: workspace, split: split, gold: place.gold,
          options: resampling.board, limits.options(), usesCache: !fresh)
        editions.append(try await BoardEdition(session, signedWith: key))
      }
      if preview {
        return try Terminal.standardOutput(
          editions.map { PreviewReport($0.board.document, $0.changes).text }.joined(separator: "\n")
        )
      }
      // All are written before a word is said: a reader that goes away ends the program.
      for edition in editions { try edition.write(to: workspace) }
      try Terminal.standardOutput(editions.map(\.summary).joined())
    }
  }
}

extension ResamplingFlags {
  /// What a board asks of each of so many submissions of a task.
  func board(_ submissions: Int, _ task: SharedTask) throws -> BoardOptions {
    BoardOptions(
      replicates: replicatesGiven ?? BoardOptions.defaultReplicates(of: submissions),
      confidence: confidence, seed: seed, tables: try BoardScorer.tables(of: task))
  }
}
