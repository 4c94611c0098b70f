extension NaiveAnswers {
  private func grade(_ item: NaiveItem) -> Double { item.grade ?? 0 }

  func pearson() -> Double? {
    guard items.allSatisfy(\.hasAnswer) else { return nil }
    return naivePearson(items.map(urgency), items.map(grade))
  }

  func spearman() -> Double? {
    guard items.allSatisfy(\.hasAnswer) else { return nil }
    return naivePearson(
      naiveMiddleRanks(items.map(urgency)), naiveMiddleRanks(items.map(grade)))
  }

  /// Vickers and Elkin, 2006: TP/n − FP/n · t/(1 − t); with a prevalence of one's own the shares of
  /// each class are weighed by it.
  func netBenefit(threshold t: Double = 0.5, prevalence: Double? = nil) -> Double? {
    guard givesProbabilities, !items.isEmpty else { return nil }
    let positives = items.filter(\.isPositive)
    let negatives = items.filter { !$0.isPositive }
    func acted(_ items: [NaiveItem]) -> Double {
      Double(
        items.filter { $0.hasAnswer ? probability($0) >= t : !$0.isPositive }.count)
    }
    let price = t / (1 - t)
    guard let prevalence else {
      return (acted(positives) - acted(negatives) * price) / Double(items.count)
    }
    if positives.isEmpty && prevalence > 0 || negatives.isEmpty && prevalence < 1 { return nil }
    let found = prevalence > 0 ? acted(positives) / Double(positives.count) : 0
    let alarmed = prevalence < 1 ? acted(negatives) / Double(negatives.count) : 0
    return found * prevalence - alarmed * (1 - prevalence) * price
  }
}
