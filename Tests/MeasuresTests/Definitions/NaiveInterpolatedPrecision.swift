import Foundation

/// The greatest precision at any rank at or below the one where recall reaches the level; the
/// number of relevant items that the level stands for is rounded, as in trec_eval 10.
func naiveInterpolatedPrecision(
  _ list: NaiveList, atRecall level: Double, rel: Double? = nil
) -> Double {
  let needed = lround(level * Double(list.relevantCount(rel)))
  var best = 0.0
  for rank in stride(from: 1, through: list.ranked.count, by: 1) {
    let found = list.top(rank).filter { $0.isFound(rel) }.count
    if found >= needed { best = max(best, Double(found) / Double(rank)) }
  }
  return best
}

func naiveElevenPointPrecision(_ list: NaiveList, rel: Double? = nil) -> Double {
  [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map {
    naiveInterpolatedPrecision(list, atRecall: $0, rel: rel)
  }.average
}
