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
    var groups = systems.isEmpty ? [] : [Array(repeating: true, count: systems.count)]
    for second in systems.indices {
      for first in 0..<second where isDifferent(systems[first], systems[second]) {
        var split: [[Bool]] = []
        for group in groups {
          guard group[first], group[second] else {
            split.append(group)
            continue
          }
          for place in [second, first] {
            var part = group
            part[place] = false
            split.append(part)
          }
        }
        groups = absorbed(split)
        guard groups.count <= 4 * mostGroups else { return nil }
      }
    }
    guard groups.count <= mostGroups else { return nil }
    groups.sort { a, b in
      // The group of the better systems first.
      for place in a.indices where a[place] != b[place] { return a[place] }
      return false
    }
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var letters = Array(repeating: "", count: count)
    for (group, letter) in zip(groups, alphabet) {
      for place in group.indices where group[place] { letters[systems[place]].append(letter) }
    }
    return letters
  }

  /// The groups that are not inside another; of equal ones the first.
  private static func absorbed(_ groups: [[Bool]]) -> [[Bool]] {
    groups.indices.filter { index in
      !groups.indices.contains { other in
        other != index && isInside(groups[index], groups[other])
          && (groups[index] != groups[other] || other < index)
      }
    }.map { groups[$0] }
  }

  private static func isInside(_ group: [Bool], _ other: [Bool]) -> Bool {
    zip(group, other).allSatisfy { !$0 || $1 }
  }
}
