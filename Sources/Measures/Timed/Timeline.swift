internal import ExactMath

/// One ranked list on the reviewer's clock: what each item takes, in the order in which it is read.
///
/// Tied items follow each other and form a group; measures return the expected value over uniformly
/// random orders inside each group. Times are in seconds, and the clock starts anew with each list.
package struct Timeline: Sendable {
  package struct Item: Sendable, Hashable {
    /// Level in the scale; −1 where nobody judged the item.
    package var level: Int32
    /// Seconds until the reviewer is done with the item.
    package var cost: Double

    package init(level: Int, cost: Double) {
      self.level = Int32(clamping: level)
      self.cost = cost
    }
  }

  package let model: TimeModel
  /// Items in rank order. Those without an answer stand first: they take their time and are never
  /// found.
  package private(set) var items: [Item] = []
  /// Where in `items` each group ends.
  package private(set) var groupEnds: [Int] = []
  /// How many of the first items have no answer.
  package private(set) var leftOut = 0
  /// Items of the universe that are not in the list, and so are never read.
  package private(set) var unread: [Item] = []
  /// What an item takes of which nothing is known: nobody judged it, and it is of mean length.
  package let unknownCost: Double

  /// - Parameter meanWords: the mean length of the items that have one.
  package init(_ model: TimeModel, meanWords: Double) {
    self.model = model
    unknownCost = model.cost(words: meanWords, isRelevant: false)
  }

  /// Puts an item without an answer at the top; only while the list has no other items.
  package mutating func leaveOut(_ item: Item, copies: Int = 1) {
    precondition(groupEnds.count == leftOut)
    for _ in 0..<copies {
      append([item])
      leftOut += 1
    }
  }

  /// Appends items of one score; a single one has its place for certain.
  package mutating func append(_ group: some Collection<Item>) {
    guard !group.isEmpty else { return }
    items.append(contentsOf: group)
    groupEnds.append(items.count)
  }

  /// Appends an item to the group that ``endGroup()`` ends.
  package mutating func appendToGroup(_ item: Item) { items.append(item) }

  /// Ends the group of the items since the last one, if there are any.
  package mutating func endGroup() {
    if items.count > (groupEnds.last ?? 0) { groupEnds.append(items.count) }
  }

  package mutating func reserveCapacity(_ count: Int) {
    items.reserveCapacity(count)
    groupEnds.reserveCapacity(count)
  }

  /// Forgets all items and keeps their memory.
  package mutating func removeAll() {
    items.removeAll(keepingCapacity: true)
    groupEnds.removeAll(keepingCapacity: true)
    unread.removeAll(keepingCapacity: true)
    leftOut = 0
  }

  /// Adds an item that the list does not have.
  package mutating func addUnread(_ item: Item) { unread.append(item) }
}

extension Timeline {
  /// What a tie group is to a measure of relevant and other items.
  package struct Group: Sendable {
    /// Where its items stand in `items`.
    package var range: Range<Int>
    /// Seconds until its first item is opened.
    package var start: Double
    /// Seconds until its last item is done with.
    package var end: Double
    package var relevant = 0
    /// Seconds for all of its relevant items, and for all others.
    package var relevantCost = 0.0
    package var otherCost = 0.0
    /// Whether the items have an answer: others are never found.
    package var isFound: Bool

    package var others: Int { range.count - relevant }
    package var duration: Double { relevantCost + otherCost }
  }

  /// Calls `body` for each group in rank order, until it returns false.
  ///
  /// An item is relevant where `relevant` says so of its level.
  @inline(__always)
  package func forEachGroup(relevant: [Bool], _ body: (Group) -> Bool) {
    var clock = CompensatedSum()
    var first = 0
    for end in groupEnds {
      let start = clock.value
      var group = Group(range: first..<end, start: start, end: start, isFound: first >= leftOut)
      var relevantCost = CompensatedSum()
      var otherCost = CompensatedSum()
      for item in items[first..<end] {
        clock.add(item.cost)
        if item.level >= 0, relevant[Int(item.level)] {
          group.relevant += 1
          relevantCost.add(item.cost)
        } else {
          otherCost.add(item.cost)
        }
      }
      group.end = clock.value
      group.relevantCost = relevantCost.value
      group.otherCost = otherCost.value
      first = end
      guard body(group) else { return }
    }
  }

  /// The costs of all items of the universe, the relevant ones and the others, each in ascending
  /// order.
  package func costs(relevant: [Bool]) -> (relevant: [Double], others: [Double]) {
    var found: [Double] = []
    var others: [Double] = []
    for item in items + unread {
      if item.level >= 0, relevant[Int(item.level)] {
        found.append(item.cost)
      } else {
        others.append(item.cost)
      }
    }
    return (found.sorted(), others.sorted())
  }
}

extension Timeline {
  /// How much of the list a reviewer has finished at some time.
  package struct Finished: Sendable, Equatable {
    /// Items of the list that are finished for certain, and the part of the next one: within a tie
    /// group all items count with the share of the group's time that has passed.
    package var ranks: Int
    package var part: Double
    /// The time that has passed.
    package var seconds: Double
    /// All items finished, where unknown items of mean length follow the end of the list.
    ///
    /// Where items have no answer they count as finished and take no time from the others here, and
    /// the last item read counts in part: or to leave out a long one would make a precision better.
    package var items: Double
  }

  /// What is finished when `seconds` have passed: an item is when its end is not later.
  ///
  /// Inside a tie group every item counts with (t − start)/duration. That is an approximation: the
  /// exact expectation depends on how the costs of all subsets of the group are distributed.
  package func finished(by seconds: Double) -> Finished {
    var finished = finished(by: seconds, from: 0)
    if leftOut > 0 {
      finished.items = Double(leftOut) + self.finished(by: seconds, from: leftOut).items
    }
    return finished
  }

  /// The same of the items from `start` on, with which the clock begins. After items without an
  /// answer a single item counts in part as those of a group do, because they might be of one.
  private func finished(by seconds: Double, from start: Int) -> Finished {
    var clock = CompensatedSum()
    var first = start
    for end in groupEnds.dropFirst(start) {
      let opened = clock.value
      for item in items[first..<end] { clock.add(item.cost) }
      if clock.value > seconds {
        let isCertain = end - first == 1 && start == 0
        let share = isCertain ? 0 : (seconds - opened) / (clock.value - opened)
        let within = min(max(share, 0), 1) * Double(end - first)
        let whole = min(within.rounded(.down), Double(end - first - 1))
        return Finished(
          ranks: first + Int(whole), part: within - whole, seconds: seconds,
          items: Double(first - start) + within)
      }
      first = end
    }
    // A clock that does not move has no end of the padding.
    let rest = unknownCost > 0 ? ((seconds - clock.value) / unknownCost).rounded(.down) : 0
    return Finished(
      ranks: items.count, part: 0, seconds: seconds, items: Double(items.count - start) + rest)
  }

  /// How many items of the universe at these levels can be finished in a time: the cheapest first.
  func fitting(_ levels: [Bool], within seconds: Double) -> Int {
    var clock = CompensatedSum()
    var count = 0
    for cost in costs(relevant: levels).relevant {
      clock.add(cost)
      if clock.value > seconds { break }
      count += 1
    }
    return count
  }
}
