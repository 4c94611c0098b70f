/// The judged items of a list as pairs to correlate: how far up each stands, and its grade.
///
/// Items of one tie group stand equally high; those that the list leaves out stand equally high
/// below all others.
struct NaivePlaces {
  /// Place of the tie group (0 the top) and grade of each judged item.
  var items: [(place: Int, grade: Double)] = []

  init(_ list: NaiveList) {
    for (place, group) in (list.groups + [list.notRetrieved]).enumerated() {
      for item in group {
        if let grade = item.grade, grade >= 0 { items.append((place, grade)) }
      }
    }
  }
}

/// Kendall's τ-b over all pairs.
func naiveTau(_ list: NaiveList) -> Double? {
  let items = NaivePlaces(list).items
  var (balance, untiedInList, untiedInGrade) = (0.0, 0.0, 0.0)
  for i in items.indices {
    for j in items.indices where j > i {
      let byPlace = (items[j].place - items[i].place).signum()
      let difference = items[i].grade - items[j].grade
      let byGrade = difference > 0 ? 1 : difference < 0 ? -1 : 0
      balance += Double(byPlace * byGrade)
      untiedInList += byPlace != 0 ? 1 : 0
      untiedInGrade += byGrade != 0 ? 1 : 0
    }
  }
  guard untiedInList > 0, untiedInGrade > 0 else { return nil }
  return balance / (untiedInList * untiedInGrade).squareRoot()
}

/// Yilmaz, Aslam and Robertson, SIGIR 2008: for each item that has comparable ones above it, the
/// share of these that are rightly above, from −1 to 1.
func naiveTauAP(_ list: NaiveList) -> Double? {
  let items = NaivePlaces(list).items
  var shares: [Double] = []
  for item in items {
    let above = items.filter { $0.place < item.place && $0.grade != item.grade }
    guard !above.isEmpty else { continue }
    let right = above.filter { $0.grade > item.grade }
    shares.append(2 * Double(right.count) / Double(above.count) - 1)
  }
  return shares.isEmpty ? nil : shares.average
}

/// Spearman's ρ: Pearson's r of middle ranks.
func naiveRho(_ list: NaiveList) -> Double? {
  let items = NaivePlaces(list).items
  return naivePearson(
    naiveMiddleRanks(items.map { -Double($0.place) }), naiveMiddleRanks(items.map(\.grade)))
}

/// One more than the number of lesser values, and half a place for each other equal one.
func naiveMiddleRanks(_ values: [Double]) -> [Double] {
  values.map { value in
    let less = values.filter { $0 < value }.count
    let equal = values.filter { $0 == value }.count
    return Double(less) + Double(equal + 1) / 2
  }
}

func naivePearson(_ x: [Double], _ y: [Double]) -> Double? {
  guard Set(x).count > 1, Set(y).count > 1 else { return nil }
  let (xMean, yMean) = (x.average, y.average)
  let covariance = zip(x, y).map { ($0 - xMean) * ($1 - yMean) }.total
  let xVariance = x.map { ($0 - xMean) * ($0 - xMean) }.total
  let yVariance = y.map { ($0 - yMean) * ($0 - yMean) }.total
  return covariance / (xVariance * yVariance).squareRoot()
}
