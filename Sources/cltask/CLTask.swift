import ArgumentParser
import Scoring

/// The program: a list of commands.
@main
struct CLTask: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cltask",
    abstract: "Evaluate shared tasks that rank people by risk.",
    discussion: """
      A team scores its submission with `cltask score`, an organizer makes a task with `cltask \
      init`, and anybody evaluates TREC runs with `cltask eval`.
      """,
    version: CLTaskVersion.current,
    subcommands: [
      Score.self, Compare.self, Audit.self, TradeOff.self, Leaderboard.self, Reproduce.self,
      Validate.self, Eval.self, Tasks.self, Measures.self, Init.self, Baseline.self,
    ])

  /// Runs the command and turns what it throws into words and an exit code.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Failure.end(error)
    }
  }
}
