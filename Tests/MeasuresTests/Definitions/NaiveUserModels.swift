import Foundation

/// Moffat and Zobel, TOIS 2008.
func naiveRankBiasedPrecision(
  _ list: NaiveList, p: Double = 0.8, rel: Double? = nil, cutoff: Int? = nil
) -> Double {
  var sum = 0.0
  for (index, item) in list.top(cutoff).enumerated() where item.isFound(rel) {
    sum += pow(p, Double(index))
  }
  return (1 - p) * sum
}

/// Chapelle et al., CIKM 2009, algorithm 2: p is the probability that the reader is still there.
func naiveExpectedReciprocalRank(
  _ list: NaiveList, maximum: Double? = nil, cutoff: Int? = nil
) -> Double {
  let maximum = maximum ?? list.declaredMaximum ?? 4
  var reading = 1.0
  var value = 0.0
  for (index, item) in list.top(cutoff).enumerated() {
    let grade = item.hasAnswer ? min(max(item.grade ?? 0, 0), maximum) : 0
    let stop = (pow(2, grade) - 1) / pow(2, maximum)
    value += reading * stop / Double(index + 1)
    reading *= 1 - stop
  }
  return value
}

/// Moffat et al., ADCS 2015, in the C/W/L frame: C(i) is the probability of going on from rank i
/// to i + 1, W(i) the share of attention that rank i has. Cut, as in cwl_eval, at 1,000 ranks.
func naiveINST(_ list: NaiveList, wanted: Double = 1, maximum: Double? = nil) -> Double {
  let maximum = maximum ?? list.declaredMaximum ?? 4
  var gains = list.top(1000).map { item in
    item.hasAnswer ? min(max((item.grade ?? 0) / maximum, 0), 1) : 0
  }
  while gains.count < 1000 { gains.append(0) }
  var attention = [1.0]
  var unmet = wanted
  for i in 1..<1000 {
    unmet -= gains[i - 1]
    let going = (Double(i) + wanted + unmet - 1) / (Double(i) + wanted + unmet)
    attention.append(attention[i - 1] * going * going)
  }
  let all = attention.total
  return zip(attention, gains).map { $0 / all * $1 }.total
}
