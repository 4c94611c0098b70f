/// What a submission scored, and all that it takes to score it again.
///
/// It says nothing of single units, whose values would tell their gold labels; and no time, so that the
/// same score is the same receipt.
package struct Receipt: Sendable, Equatable {
  /// Files that a score depends on, besides the submission.
  package enum File: String, Sendable, CaseIterable {
    case task, gold, groups, items
  }

  /// How values are written.
  package enum Precision: Sendable, Equatable {
    /// The shortest digits that read back to the same double.
    case full
    /// What `publish` of the task rounds to.
    case decimals(Int)
  }

  /// What the submission is called, as `aurora/bm25`; its digest alone says which one it is.
  package var name: String
  package var submission: FileDigest
  package var task: String
  package var split: String
  package var files: [File: FileDigest]
  /// The version of cltask that scored.
  package var version: String
  /// What was asked for, by the names of the command line.
  package var options: [String: String]
  /// Nil where nothing was drawn at random.
  package var seed: UInt64?
  package var precision: Precision
  /// The line that stands beside the numbers in a paper.
  package var signature: String
  /// Every value, under the names that the scorecard's JSON has for it.
  package var values: [String: JSONValue]
}
