import Foundation

/// Webber, Moffat and Zobel, TOIS 2010, extrapolated, between the list and the order by grade, both
/// of which have all judged items; ties as in Corsi and Urbano, SIGIR 2024, in the form of τ-b.
///
/// c(e, d) is the part of item e that the first d ranks hold: 1 above the depth, 0 below, and of a
/// tie group from rank t to b across it (d − t + 1)/(b − t + 1). The agreement at depth d is
/// Σ c·c′ / √(Σ c² · Σ c′²).
func naiveRankBiasedOverlap(_ list: NaiveList, p: Double = 0.9) -> Double? {
  let items = NaivePlaces(list).items
  guard !items.isEmpty else { return nil }
  let inList = spans(items.map { Double($0.place) })
  let byGrade = spans(items.map { -$0.grade })
  func agreement(_ depth: Int) -> Double {
    let c = inList.map { part(of: $0, within: depth) }
    let d = byGrade.map { part(of: $0, within: depth) }
    let norm = zip(c, c).map { $0 * $1 }.total * zip(d, d).map { $0 * $1 }.total
    return zip(c, d).map { $0 * $1 }.total / norm.squareRoot()
  }
  let n = items.count
  let sum = (1...n).map { agreement($0) * pow(p, Double($0)) }.total
  return (1 - p) / p * sum + agreement(n) * pow(p, Double(n))
}

/// First and last rank of each value's tie group, the least value first.
private func spans(_ values: [Double]) -> [ClosedRange<Int>] {
  values.map { value in
    let above = values.filter { $0 < value }.count
    let group = values.filter { $0 == value }.count
    return (above + 1)...(above + group)
  }
}

private func part(of span: ClosedRange<Int>, within depth: Int) -> Double {
  let inside = min(max(depth - span.lowerBound + 1, 0), span.count)
  return Double(inside) / Double(span.count)
}
