/// Finds what somebody probably meant, for hints.
enum Spelling {
  /// The candidate with the fewest edits from `word`, where they are few enough to be a slip.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let lowered = Array(word.lowercased().utf8.prefix(64))
    let allowed = max(1, lowered.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let distance = edits(from: lowered, to: Array(candidate.lowercased().utf8.prefix(64)))
      if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// Levenshtein's distance, with a swap of neighbours counted as one edit.
  private static func edits(from a: [UInt8], to b: [UInt8]) -> Int {
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var cost = min(previous[j + 1], current[j]) + 1
        cost = min(cost, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
        current.append(cost)
      }
      older = previous
      previous = current
    }
    return previous[b.count]
  }
}
