internal import ExactMath

extension MeasureDefinition {
  static let kendallTau = MeasureDefinition(
    "tau",
    summary: "Kendall's τ-b between the order of the list and the order by grade.",
    formula:
      "(concordant − discordant pairs)/√((pairs − tied in the list)·(pairs − tied in grade))",
    source: "Kendall, Biometrika 33, 1945; items left out of the list are tied at its end",
    range: -1...1, needs: [.grades, .scores],
    undefined: "all judged items are tied in the list, or all have one grade",
    aliases: [MeasureAlias("KendallTau")],
    examples: [
      MeasureExample(
        "tau", .ranking([2, 0, 1]), is: 1.0 / 3, because: "2 concordant pairs, 1 discordant, of 3")
    ],
    kernel: .list(
      ListKernel(allowsLeftOut: false) { _, scale in
        let order = GradeOrder(scale)
        return { tauB(Agreement($0, order), grades: order.distinct) }
      }))

  static let tauAP = MeasureDefinition(
    "tauAP",
    summary: "Rank correlation in which the top of the list counts most.",
    formula: "mean over items of 2·C/M − 1: of the M items above with another grade, C have a "
      + "higher one; items with M = 0 are left out",
    source: "Yilmaz, Aslam and Robertson, SIGIR 2008; items of one grade are not compared",
    range: -1...1, needs: [.grades, .scores],
    undefined: "no two judged items can be compared; refused under expected ties",
    examples: [
      MeasureExample(
        "tauAP", .ranking([2, 0, 1]), is: 0.5,
        because:
          "the second item: 1 of 1 above is better; the third: 1 of 2; mean of 1 and 0")
    ],
    kernel: .list(
      ListKernel(allowsExpectedTies: false, allowsLeftOut: false) { _, scale in
        let order = GradeOrder(scale)
        return { topWeightedTau(Agreement($0, order), grades: order.distinct) }
      }))

  static let spearmanRho = MeasureDefinition(
    "rho",
    summary: "Spearman's correlation between the order of the list and the order by grade.",
    formula: "Pearson's correlation of ranks; ties have their middle rank",
    source: "Spearman, American Journal of Psychology 15, 1904; items left out are tied at the end",
    range: -1...1, needs: [.grades, .scores],
    undefined: "all judged items are tied in the list, or all have one grade",
    examples: [
      MeasureExample("rho", .ranking([2, 0, 1]), is: 0.5, because: "1 − 6·(0 + 1 + 1)/(3·8)")
    ],
    kernel: .list(
      ListKernel(allowsLeftOut: false) { _, scale in
        let order = GradeOrder(scale)
        return { rankCorrelation(Agreement($0, order)) }
      }))
}

private func tauB(_ agreement: Agreement, grades: Int) -> MeasureValue {
  var better = PrefixCounts(grades)
  var seen = 0
  var balance = 0.0
  var tiedInList = 0.0
  for group in agreement.groups {
    for item in group.items {
      let above = better.sum(below: item.grade)
      let worse = seen - better.sum(below: item.grade + 1)
      balance += Double(item.count) * Double(above - worse)
    }
    for item in group.items { better.add(item.count, at: item.grade) }
    seen += group.count
    if group.isTied { tiedInList += pairs(group.count) }
  }
  let all = pairs(agreement.count)
  let tiedInGold = agreement.gradeCounts.reduce(0.0) { $0 + pairs($1) }
  guard all > tiedInList else { return .undefined(.noVariation(of: "places in the list")) }
  guard all > tiedInGold else { return .undefined(.noVariation(of: "grades")) }
  return .number(balance / ((all - tiedInList) * (all - tiedInGold)).squareRoot())
}

private func topWeightedTau(_ agreement: Agreement, grades: Int) -> MeasureValue {
  var better = PrefixCounts(grades)
  var seen = 0
  var compared = 0
  var sum = CompensatedSum()
  for group in agreement.groups {
    for item in group.items {
      let above = better.sum(below: item.grade)
      let comparable = above + seen - better.sum(below: item.grade + 1)
      guard comparable > 0 else { continue }
      sum.add(Double(item.count) * (2 * Double(above) / Double(comparable) - 1))
      compared += item.count
    }
    for item in group.items { better.add(item.count, at: item.grade) }
    seen += group.count
  }
  guard compared > 0 else { return .undefined(.nothing(.pairs)) }
  return .number(sum.value / Double(compared))
}

private func rankCorrelation(_ agreement: Agreement) -> MeasureValue {
  let middle = Double(agreement.count + 1) / 2
  var gradeRank: [Double] = []
  var above = 0
  for count in agreement.gradeCounts {
    gradeRank.append(Double(above) + Double(count + 1) / 2 - middle)
    above += count
  }
  var product = CompensatedSum()
  var inList = CompensatedSum()
  above = 0
  for group in agreement.groups {
    let rank = Double(above) + Double(group.count + 1) / 2 - middle
    for item in group.items { product.add(Double(item.count) * rank * gradeRank[item.grade]) }
    inList.add(Double(group.count) * rank * rank)
    // Equal items in a strict order spread around the middle rank of their run.
    let n = Double(group.count)
    if !group.isTied { inList.add(n * (n * n - 1) / 12) }
    above += group.count
  }
  var inGold = CompensatedSum()
  for (grade, count) in agreement.gradeCounts.enumerated() {
    inGold.add(Double(count) * gradeRank[grade] * gradeRank[grade])
  }
  guard inList.value > 0 else { return .undefined(.noVariation(of: "places in the list")) }
  guard inGold.value > 0 else { return .undefined(.noVariation(of: "grades")) }
  return .number(product.value / (inList.value * inGold.value).squareRoot())
}
