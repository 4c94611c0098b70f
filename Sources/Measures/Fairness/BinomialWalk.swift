/// The numbers of successes among 1, 2, 3 … independent trials of one probability, some of which may
/// be taken out on the way.
///
/// What is less than 10⁻³⁰ at either end is dropped, so that a step takes time in proportion to the
/// standard deviation.
struct BinomialWalk {
  private let success: Double
  /// The probability of `first`, `first` + 1, … successes.
  private var probabilities = [1.0]
  private(set) var first = 0
  /// What was dropped below `first`.
  private var below = 0.0
  private(set) var trials = 0

  init(success: Double) { self.success = success }

  /// One more trial.
  mutating func advance() {
    trials += 1
    var carried = 0.0
    for index in probabilities.indices {
      let probability = probabilities[index]
      probabilities[index] = probability * (1 - success) + carried
      carried = probability * success
    }
    probabilities.append(carried)
    while probabilities.count > 1, probabilities[probabilities.count - 1] < 1e-30 {
      probabilities.removeLast()
    }
    var dropped = 0
    while dropped < probabilities.count - 1, probabilities[dropped] < 1e-30 {
      below += probabilities[dropped]
      dropped += 1
    }
    probabilities.removeFirst(dropped)
    first += dropped
  }

  /// The least number of successes whose distribution function is at least `level`.
  func quantile(_ level: Double) -> Int {
    var sum = below
    for (offset, probability) in probabilities.enumerated() {
      sum += probability
      if sum >= level { return first + offset }
    }
    return first + probabilities.count - 1
  }

  /// The probability of at most so many successes.
  func distribution(_ successes: Int) -> Double {
    guard successes >= first else { return 0 }
    return min(below + probabilities.prefix(successes - first + 1).reduce(0, +), 1)
  }

  /// Takes out what has fewer than `least` successes, and tells how probable it was.
  mutating func remove(fewerThan least: Int) -> Double {
    let count = min(max(least - first, 0), probabilities.count)
    let removed = probabilities.prefix(count).reduce(0, +)
    for index in 0..<count { probabilities[index] = 0 }
    return removed
  }
}
