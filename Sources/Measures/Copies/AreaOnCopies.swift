/// AUC of the positive labels against the rest, for copies of items: one pass over whole numbers in
/// an order that was worked out once.
package struct AreaOnCopies: Sendable {
  /// The items by descending score: the position, then a bit that says that the item ends its tie
  /// group, then one that says that it is positive.
  private let entries: [UInt32]
  private let hasTies: Bool

  /// Nil where the submission has no scores, and where there are more items than fit an entry.
  package init?(_ assessment: Assessment) {
    guard let scores = assessment.rankingScores, assessment.gold.count < 1 << 30 else {
      return nil
    }
    let positive = assessment.scale.positive
    let order = assessment.orders?.ranking ?? ScoreOrder.descending(scores)
    func entry(_ item: Int, ends: Bool) -> UInt32 {
      UInt32(truncatingIfNeeded: item) << 2 | (ends ? 2 : 0)
        | (positive[Int(assessment.gold[item])] ? 1 : 0)
    }
    // Without an answer, others stand above all and positive items below all.
    let leftOut = assessment.gold.indices.filter { !assessment.isAnswered($0) }
    let isPositive = leftOut.map { positive[Int(assessment.gold[$0])] }
    let answered = order.map { Int($0) }.filter(assessment.isAnswered)
    var entries: [UInt32] = []
    entries.reserveCapacity(assessment.gold.count)
    for (item, isPositive) in zip(leftOut, isPositive) where !isPositive {
      entries.append(entry(item, ends: true))
    }
    for (place, item) in answered.enumerated() {
      let next = place + 1
      let ends = next == answered.count || scores[answered[next]] != scores[item]
      entries.append(entry(item, ends: ends))
    }
    for (item, isPositive) in zip(leftOut, isPositive) where isPositive {
      entries.append(entry(item, ends: true))
    }
    self.entries = entries
    hasTies = entries.contains { $0 & 2 == 0 }
  }

  /// Nil where all copies are of one class.
  package func value(_ copies: [Int32]) -> Double? {
    let (doubled, members, others) = hasTies ? tied(copies) : untied(copies)
    guard members > 0, others > 0 else { return nil }
    return Double(doubled) / (2 * Double(members) * Double(others))
  }

  /// Where every item is a group of its own: three quarters of the time of ``tied(_:)``, measured.
  private func untied(_ copies: [Int32]) -> (doubled: Int, members: Int, others: Int) {
    var pairs = 0
    var above = 0
    var size = 0
    // No sum can overflow: there are fewer than 2³⁰ items, and pairs of their copies below 2⁵⁹.
    for entry in entries {
      let count = Int(copies[Int(entry &>> 2)])
      let member = count & (0 &- Int(entry & 1))
      size &+= count
      pairs &+= (count &- member) &* above
      above &+= member
    }
    return (2 &* pairs, above, size &- above)
  }

  private func tied(_ copies: [Int32]) -> (doubled: Int, members: Int, others: Int) {
    // Twice the pairs in order, so that ties stay whole numbers.
    var doubled = 0
    var above = 0
    var group = 0
    var others = 0
    var allOthers = 0
    for entry in entries {
      let count = Int(copies[Int(entry &>> 2)])
      let member = count & (0 &- Int(entry & 1))
      group &+= member
      others &+= count &- member
      guard entry & 2 != 0 else { continue }
      doubled &+= others &* (2 &* above &+ group)
      above &+= group
      allOthers &+= others
      group = 0
      others = 0
    }
    return (doubled, above, allOthers)
  }
}

extension Measure {
  /// Whether the measure is the whole area of the positive labels against the rest, of all scores or
  /// of those after some writings.
  package var isWholeAUC: Bool {
    definition.name == "AUC" && arguments.text("classes") == "positive"
      && (arguments.number("max_fpr") ?? 1) == 1
  }
}
