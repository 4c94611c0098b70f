/// Bars side by side, drawn with characters: at most 80 columns, without colour.
package struct TextBars: Sendable {
  package struct Bar: Sendable {
    let name: String
    let value: Int
    /// How much of the value is drawn dark.
    let part: Int

    package init(name: String, value: Int, part: Int) {
      self.name = name
      self.value = max(value, 0)
      self.part = min(max(part, 0), max(value, 0))
    }
  }

  private let title: String
  private let bars: [Bar]
  private let width: Int

  package init(title: String, bars: [Bar], width: Int = 80) {
    self.title = title
    self.bars = bars
    self.width = max(width, 24)
  }

  /// The picture, each line with its end. What is not nothing has a mark of its own, however small.
  package var text: String {
    let most = bars.map(\.value).max() ?? 0
    let names = bars.map { $0.name.count > 24 ? $0.name.prefix(23) + "…" : $0.name }
    let margin = names.map { TerminalText.width($0) }.max() ?? 0
    let counts = bars.map { "\($0.value) (\($0.part))" }
    let room = max(1, width - margin - 2 - (counts.map(\.count).max() ?? 0) - 1)
    let lines = bars.indices.map { index in
      let bar = bars[index]
      let length = Self.length(bar.value, of: most, room)
      let dark = min(Self.length(bar.part, of: most, room), length)
      return names[index]
        + String(repeating: " ", count: margin - TerminalText.width(names[index]) + 2)
        + String(repeating: "█", count: dark) + String(repeating: "░", count: length - dark)
        + (length > 0 ? " " : "") + counts[index] + "\n"
    }
    return title + "\n" + lines.joined()
  }

  private static func length(_ value: Int, of most: Int, _ room: Int) -> Int {
    guard value > 0, most > 0 else { return 0 }
    return max(1, Int((Double(value) / Double(most) * Double(room)).rounded()))
  }
}
