/// AUC of the positive labels against the rest, for copies of items: whole numbers, in an order that
/// was worked out once.
///
/// Of the two classes, the one with fewer items cuts the ranking into steps. An item of the other
/// class is in as many pairs, in order or tied, as there are copies of the first above it and level
/// with it: twice a pair in order, once a tied one. So the copies of the smaller class are added up
/// step by step, and those of the larger one are looked at in the order of the items, each with the
/// weight of its step: measured at 10⁵ items, a third of the time of a pass over all items as they
/// are ranked, which looks for copies all over the memory.
package struct AreaOnCopies: Sendable {
  /// The items of the smaller class by descending score.
  private let few: [Int32]
  private let areFewPositive: Bool
  /// Groups of equal scores that items of the smaller class are in.
  private let steps: [Step]
  /// The weight of each item: that of the smaller class 0.
  private let places: [UInt32]
  /// In pairs and halves of pairs; the first is 0.
  private var weights: [UInt32]

  private struct Step {
    /// Where its items end in `few`.
    let end: Int
    /// Whether items of the larger class are level with it, and so have a weight of their own.
    let isTied: Bool
  }

  /// Nil where the submission has no scores, and where there are more items than fit a weight.
  package init?(_ assessment: Assessment) {
    guard let scores = assessment.rankingScores, assessment.gold.count < 1 << 30 else {
      return nil
    }
    let isPositive = assessment.gold.map { assessment.scale.positive[Int($0)] }
    let areFewPositive = 2 * isPositive.count(where: \.self) <= isPositive.count
    var few: [Int32] = []
    var steps: [Step] = []
    var places = Array<UInt32>(repeating: 0, count: isPositive.count)
    var weights = 1
    let ranked = Self.ranked(assessment, scores, isPositive)
    var start = 0
    while start < ranked.count {
      // All that are without an answer on one side are level with each other.
      let first = Int(ranked[start])
      let isAnswered = assessment.isAnswered(first)
      let group = ranked[start...].prefix {
        assessment.isAnswered(Int($0)) == isAnswered
          && (isAnswered
            ? scores[Int($0)] == scores[first] : isPositive[Int($0)] == isPositive[first])
      }
      start = group.endIndex
      let before = few.count
      for item in group where isPositive[Int(item)] == areFewPositive { few.append(item) }
      let isStep = few.count > before
      let isTied = isStep && few.count - before < group.count
      if isTied { weights += 1 }
      for item in group where isPositive[Int(item)] != areFewPositive {
        places[Int(item)] = UInt32(truncatingIfNeeded: weights - 1)
      }
      guard isStep else { continue }
      steps.append(Step(end: few.count, isTied: isTied))
      weights += 1
    }
    self.areFewPositive = areFewPositive
    self.few = few
    self.steps = steps
    self.places = places
    self.weights = Array(repeating: 0, count: weights)
  }

  /// The items, the highest first. Without an answer, others stand above all and positive items
  /// below all.
  private static func ranked(
    _ assessment: Assessment, _ scores: [Double], _ isPositive: [Bool]
  ) -> [Int32] {
    let order = assessment.orders?.ranking ?? ScoreOrder.descending(scores)
    guard assessment.answered != nil else { return order }
    let leftOut = order.filter { !assessment.isAnswered(Int($0)) }
    return leftOut.filter { !isPositive[Int($0)] }
      + order.filter { assessment.isAnswered(Int($0)) }
      + leftOut.filter { isPositive[Int($0)] }
  }

  /// Nil where all copies are of one class.
  ///
  /// Copies may add up to less than 2³¹, so that no sum overflows.
  package mutating func value(_ copies: [Int32]) -> Double? {
    let ofFew = weigh(copies)
    let (doubled, size) = added(copies)
    let others = size &- ofFew
    guard ofFew > 0, others > 0 else { return nil }
    let all = 2 * Double(ofFew) * Double(others)
    return Double(areFewPositive ? doubled : 2 &* ofFew &* others &- doubled) / all
  }

  /// Sets the weights; returns the copies of the smaller class.
  private mutating func weigh(_ copies: [Int32]) -> Int {
    let (few, steps) = (few, steps)
    var weights = weights.mutableSpan
    var above = 0
    var next = 1
    var item = 0
    for step in steps {
      var level = 0
      while item < step.end {
        level &+= Int(copies[Int(few[item])])
        item &+= 1
      }
      if step.isTied {
        weights[next] = UInt32(truncatingIfNeeded: 2 &* above &+ level)
        next &+= 1
      }
      above &+= level
      weights[next] = UInt32(truncatingIfNeeded: 2 &* above)
      next &+= 1
    }
    precondition(above < 1 << 31)
    return above
  }

  /// Twice the pairs in order and once the tied ones; and all copies.
  private func added(_ copies: [Int32]) -> (doubled: Int, size: Int) {
    let copies = copies.span
    let places = places.span
    let weights = weights.span
    precondition(copies.count == places.count)
    var doubled = 0
    var size = 0
    for item in copies.indices {
      let count = Int(copies[item])
      size &+= count
      doubled &+= count &* Int(weights[Int(places[item])])
    }
    return (doubled, size)
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
