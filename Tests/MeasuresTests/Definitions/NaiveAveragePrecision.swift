/// The mean over all relevant items of the precision at their ranks, 0 for those not retrieved.
func naiveAveragePrecision(_ list: NaiveList, rel: Double? = nil, cutoff: Int? = nil) -> Double {
  let relevant = list.relevantCount(rel)
  guard relevant > 0 else { return 0 }
  var sum = 0.0
  for (index, item) in list.top(cutoff).enumerated() where item.isFound(rel) {
    sum += NaivePrecision(cutoff: index + 1, rel: rel).precision(list)
  }
  return sum / Double(relevant)
}
