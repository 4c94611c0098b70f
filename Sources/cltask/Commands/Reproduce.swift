import ArgumentParser
import Attestation
import Reporting
import Scoring
import SharedTasks

extension CLTask {
  struct Reproduce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Score again what was published, and compare it bit for bit.",
      discussion: """
        Takes receipts, a leaderboard.json, the folder of a board, or all of leaderboard/. Says of each \
        whether it is reproduced, and if not what differs first and why. Exits with 1 where anything \
        differs.
        """)

    @Argument(help: "Receipts, leaderboard.json, or folders of boards.")
    var paths: [String]

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var limits: ReadingLimits

    @Option(
      help: ArgumentHelp(
        "Receipts have to be signed with this Ed25519 key, in PEM as openssl writes it. May be repeated.",
        valueName: "key"))
    var verify: [String] = []

    func run() async throws {
      let keys = try verify.map(KeyFile.verification)
      var session = ReproductionSession(
        try place.open(), gold: place.gold, keys: keys, limits.options())
      var isReproduced = true
      for path in paths {
        for published in try Published.all(at: path, areSigned: !keys.isEmpty) {
          let reproduction = try await session.reproduction(of: published)
          isReproduced = isReproduced && reproduction.isReproduced
          try Terminal.standardOutput(ReproductionReport(reproduction).text)
        }
      }
      if !isReproduced { throw ExitCode(1) }
    }
  }
}
