extension Assessment {
  /// What is found by when; nil without scores, without a clock, and where nobody is positive.
  package var gainCurve: GainCurve? {
    guard clock != nil, let list = rankedList(), let timeline = list.timeline else { return nil }
    let relevant = scale.relevant(atLeast: nil)
    return GainCurve(timeline, relevant: relevant, total: list.poolCount(where: relevant))
  }

  /// Makes a timeline that of the items in the order of ``rankedList()``, in the memory that it has;
  /// false without a clock.
  ///
  /// - Parameter order: items by descending score, ties broken where they are; those without an
  ///   answer are passed over.
  func fill(_ reused: inout Timeline?, in order: [Int32], scores: [Double]) -> Bool {
    guard let clock else { return false }
    var timeline = reused ?? Timeline(clock.model, meanWords: clock.words.mean)
    reused = nil
    timeline.removeAll()
    let costs = clock.costs(gold, scale)
    for item in gold.indices where !isAnswered(item) {
      let one = Timeline.Item(level: Int(gold[item]), cost: costs[item])
      timeline.leaveOut(one, copies: count(item))
    }
    let isTied = tieOrder == nil
    var last: Double?
    for position in order {
      let item = Int(position)
      guard isAnswered(item) else { continue }
      if last != scores[item] { timeline.endGroup() }
      last = scores[item]
      let one = Timeline.Item(level: Int(gold[item]), cost: costs[item])
      for _ in 0..<count(item) {
        timeline.appendToGroup(one)
        if !isTied { timeline.endGroup() }
      }
    }
    timeline.endGroup()
    reused = timeline
    return true
  }
}
