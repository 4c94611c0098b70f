/// Lines that were expected beside lines that came.
enum LineDifference {
  /// What stands for any lines, or none.
  static let anyLines = "…"

  /// Whether the lines are those of the pattern, in which ``anyLines`` stands for any.
  static func matches(_ lines: some Collection<String>, _ pattern: some Collection<String>) -> Bool
  {
    guard let first = pattern.first else { return lines.isEmpty }
    let rest = pattern.dropFirst()
    if first != anyLines {
      return lines.first == first && matches(lines.dropFirst(), rest)
    }
    // All that may follow is tried, the nearest first; transcripts are short.
    var tail = lines.dropFirst(0)
    while true {
      if matches(tail, rest) { return true }
      if tail.isEmpty { return false }
      tail = tail.dropFirst()
    }
  }

  /// The two as one text: ` ` for lines of both, `-` for those expected, `+` for those that came.
  static func text(expected: [String], actual: [String]) -> String {
    let difference = actual.difference(from: expected)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var (old, new) = (0, 0)
    while old < expected.count || new < actual.count {
      if old < expected.count, removed.contains(old) {
        lines.append("- " + visible(expected[old]))
        old += 1
      } else if new < actual.count, inserted.contains(new) {
        lines.append("+ " + visible(actual[new]))
        new += 1
      } else {
        lines.append("  " + visible(new < actual.count ? actual[new] : expected[old]))
        (old, new) = (old + 1, new + 1)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A line with tabs, spaces at its end and controls made visible.
  private static func visible(_ line: String) -> String {
    var text = line.unicodeScalars.map { scalar in
      switch scalar {
      case "\t": "⇥"
      case _ where scalar.properties.generalCategory == .control:
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: String(scalar)
      }
    }.joined()
    var spaces = 0
    while text.last == " " {
      text.removeLast()
      spaces += 1
    }
    return text + String(repeating: "·", count: spaces)
  }
}
