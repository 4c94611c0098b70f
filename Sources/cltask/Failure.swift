import ArgumentParser
import Measures
import Reporting
import Scoring
import SharedTasks

/// What is wrong with a command line, found once its words were understood: a measure that does not
/// exist, a kind that cannot be made. A usage line would not help.
struct UsageError: Error {
  /// One line each, safe to print.
  let problems: [String]
}

/// How a command ends that did not do what it was asked to.
enum Failure {
  /// Says on standard error what stopped the command, and exits as sysexits has it.
  static func end(_ error: any Error) -> Never {
    switch error {
    case let error as SharedTasksError:
      if case .invalid(let diagnostics) = error {
        show(diagnostics)
      } else {
        say(error.description)
      }
      CLTask.exit(withError: ExitCode(error.exitCode))
    case let error as any StoppingError:
      say(error.description)
      CLTask.exit(withError: ExitCode(error.exitCode))
    case let error as MeasureNameError:
      say(error)
      CLTask.exit(withError: ExitCode(64))
    case let error as MeasureNamesError:
      for problem in error.problems { say(problem) }
      CLTask.exit(withError: ExitCode(64))
    case let error as UsageError:
      for problem in error.problems { say(problem) }
      CLTask.exit(withError: ExitCode(64))
    default:
      // What the argument parser throws says itself how it ends. Anything else should not be here.
      if !(error is ExitCode), CLTask.exitCode(for: error) == .failure {
        say("\(error)".printable + "; this is a bug in cltask, please report it")
        CLTask.exit(withError: ExitCode(70))
      }
      CLTask.exit(withError: error)
    }
  }

  /// Shows diagnostics on standard error, if there are any.
  static func show(_ diagnostics: DiagnosticList) {
    if !diagnostics.isEmpty { Terminal.standardError(diagnostics.rendered() + "\n") }
  }

  /// Says on standard error what somebody should know before relying on the result.
  static func warn(_ message: String) {
    Terminal.standardError("cltask: warning: \(message)\n")
  }

  private static func say(_ problem: MeasureNameError) {
    say(problem.message.printable)
    if let hint = problem.hint { Terminal.standardError("  hint: \(hint.printable)\n") }
  }

  private static func say(_ message: String) {
    Terminal.standardError("cltask: error: \(message)\n")
  }
}
