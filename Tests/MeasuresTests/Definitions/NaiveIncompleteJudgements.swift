/// Buckley and Voorhees, SIGIR 2004, with trec_eval's min(N, R) below.
func naiveBpref(_ list: NaiveList, rel: Double? = nil) -> Double {
  let relevant = list.relevantCount(rel)
  let nonrelevant = list.pool.filter { $0.isJudgedNonrelevant(rel) }.count
  guard relevant > 0 else { return 0 }
  var sum = 0.0
  for (index, item) in list.ranked.enumerated() where item.isFound(rel) {
    let above = list.ranked.prefix(index).filter { $0.isJudgedNonrelevant(rel) }.count
    if above == 0 {
      sum += 1
    } else {
      sum += 1 - Double(min(above, relevant)) / Double(min(nonrelevant, relevant))
    }
  }
  return sum / Double(relevant)
}

/// Yilmaz and Aslam, CIKM 2006: the expected precision at each relevant item, from the part of the
/// pool that was judged; smoothed as in trec_eval.
func naiveInferredAP(_ list: NaiveList, rel: Double? = nil) -> Double {
  let relevant = list.relevantCount(rel)
  guard relevant > 0 else { return 0 }
  let epsilon = 0.00001
  var sum = 0.0
  for (index, item) in list.ranked.enumerated() where item.isFound(rel) {
    guard index > 0 else {
      sum += 1
      continue
    }
    let above = list.ranked.prefix(index)
    let found = Double(above.filter { $0.isFound(rel) }.count)
    let missed = Double(above.filter { $0.isJudgedNonrelevant(rel) }.count)
    let unjudged = Double(above.filter { $0.isPooledOnly && $0.hasAnswer }.count)
    let k = Double(index + 1)
    let pooled = (found + missed + unjudged) / (k - 1)
    let share = (found + epsilon) / (found + missed + 2 * epsilon)
    sum += 1 / k + (k - 1) / k * pooled * share
  }
  return sum / Double(relevant)
}
