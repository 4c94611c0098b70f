/// What a value between groups was made of, so that the same can be looked up on other data: the part
/// that was the least or the largest of all, or the two that were furthest apart.
///
/// The largest of several differences is larger on resamples than on the data, even where there is no
/// difference at all, and a distance is never below 0: no percentile of it can hold the truth. The
/// difference of two groups that are *named* has neither fault. As the names were chosen after all
/// parts had been seen, its bounds are those of ``comparisons`` intervals at once (Dunn, "Multiple
/// comparisons among means", JASA 56, 1961, after Bonferroni): then they hold whichever is named.
package struct GroupContrast: Sendable, Hashable {
  private enum Form: Sendable, Hashable {
    case one(sign: Double)
    case difference(to: Int)
    case ratio(over: Int)
  }

  private let part: Int
  private let form: Form
  /// Of how many parts, or pairs of parts, this one was chosen.
  package let comparisons: Int

  /// One part of several, or its negative.
  package static func part(_ part: Int, isNegative: Bool = false, of count: Int) -> GroupContrast {
    GroupContrast(part: part, form: .one(sign: isNegative ? -1 : 1), comparisons: max(1, count))
  }

  /// One part less another, of all pairs of so many.
  package static func difference(_ high: Int, _ low: Int, of comparisons: Int) -> GroupContrast {
    GroupContrast(part: high, form: .difference(to: low), comparisons: max(1, comparisons))
  }

  /// One part over another, of all pairs of so many.
  package static func ratio(_ low: Int, over high: Int, of comparisons: Int) -> GroupContrast {
    GroupContrast(part: low, form: .ratio(over: high), comparisons: max(1, comparisons))
  }

  /// The same of parts that stand behind others, chosen from more than these.
  func shifted(by places: Int, of comparisons: Int) -> GroupContrast {
    let form: Form =
      switch form {
      case .one: form
      case .difference(let other): .difference(to: other + places)
      case .ratio(let other): .ratio(over: other + places)
      }
    return GroupContrast(part: part + places, form: form, comparisons: max(1, comparisons))
  }

  /// How many pairs there are of so many parts.
  package static func pairs(of count: Int) -> Int { count * (count - 1) / 2 }

  /// The same of other data; nil where a part has no value there.
  package func value(of parts: [Double?]) -> Double? {
    guard parts.indices.contains(part), let own = parts[part] else { return nil }
    switch form {
    case .one(let sign): return sign * own
    case .difference(let other):
      guard parts.indices.contains(other) else { return nil }
      return parts[other].map { own - $0 }
    case .ratio(let other):
      guard parts.indices.contains(other), let whole = parts[other], whole > 0 else { return nil }
      return own / whole
    }
  }
}
