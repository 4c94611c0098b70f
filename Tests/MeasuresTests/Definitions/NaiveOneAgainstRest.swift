/// The four counts of a class against the rest, counted item by item.
///
/// Without an answer an item of the class is missed, any other a false alarm.
struct NaiveCounts: Sendable {
  var tp = 0.0
  var fp = 0.0
  var fn = 0.0
  var tn = 0.0
  /// Whether the submission calls any item one of the class, or one of the rest.
  var callsAny = true
  var rejectsAny = true

  init(_ items: [NaiveItem], _ members: Set<Int>) {
    for item in items {
      let isCalled = item.hasAnswer ? members.contains(item.predicted) : !item.isGold(members)
      switch (item.isGold(members), isCalled) {
      case (true, true): tp += 1
      case (false, true): fp += 1
      case (true, false): fn += 1
      case (false, false): tn += 1
      }
    }
    let answered = items.filter(\.hasAnswer)
    callsAny = answered.contains { members.contains($0.predicted) }
    rejectsAny = answered.contains { !members.contains($0.predicted) }
  }

  init(tp: Double, fp: Double, fn: Double) {
    self.tp = tp
    self.fp = fp
    self.fn = fn
  }

  var size: Double { tp + fp + fn + tn }

  static func ratio(_ a: Double, _ b: Double) -> Double? { b > 0 ? a / b : nil }

  /// Of nothing where nobody is called one of the class: what was left out was not called anything.
  var precision: Double? { callsAny ? Self.ratio(tp, tp + fp) : nil }
  var negativePrecision: Double? { rejectsAny ? Self.ratio(tn, tn + fn) : nil }
  var recall: Double? { Self.ratio(tp, tp + fn) }

  /// The weighted harmonic mean of precision and recall, with 0 where one of them is 0/0 and the
  /// other is not.
  func f(_ beta: Double = 1) -> Double? {
    let b = beta * beta
    return Self.ratio((1 + b) * tp, (1 + b) * tp + b * fn + fp)
  }
}

extension NaiveAnswers {
  func rate(
    _ name: String? = nil, _ value: (NaiveCounts) -> Double?
  ) -> Double? {
    value(NaiveCounts(items, members(name)))
  }

  /// The mean over labels that the gold or the answers have; an answer left out may be any.
  func macro(_ value: (NaiveCounts) -> Double?) -> Double? {
    let occurring = labels.indices.filter { label in
      items.contains { $0.level == label || $0.predicted == label || !$0.hasAnswer }
    }
    return weightedMean(occurring.map { (1, value(NaiveCounts(items, [$0]))) })
  }

  /// The mean over labels of the gold, each as often as it is there.
  func weighted(_ value: (NaiveCounts) -> Double?) -> Double? {
    let present = labels.indices.filter { label in items.contains { $0.level == label } }
    return weightedMean(
      present.map { label in
        (Double(items.filter { $0.level == label }.count), value(NaiveCounts(items, [label])))
      })
  }

  /// The value of the counts of all labels together.
  ///
  /// A wrong answer, or none, is one item missed and one false alarm.
  func micro(_ value: (NaiveCounts) -> Double?) -> Double? {
    let right = Double(items.filter { $0.hasAnswer && $0.predicted == $0.level }.count)
    let wrong = Double(items.count) - right
    return value(NaiveCounts(tp: right, fp: wrong, fn: wrong))
  }

  private func weightedMean(_ values: [(weight: Double, value: Double?)]) -> Double? {
    guard !values.isEmpty, values.allSatisfy({ $0.value != nil }) else { return nil }
    let sum = values.map { $0.weight * ($0.value ?? 0) }.total
    return sum / values.map(\.weight).total
  }
}
