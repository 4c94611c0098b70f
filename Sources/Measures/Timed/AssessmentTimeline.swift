extension Assessment {
  /// The items on the reviewer's clock, in the order of ``rankedList()``; nil without scores or
  /// without a clock.
  ///
  /// - Parameter order: answered items by descending score, ties broken where they are.
  func timeline(in order: some Sequence<Int>, scores: [Double]) -> Timeline? {
    guard let clock else { return nil }
    let relevant = scale.relevant(atLeast: nil)
    func item(_ item: Int) -> Timeline.Item {
      let level = Int(gold[item])
      let cost = clock.model.cost(
        words: clock.words.values[item], isRelevant: relevant[level])
      return Timeline.Item(level: level, cost: cost)
    }
    var timeline = Timeline(clock.model, meanWords: clock.words.mean)
    for position in gold.indices where !isAnswered(position) {
      timeline.leaveOut(item(position), copies: count(position))
    }
    guard tieOrder == nil else {
      for position in order {
        for _ in 0..<count(position) { timeline.append(CollectionOfOne(item(position))) }
      }
      return timeline
    }
    var group: [Timeline.Item] = []
    var last: Double?
    for position in order {
      if let last, last != scores[position] {
        timeline.append(group)
        group.removeAll(keepingCapacity: true)
      }
      for _ in 0..<count(position) { group.append(item(position)) }
      last = scores[position]
    }
    timeline.append(group)
    return timeline
  }
}
