package import Measures
internal import SharedTasks

/// Why a task's submissions cannot be brought into an order.
package enum StandingsError: StoppingError {
  case noDirection(Measure, key: String)
  case badBound(String, why: String)
  case boundTooFine(String, decimals: Int)

  package var exitCode: Int32 { 65 }

  package var description: String {
    switch self {
    case .noDirection(let measure, let key):
      "task.yaml: `\(key)` names \(measure), and of it neither more nor less is better; name a "
        + "measure that brings submissions into an order"
    case .badBound(let text, let why):
      "task.yaml: `subject-to` bounds \(Diagnostic.quoted(text)), which no submission has: \(why); "
        + "write a measure of the task or a gap, as gap(FNR,race)"
    case .boundTooFine(let bound, let decimals):
      "task.yaml: `subject-to` has the bound \(Diagnostic.quoted(bound)), and values are published "
        + "to \(decimals) decimals, so that nobody could see who keeps it; publish more decimals, "
        + "or give the bound fewer"
    }
  }
}
