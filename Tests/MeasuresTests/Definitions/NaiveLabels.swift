import Foundation

extension NaiveAnswers {
  func accuracy() -> Double? {
    NaiveCounts.ratio(
      Double(items.filter { $0.hasAnswer && $0.predicted == $0.level }.count), Double(items.count))
  }

  private func gold(_ label: Int) -> [NaiveItem] { items.filter { $0.level == label } }

  private var present: [Int] { labels.indices.filter { !gold($0).isEmpty } }

  func balancedAccuracy() -> Double? {
    guard !items.isEmpty else { return nil }
    return present.map { label in
      let right = gold(label).filter { $0.hasAnswer && $0.predicted == label }.count
      return Double(right) / Double(gold(label).count)
    }.average
  }

  /// Gorodkin, 2004: covariances of one-hot columns, summed over labels.
  func mcc() -> Double? {
    guard let filled = filled(with: { labels.count == 2 ? [1 - $0] : [] }).first, !items.isEmpty
    else { return nil }
    func covariance(_ a: (NaiveItem) -> Int, _ b: (NaiveItem) -> Int) -> Double {
      labels.indices.map { label in
        let x = filled.map { a($0) == label ? 1.0 : 0 }
        let y = filled.map { b($0) == label ? 1.0 : 0 }
        return zip(x, y).map { ($0 - x.average) * ($1 - y.average) }.total
      }.total
    }
    let truth: (NaiveItem) -> Int = { $0.level ?? 0 }
    let norm = covariance(truth, truth) * covariance(\.predicted, \.predicted)
    return norm > 1e-12 ? covariance(truth, \.predicted) / norm.squareRoot() : nil
  }

  /// Cohen, 1960 and 1968: observed disagreement over that of all gold labels with all answers.
  /// Answers that are left out are tried with every label, and the worst value counts.
  func kappa(_ weight: (Int, Int) -> Double) -> Double? {
    guard !items.isEmpty else { return nil }
    let values = filled(with: { _ in Array(labels.indices) }).compactMap { items -> Double? in
      let observed = items.map { weight($0.level ?? 0, $0.predicted) }.average
      let expected = items.flatMap { a in
        items.map { b in weight(a.level ?? 0, b.predicted) }
      }.average
      return expected > 0 ? 1 - observed / expected : nil
    }
    return values.min()
  }

  /// The items with every choice of an answer from `choices` of the gold label where there is none.
  private func filled(with choices: (Int) -> [Int]) -> [[NaiveItem]] {
    var fillings: [[NaiveItem]] = [[]]
    for item in items {
      let answers = item.hasAnswer ? [item.predicted] : choices(item.level ?? 0)
      fillings = fillings.flatMap { filling in
        answers.map { answer in
          var item = item
          item.predicted = answer
          return filling + [item]
        }
      }
    }
    return fillings
  }

  private func distance(_ item: NaiveItem) -> Double {
    let gold = item.level ?? 0
    if item.hasAnswer { return Double(abs(item.predicted - gold)) }
    return labels.indices.map { Double(abs($0 - gold)) }.max() ?? 0
  }

  func meanAbsoluteError() -> Double? { items.isEmpty ? nil : items.map(distance).average }

  /// Baccianella, Esuli and Sebastiani, 2009.
  func macroMeanAbsoluteError() -> Double? {
    items.isEmpty ? nil : present.map { gold($0).map(distance).average }.average
  }

  func rootMeanSquaredError() -> Double? {
    items.isEmpty ? nil : items.map { pow(distance($0), 2) }.average.squareRoot()
  }
}
