/// How many marked items there are among some that are drawn at random without return.
struct Hypergeometric {
  let population: Int
  let marked: Int
  let draws: Int

  /// Calls `body` with each count of marked items and its probability, as far as that is not lost
  /// beside the others.
  ///
  /// Works outwards from the most likely count by the ratio of neighbouring probabilities and
  /// divides by their sum, so that no factorial is needed and nothing overflows.
  func forEach(_ body: (Int, Double) -> Void) {
    let least = max(0, draws - (population - marked))
    let most = min(draws, marked)
    guard least < most else { return body(least, 1) }
    let (product, overflow) = (draws + 1).multipliedReportingOverflow(by: marked + 1)
    let mode = min(max(overflow ? least : product / (population + 2), least), most)

    var upper = [1.0]
    for count in mode..<most {
      let ratio =
        Double(marked - count) * Double(draws - count)
        / (Double(count + 1) * Double(population - marked - draws + count + 1))
      let next = upper[upper.count - 1] * ratio
      if next < 1e-19 { break }
      upper.append(next)
    }
    var lower: [Double] = []
    var weight = 1.0
    var count = mode
    while count > least {
      weight *=
        Double(count) * Double(population - marked - draws + count)
        / (Double(marked - count + 1) * Double(draws - count + 1))
      if weight < 1e-19 { break }
      lower.append(weight)
      count -= 1
    }
    let total = lower.reversed().reduce(0, +) + upper.reversed().reduce(0, +)
    for (offset, weight) in lower.enumerated() { body(mode - 1 - offset, weight / total) }
    for (offset, weight) in upper.enumerated() { body(mode + offset, weight / total) }
  }
}
