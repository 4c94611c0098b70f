/// How results are written.
package enum OutputFormat: String, Sendable, CaseIterable {
  case table
  case json
  case csv
  case markdown
  case latex
  /// `name topic value`, as trec_eval prints it.
  case trecEval = "trec_eval"
}
