import Foundation

/// The measures on the reviewer's clock, as their sources write them, for a strict order.
struct NaiveTimes {
  var rel: Double?
  var halfLife = 224.0

  /// When each item of the list is opened and when it is done with.
  func spans(_ list: NaiveList) -> [(item: NaiveItem, start: Double, end: Double)] {
    var clock = 0.0
    return list.ranked.map { item in
      let start = clock
      clock += item.cost
      return (item, start, clock)
    }
  }

  private func wanted(_ level: Double, of list: NaiveList) -> Int {
    // Levels of the cases are halves and quarters, so that the product is exact.
    Int((level * Double(list.relevantCount(rel))).rounded(.up))
  }

  func timeToRecall(_ level: Double, _ list: NaiveList) -> Double? {
    guard list.relevantCount(rel) > 0 else { return nil }
    let wanted = wanted(level, of: list)
    for (count, span) in spans(list).filter({ $0.item.isFound(rel) }).enumerated()
    where count + 1 == wanted {
      return span.end
    }
    return nil
  }

  /// The best and the worst of all orders of all items, reached or not.
  func normalisedTimeToRecall(_ level: Double, _ list: NaiveList) -> Double? {
    guard list.relevantCount(rel) > 0 else { return nil }
    let all = list.ranked + list.notRetrieved
    let relevant = all.filter { $0.isGoldRelevant(rel) }.map(\.cost).sorted()
    let others = all.filter { !$0.isGoldRelevant(rel) }.map(\.cost)
    let wanted = wanted(level, of: list)
    let best = relevant.prefix(wanted).reduce(0, +)
    let worst = others.total + relevant.reversed().prefix(wanted).reduce(0, +)
    guard abs(worst - best) > 1e-9 else { return nil }
    guard let time = timeToRecall(level, list) else { return 0 }
    return max((worst - time) / (worst - best), 0)
  }

  func timeToFirst(_ list: NaiveList) -> Double? {
    spans(list).first { $0.item.isFound(rel) }?.end
  }

  func averageTimeToDiscovery(_ list: NaiveList) -> Double? {
    let ends = spans(list).filter { $0.item.isFound(rel) }.map(\.end)
    guard !ends.isEmpty, ends.count == list.relevantCount(rel) else { return nil }
    return ends.average
  }

  func gain(_ list: NaiveList) -> Double {
    spans(list).filter { $0.item.isFound(rel) }
      .map { 0.64 * 0.77 * pow(2, -$0.start / halfLife) }.total
  }

  /// The best of all orders of the relevant items, tried one after the other where they are few.
  func normalisedGain(_ list: NaiveList) -> Double? {
    let relevant = answered(list.ranked + list.notRetrieved).filter { $0.isGoldRelevant(rel) }
    guard !relevant.isEmpty else { return nil }
    let tried =
      relevant.count <= 5
      ? NaiveList(groups: [relevant]).arrangements
      : [NaiveList(groups: relevant.sorted { $0.cost < $1.cost }.map { [$0] })]
    return gain(list) / (tried.map(gain).max() ?? 1)
  }

  /// The items as a perfect submission has them.
  private func answered(_ items: [NaiveItem]) -> [NaiveItem] {
    items.map { item in
      var item = item
      item.hasAnswer = true
      return item
    }
  }

  func workSaved(_ level: Double, isRounded: Bool = false, _ list: NaiveList) -> Double? {
    let total = list.relevantCount(rel)
    guard total > 0 else { return nil }
    let wanted =
      isRounded
      ? Int((level * Double(total)).rounded(.toNearestOrEven)) : wanted(level, of: list)
    let ranks = list.ranked.indices.filter { list.ranked[$0].isFound(rel) }.map { $0 + 1 }
    guard wanted <= ranks.count else { return nil }
    let rank = wanted == 0 ? 0 : ranks[wanted - 1]
    let all = Double(list.ranked.count + list.notRetrieved.count)
    return (all - Double(rank)) / all - (1 - level)
  }

  func loss(_ cutoff: Int, _ list: NaiveList) -> Double? {
    let total = Double(list.relevantCount(rel))
    guard total > 0 else { return nil }
    let shown = list.top(cutoff)
    let recall = Double(shown.filter { $0.isFound(rel) }.count) / total
    let all = Double(list.ranked.count + list.notRetrieved.count)
    let effort = 100 / all * (Double(shown.count) / (total + 100))
    return (1 - recall) * (1 - recall) + effort * effort
  }

  func area(_ list: NaiveList) -> Double? {
    let total = Double(list.relevantCount(rel))
    guard total > 0 else { return nil }
    let all = Double(list.ranked.count + list.notRetrieved.count)
    var found = 0.0
    var area = 0.0
    for item in list.ranked {
      let value = item.isFound(rel) ? 1.0 : 0
      area += found + value / 2
      found += value
    }
    area += Double(list.notRetrieved.count) * found
    return area / (total * all - total * total / 2)
  }
}

extension NaiveTimes {
  /// The items whose end is not later than `seconds`.
  private func finished(_ list: NaiveList, by seconds: Double) -> Int {
    spans(list).filter { $0.end <= seconds }.count
  }

  func precision(_ list: NaiveList, by seconds: Double) -> Double {
    let read = read(list, by: seconds)
    return read == 0 ? 0 : found(list, finished(list, by: seconds)) / read
  }

  /// Items finished: those of the list, then unknown ones. Who has no answer counts, and takes no
  /// time from the others, of whom the last then counts in part.
  private func read(_ list: NaiveList, by seconds: Double) -> Double {
    var answered = list
    answered.groups = list.ranked.filter(\.hasAnswer).map { [$0] }
    let count = finished(answered, by: seconds)
    var read = Double(count + list.ranked.count - answered.ranked.count)
    if count == answered.ranked.count {
      let left = seconds - answered.ranked.map(\.cost).total
      read += (left / list.unknownCost).rounded(.down)
    } else if list.ranked.contains(where: { !$0.hasAnswer }) {
      let next = spans(answered)[count]
      read += (seconds - next.start) / next.item.cost
    }
    return read
  }

  private func found(_ list: NaiveList, _ count: Int) -> Double {
    Double(list.top(count).filter { $0.isFound(rel) }.count)
  }

  func recall(_ list: NaiveList, by seconds: Double) -> Double {
    let total = Double(list.relevantCount(rel))
    return total == 0 ? 0 : found(list, finished(list, by: seconds)) / total
  }

  func f(_ list: NaiveList, by seconds: Double) -> Double {
    let total = Double(list.relevantCount(rel))
    guard total > 0 else { return 0 }
    return 2 * found(list, finished(list, by: seconds)) / (read(list, by: seconds) + total)
  }

  /// Another measure, of the items that are finished.
  func cut(
    _ list: NaiveList, by seconds: Double, _ value: (NaiveList, Int) -> Double?
  ) -> Double? {
    let count = finished(list, by: seconds)
    return count == 0 ? 0 : value(list, count)
  }

  func ndcg(_ list: NaiveList, by seconds: Double) -> Double? {
    var clock = 0.0
    var fitting = 0
    let worth = answered(list.pool).filter { ($0.grade ?? 0) > 0 }
    for cost in worth.map(\.cost).sorted() where clock + cost <= seconds {
      clock += cost
      fitting += 1
    }
    let count = finished(list, by: seconds)
    guard fitting > 0, count > 0 else { return 0 }
    var ideal = list
    ideal.groups = worth.sorted { ($0.grade ?? 0) > ($1.grade ?? 0) }.map { [$0] }
    return NaiveNDCG(cutoff: count).dcg(list) / NaiveNDCG(cutoff: fitting).dcg(ideal)
  }
}
