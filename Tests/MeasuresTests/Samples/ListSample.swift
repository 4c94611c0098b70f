@testable import Measures

/// A random ranked list, once for the kernels and once for the definitions.
struct ListSample: Sendable, CustomStringConvertible {
  let scale: GradeScale
  let kernel: RankedList
  let naive: NaiveList
  /// Every strict order that the ties allow.
  let arrangements: [NaiveList]
  let description: String

  private typealias Entry = (level: Int?, copies: Int, words: Double)

  /// Draws a list on `scale`, of at most `groups` tie groups of at most `size` entries.
  ///
  /// Without ties a group of several is written as that many ranks. `copies` is the most that an
  /// entry is repeated.
  init(
    seed: Int, scale: GradeScale, groups: Int, size: Int, copies: Int = 1, hasTies: Bool
  ) {
    var random = SeededGenerator(seed)
    // Some lists have only some of the levels: nothing relevant, everything relevant, all alike.
    var levels: [Int?] = scale.grades.indices.map { $0 }
    levels.append(nil)
    if random.chance(0.4) { levels = (0...1).map { _ in random.pick(levels) } }
    func entry() -> Entry {
      (
        random.pick(levels), copies == 1 ? 1 : Int.random(in: 0...copies, using: &random),
        Double(random.pick([0, 20, 90, 400, 5000]))
      )
    }
    let drawn: [[Entry]] = (0..<Int.random(in: 0...groups, using: &random)).map { _ in
      (0..<Int.random(in: 1...size, using: &random)).map { _ in entry() }
    }
    let left = (0..<Int.random(in: 0...3, using: &random)).map { _ in entry() }
      .filter { $0.level != nil }

    var kernel = RankedList(levels: scale.count, hasTies: hasTies)
    for (level, copies, _) in drawn.joined() + left {
      if let level { kernel.pool[level] += copies }
    }
    for group in drawn {
      if hasTies {
        var counts = Array(repeating: 0, count: scale.count)
        for (level, copies, _) in group { if let level { counts[level] += copies } }
        let unjudged = group.reduce(0) { $1.level == nil ? $0 + $1.copies : $0 }
        kernel.appendTied(levels: counts, unjudged: unjudged)
      } else {
        for (level, copies, _) in group { kernel.append(level: level, copies: copies) }
      }
    }
    self.scale = scale
    func items(_ entries: [Entry]) -> [NaiveItem] {
      entries.flatMap { level, copies, words in
        Array(repeating: NaiveItem(level, on: scale, words: words), count: copies)
      }
    }
    var timeline = Timeline(TimeModel(), meanWords: 100)
    for group in drawn.map(items) {
      let costs = group.map { Timeline.Item(level: $0.level ?? -1, cost: $0.cost) }
      if hasTies { timeline.append(costs) } else { for item in costs { timeline.append([item]) } }
    }
    for item in items(left) {
      timeline.addUnread(Timeline.Item(level: item.level ?? -1, cost: item.cost))
    }
    kernel.timeline = timeline
    self.kernel = kernel
    let whole = drawn.map(items)
    naive = NaiveList(
      groups: hasTies ? whole : whole.joined().map { [$0] }, notRetrieved: items(left),
      declaredMaximum: scale.declaredMaximum)
    arrangements = hasTies && naive.permutationCount <= 5000 ? naive.arrangements : [naive]
    let shown = drawn.map { $0.map { "\($0.level.map { scale.names[$0] } ?? "-")×\($0.copies)" } }
    description = "\(scale.names): \(shown), left out \(left), ties: \(hasTies)"
  }
}

extension NaiveItem {
  /// An item that takes the time of so many words.
  init(_ level: Int?, on scale: GradeScale, words: Double = 0) {
    self.init(
      level: level, grade: level.map { scale.grades[$0] },
      isPositive: level.map { scale.positive[$0] } ?? false)
    cost = 4.4 + (isGoldRelevant(nil) ? 0.64 : 0.39) * (0.018 * words + 7.8)
  }
}

extension NaiveList {
  /// How many strict orders there are.
  var permutationCount: Int {
    groups.reduce(1) { product, group in
      min(product * (1...max(group.count, 1)).reduce(1, *), 1_000_000)
    }
  }
}
