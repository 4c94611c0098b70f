/// Letters for systems: two that share one are not told apart by any test.
///
/// Piepho, "An algorithm for a letter-based representation of all-pairwise comparisons" (Journal of
/// Computational and Graphical Statistics 13, 2004): all systems begin in one group; a pair that
/// differs splits each group that holds both; a group inside another is absorbed.
enum LetterDisplay {
  /// As many groups as there are letters; a display of more would tell nobody anything.
  static let mostGroups = 52

  /// The letters of each of `systems`, the first letters for the first of them; nil where there are
  /// more groups than letters. What is not among `systems` has none.
  ///
  /// - Parameters:
  ///   - systems: their positions, the best first.
  ///   - count: of all systems, whether they are among those or not.
  static func letters(
    _ systems: [Int], of count: Int, isDifferent: (Int, Int) -> Bool
  ) -> [String]? {
    var groups = systems.isEmpty ? [] : [Group(all: systems.count)]
    for second in systems.indices {
      for first in 0..<second where isDifferent(systems[first], systems[second]) {
        groups = separated(first, second, groups)
        guard groups.count <= 4 * mostGroups else { return nil }
      }
    }
    guard groups.count <= mostGroups else { return nil }
    groups.sort { a, b in
      // The group of the better systems first.
      let place = systems.indices.first { a.contains($0) != b.contains($0) }
      return place.map(a.contains) ?? false
    }
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var letters = Array(repeating: "", count: count)
    for (group, letter) in zip(groups, alphabet) {
      for place in systems.indices where group.contains(place) {
        letters[systems[place]].append(letter)
      }
    }
    return letters
  }

  /// Splits every group that holds both. A part that is inside another group is absorbed; the groups
  /// that are not split are in none.
  private static func separated(_ first: Int, _ second: Int, _ groups: [Group]) -> [Group] {
    var kept: [Group] = []
    var parts: [Group] = []
    for group in groups {
      guard group.contains(first), group.contains(second) else {
        kept.append(group)
        continue
      }
      parts.append(group.without(second))
      parts.append(group.without(first))
    }
    let whole = kept
    for (index, part) in parts.enumerated() {
      let isAbsorbed =
        whole.contains(where: part.isInside)
        || parts.indices.contains { other in
          other != index && part.isInside(parts[other])
            && (part != parts[other] || other < index)
        }
      if !isAbsorbed { kept.append(part) }
    }
    return kept
  }

  /// Some of the systems, a bit each.
  private struct Group: Equatable {
    private var words: [UInt64]

    init(all count: Int) {
      words = Array(repeating: 0, count: (count + 63) / 64)
      for place in 0..<count { words[place / 64] |= 1 << UInt64(place % 64) }
    }

    func contains(_ place: Int) -> Bool { words[place / 64] >> UInt64(place % 64) & 1 == 1 }

    func without(_ place: Int) -> Group {
      var group = self
      group.words[place / 64] &= ~(1 << UInt64(place % 64))
      return group
    }

    func isInside(_ other: Group) -> Bool {
      zip(words, other.words).allSatisfy { $0 & ~$1 == 0 }
    }
  }
}
