extension GroupedItems {
  /// The decisions of each group, one class against the rest. As in ``Confusion``, an item without an
  /// answer is a false negative if it belongs to the class and a false positive if not.
  func binaryCounts(_ isMember: [Bool]) -> [BinaryCounts] {
    var counts = Array(repeating: BinaryCounts(), count: groups.count)
    guard let predicted = assessment.predicted else { return counts }
    for item in assessment.gold.indices {
      let copies = assessment.count(item)
      let isPositive = isMember[Int(assessment.gold[item])]
      let isAnswered = assessment.isAnswered(item)
      let isRight = isAnswered && isMember[Int(predicted[item])] == isPositive
      groups.forEachGroup(of: item) { group, _ in
        switch (isPositive, isRight) {
        case (true, true): counts[group].truePositives += copies
        case (true, false):
          counts[group].falseNegatives += copies
          if !isAnswered { counts[group].leftOutPositives += copies }
        case (false, true): counts[group].trueNegatives += copies
        case (false, false):
          counts[group].falsePositives += copies
          if !isAnswered { counts[group].leftOutNegatives += copies }
        }
      }
    }
    return counts
  }
}
