/// What becomes of items with equal scores.
package enum TieRule: String, Sendable, Hashable, CaseIterable, Codable {
  /// By descending id, byte by byte, scores compared as `Double`: trec_eval 10.
  case trec
  /// The same with scores rounded to `Float`: trec_eval 9 and pytrec_eval.
  case trec9
  /// The expected value over all orders of the tied items.
  case expected
  /// The order of the file.
  case file
}
