/// The share of pairs of a member and another item that are in order; ties are half in order.
func naiveAUC(_ members: [Double], _ others: [Double]) -> Double? {
  guard !members.isEmpty, !others.isEmpty else { return nil }
  var sum = 0.0
  for a in members {
    for b in others { sum += a > b ? 1 : a == b ? 0.5 : 0 }
  }
  return sum / Double(members.count * others.count)
}

/// McClish, 1989, by the way of scikit-learn: the curve is drawn point by point, cut at the rate by
/// straight interpolation, its area taken by trapezoids, and rescaled.
func naivePartialAUC(_ members: [Double], _ others: [Double], maximum: Double) -> Double? {
  guard !members.isEmpty, !others.isEmpty else { return nil }
  guard maximum < 1 else { return naiveAUC(members, others) }
  var points = [(x: 0.0, y: 0.0)]
  for threshold in Set(members + others).sorted(by: >) {
    points.append(
      (
        Double(others.filter { $0 >= threshold }.count) / Double(others.count),
        Double(members.filter { $0 >= threshold }.count) / Double(members.count)
      ))
  }
  var area = 0.0
  for (a, b) in zip(points, points.dropFirst()) where a.x < maximum {
    let end = min(b.x, maximum)
    let height = b.x > a.x ? a.y + (b.y - a.y) * (end - a.x) / (b.x - a.x) : b.y
    area += (end - a.x) * (a.y + height) / 2
  }
  let least = maximum * maximum / 2
  return 0.5 * (1 + (area - least) / (maximum - least))
}

extension NaiveAnswers {
  func auc(maximum: Double = 1) -> Double? {
    naivePartialAUC(
      items.filter(\.isPositive).map(urgency), items.filter { !$0.isPositive }.map(urgency),
      maximum: maximum)
  }

  /// The labels that the gold has.
  private var present: [Int] { labels.indices.filter { l in items.contains { $0.level == l } } }

  private func column(_ label: Int, of item: NaiveItem) -> Double {
    guard item.hasAnswer else { return item.level == label ? -.infinity : .infinity }
    return item.probabilities[label]
  }

  /// Provost and Domingos: the mean over labels, each against all others.
  func aucOneVersusRest(maximum: Double = 1) -> Double? {
    guard hasProbabilities, present.count > 1 else { return nil }
    return present.map { label in
      naivePartialAUC(
        items.filter { $0.level == label }.map { column(label, of: $0) },
        items.filter { $0.level != label }.map { column(label, of: $0) }, maximum: maximum) ?? 0
    }.average
  }

  /// Hand and Till, 2001: the mean over pairs of labels of (A(i|j) + A(j|i))/2.
  func aucOneVersusOne() -> Double? {
    guard hasProbabilities, present.count > 1 else { return nil }
    var values: [Double] = []
    for i in present {
      for j in present where i < j {
        let a = items.filter { $0.level == i }
        let b = items.filter { $0.level == j }
        let ij = naiveAUC(a.map { column(i, of: $0) }, b.map { column(i, of: $0) }) ?? 0
        let ji = naiveAUC(b.map { column(j, of: $0) }, a.map { column(j, of: $0) }) ?? 0
        values.append((ij + ji) / 2)
      }
    }
    return values.average
  }
}
