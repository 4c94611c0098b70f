extension MeasureDefinition {
  static let kappa = chanceCorrected(
    "Kappa", "Agreement of gold and predicted labels beyond chance.",
    "1 − Σ w·observed/Σ w·expected, w = 1 for different labels",
    source: "Cohen, Educational and Psychological Measurement 20, 1960",
    MeasureExample(
      "Kappa", .labels(gold: ["a", "a", "b", "b"], predicted: ["a", "b", "b", "b"]), is: 0.5,
      because: "observed disagreement 1/4, expected 1/2")
  ) { $0 == $1 ? 0 : 1 }

  static let quadraticKappa = chanceCorrected(
    "QWK", "Agreement beyond chance in which an error counts by its distance squared.",
    "1 − Σ w·observed/Σ w·expected, w = (difference of positions)²",
    source: "Cohen, Psychological Bulletin 70, 1968",
    MeasureExample(
      "QWK", .labels(gold: ["a", "b", "c"], predicted: ["a", "b", "b"]), is: 2.0 / 3,
      because: "observed 1/3, expected 1 (labels in order a, b, c)")
  ) { Double(($0 - $1) * ($0 - $1)) }

  private static func chanceCorrected(
    _ name: String, _ summary: String, _ formula: String, source: String,
    _ example: MeasureExample, _ weight: @escaping @Sendable (Int, Int) -> Double
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary, formula: formula, source: source, range: -1...1, needs: [.labels],
      undefined: "gold and predictions agree in one and the same label throughout, or no items",
      examples: [example],
      kernel: .confusion { _, _ in
        { confusion in
          guard confusion.size > 0 else { return .undefined(.nothing(.items)) }
          guard let ratio = Disagreement(confusion, weight).worstRatio else {
            return .undefined(.noVariation(of: "gold and predicted labels"))
          }
          return .number(1 - ratio)
        }
      })
  }
}

/// Observed over expected weighted disagreement.
private struct Disagreement {
  let confusion: Confusion
  let weight: (Int, Int) -> Double
  let size: Double
  /// The disagreement that each predicted label adds by chance: its mean weight over the gold.
  var chance: [Double] = []

  init(_ confusion: Confusion, _ weight: @escaping (Int, Int) -> Double) {
    self.confusion = confusion
    self.weight = weight
    size = Double(confusion.size)
    let gold = (0..<confusion.levels).map { Double(confusion.gold($0)) / size }
    chance = (0..<confusion.levels).map { predicted in
      gold.indices.reduce(0) { $0 + gold[$1] * weight($1, predicted) }
    }
  }

  /// The ratio, with answers that were left out filled in so that it is greatest; nil for 0/0.
  ///
  /// Both sums are linear in the labels filled in, so Dinkelbach's iteration for ratios (Management
  /// Science 13, 1967) finds the greatest in a few rounds: no answer could have been worse.
  var worstRatio: Double? {
    guard confusion.leftOut.contains(where: { $0 > 0 }) else {
      return ratio([])
    }
    var filled = filling(against: 0)
    guard var ratio = ratio(filled) else { return nil }
    for _ in 0..<100 {
      filled = filling(against: ratio)
      guard let next = self.ratio(filled), next > ratio else { break }
      ratio = next
    }
    return ratio
  }

  /// For each gold level the label whose weight exceeds `ratio` times its chance by the most.
  private func filling(against ratio: Double) -> [Int] {
    (0..<confusion.levels).map { gold in
      let excess = (0..<confusion.levels).map { weight(gold, $0) - ratio * chance[$0] }
      return excess.indices.max { excess[$0] < excess[$1] } ?? 0
    }
  }

  /// - Parameter filled: for each gold level the label of what was left out; empty where nothing was.
  private func ratio(_ filled: [Int]) -> Double? {
    var observed = 0.0
    var expected = 0.0
    for gold in 0..<confusion.levels {
      for predicted in 0..<confusion.levels {
        let count = Double(confusion[gold: gold, predicted: predicted])
        observed += count * weight(gold, predicted)
        expected += count * chance[predicted]
      }
      guard !filled.isEmpty else { continue }
      observed += Double(confusion.leftOut[gold]) * weight(gold, filled[gold])
      expected += Double(confusion.leftOut[gold]) * chance[filled[gold]]
    }
    return expected > 0 ? observed / expected : nil
  }
}
