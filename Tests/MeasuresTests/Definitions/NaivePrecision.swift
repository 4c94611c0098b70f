/// Precision, recall and what is made of them at one rank, as trec_eval has them.
struct NaivePrecision: Sendable {
  var cutoff: Int?
  var rel: Double?

  private func found(_ list: NaiveList, within cutoff: Int?) -> Double {
    Double(list.top(cutoff).filter { $0.isFound(rel) }.count)
  }

  func precision(_ list: NaiveList) -> Double {
    let cutoff = cutoff ?? list.ranked.count
    return cutoff == 0 ? 0 : found(list, within: cutoff) / Double(cutoff)
  }

  func recall(_ list: NaiveList) -> Double {
    let relevant = list.relevantCount(rel)
    return relevant == 0 ? 0 : found(list, within: cutoff) / Double(relevant)
  }

  /// van Rijsbergen, 1979: the weighted harmonic mean of the two.
  func f(_ list: NaiveList, beta: Double = 1) -> Double {
    let p = precision(list)
    let r = recall(list)
    guard p > 0, r > 0 else { return 0 }
    return (1 + beta * beta) * p * r / (beta * beta * p + r)
  }

  func rPrecision(_ list: NaiveList) -> Double {
    let relevant = list.relevantCount(rel)
    return relevant == 0 ? 0 : found(list, within: relevant) / Double(relevant)
  }

  func success(_ list: NaiveList) -> Double { found(list, within: cutoff) > 0 ? 1 : 0 }

  func reciprocalRank(_ list: NaiveList) -> Double {
    let first = list.top(cutoff).firstIndex { $0.isFound(rel) }
    return first.map { 1 / Double($0 + 1) } ?? 0
  }

  /// ir_measures: of the items that are there, which may be fewer than the cutoff.
  func judged(_ list: NaiveList) -> Double? {
    let top = list.top(cutoff)
    guard !top.isEmpty else { return nil }
    return Double(top.filter { $0.isJudged && $0.hasAnswer }.count) / Double(top.count)
  }

  func retrieved(_ list: NaiveList) -> Double { Double(list.ranked.count) }
  func relevant(_ list: NaiveList) -> Double { Double(list.relevantCount(rel)) }
  func relevantRetrieved(_ list: NaiveList) -> Double { found(list, within: nil) }
}
