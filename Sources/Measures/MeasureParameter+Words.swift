extension MeasureParameter.Domain {
  /// What the value of a parameter may be, as help and messages say it.
  package var words: String {
    switch self {
    case .number(let range):
      "a number from \(Self.shortest(range.lowerBound)) to \(Self.shortest(range.upperBound))"
    case .count(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let words): words.joined(separator: " or ")
    case .stage: "a stage"
    case .group: "a group"
    case .label(let others): (["a label", "a grouping"] + others).joined(separator: ", ")
    }
  }

  /// A whole number without its point.
  private static func shortest(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
