internal import ExactMath

extension MeasureDefinition {
  static let pearson = correlation(
    "Pearson", "Linear correlation between score and grade.",
    "cov(score, grade)/√(var(score)·var(grade))",
    source: "Pearson, Proceedings of the Royal Society 58, 1895",
    MeasureExample(
      "Pearson", .scores(gold: [1, 0, 1], scores: [3, 1, 2]), is: 0.8660254, because: "½/√(1·⅓)")
  ) { values, _, _ in values }

  static let spearman = correlation(
    "Spearman", "Correlation between the ranks of score and grade; ties have their middle rank.",
    "Pearson's correlation of mid-ranks",
    source: "Spearman, American Journal of Psychology 15, 1904",
    MeasureExample(
      "Spearman", .scores(gold: [1, 0, 1], scores: [9, 1, 2]), is: 0.8660254,
      because:
        "ranks 3, 1, 2 against 2.5, 1, 2.5")
  ) { middleRanks($0, copies: $1, order: $2) }

  private static func correlation(
    _ name: String, _ summary: String, _ formula: String, source: String,
    _ example: MeasureExample,
    _ transform: @escaping @Sendable ([Double], [Int32]?, [Int32]?) -> [Double]
  ) -> MeasureDefinition {
    MeasureDefinition(
      name, summary: summary, formula: formula, source: source, range: -1...1,
      needs: [.scores, .grades],
      undefined:
        "scores or grades do not vary, or answers are left out, where no worst value exists",
      examples: [example],
      kernel: .assessment { _, scale in
        { assessment in
          guard let scores = assessment.rankingScores else { return .undefined(.needs(.scores)) }
          guard assessment.leftOut == 0 else { return .undefined(.answersLeftOut) }
          let grades = assessment.gold.map { scale.grades[Int($0)] }
          return linearCorrelation(
            transform(scores, assessment.copies, assessment.orders?.ranking),
            transform(grades, assessment.copies, assessment.orders?.grades), assessment)
        }
      })
  }
}

/// Pearson's correlation, from deviations from the means.
private func linearCorrelation(_ x: [Double], _ y: [Double], _ assessment: Assessment)
  -> MeasureValue
{
  let size = Double(assessment.size)
  guard size > 0 else { return .undefined(.nothing(.items)) }
  func mean(_ values: [Double]) -> Double {
    var sum = CompensatedSum()
    // Divided first: sums of huge scores would overflow.
    for item in values.indices { sum.add(Double(assessment.count(item)) / size * values[item]) }
    return sum.value
  }
  // Halved, since the distance of two huge scores would overflow.
  func scale(_ values: [Double], around mean: Double) -> Double {
    values.indices.reduce(0) {
      assessment.count($1) > 0 ? max($0, abs(values[$1] / 2 - mean / 2)) : $0
    }
  }
  // Told from the values themselves: the mean of equal ones may be rounded.
  func varies(_ values: [Double]) -> Bool {
    let counted = values.indices.filter { assessment.count($0) > 0 }
    return counted.contains { values[$0] != values[counted[0]] }
  }
  let (xMean, yMean) = (mean(x), mean(y))
  let (xScale, yScale) = (scale(x, around: xMean), scale(y, around: yMean))
  guard xScale > 0, varies(x) else {
    return .undefined(.noVariation(of: "scores"))
  }
  guard yScale > 0, varies(y) else {
    return .undefined(.noVariation(of: "grades"))
  }
  var xy = CompensatedSum()
  var xx = CompensatedSum()
  var yy = CompensatedSum()
  for item in x.indices where assessment.count(item) > 0 {
    let copies = Double(assessment.count(item))
    let dx = (x[item] / 2 - xMean / 2) / xScale
    let dy = (y[item] / 2 - yMean / 2) / yScale
    xy.add(copies * dx * dy)
    xx.add(copies * dx * dx)
    yy.add(copies * dy * dy)
  }
  let value = xy.value / (xx.value.squareRoot() * yy.value.squareRoot())
  return .number(min(max(value, -1), 1))
}

/// The rank of each value from the lowest, 1, on; equal values share their middle rank.
private func middleRanks(_ values: [Double], copies: [Int32]?, order: [Int32]?) -> [Double] {
  let ascending = Array((order ?? ScoreOrder.descending(values)).reversed())
  var ranks = Array(repeating: 0.0, count: values.count)
  var below = 0
  var start = 0
  while start < ascending.count {
    var end = start
    var count = 0
    while end < ascending.count, values[Int(ascending[end])] == values[Int(ascending[start])] {
      count += copies.map { Int($0[Int(ascending[end])]) } ?? 1
      end += 1
    }
    for position in ascending[start..<end] {
      ranks[Int(position)] = Double(below) + Double(count + 1) / 2
    }
    below += count
    start = end
  }
  return ranks
}
