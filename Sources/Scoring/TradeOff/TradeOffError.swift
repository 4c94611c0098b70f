package import Measures
internal import SharedTasks

/// What keeps submissions from being weighed by utility and unfairness.
package enum TradeOffError: StoppingError {
  case badGap(String)
  case noGap(task: String)
  case noDirection(Measure)

  package var exitCode: Int32 { 64 }

  package var description: String {
    switch self {
    case .badGap(let text):
      "\(Diagnostic.quoted(text)) is no gap; write gap(MEASURE,ATTRIBUTE), as gap(FNR,race), where the "
        + "attribute is a column of groups.tsv"
    case .noGap(let task):
      "nothing says which unfairness is meant, and task \(task) has no gap among its subject-to; add "
        + "--unfairness 'gap(MEASURE,ATTRIBUTE)', as gap(FNR,race)"
    case .noDirection(let measure):
      "neither more nor less of \(measure) is better, so that it is no utility; choose another with "
        + "--utility"
    }
  }
}
