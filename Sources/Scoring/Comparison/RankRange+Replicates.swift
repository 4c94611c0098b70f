/// Counts the ranks of systems, resample by resample.
struct RankCounts {
  private let systems: Int
  /// Resamples by system and rank, row by row.
  private var counts: [Int]
  /// The parts of resamples on which each system is first.
  private var firsts: [Double]
  private var resamples = 0
  private let lowerIsBetter: Bool

  init(systems: Int, lowerIsBetter: Bool) {
    self.systems = systems
    self.lowerIsBetter = lowerIsBetter
    counts = Array(repeating: 0, count: systems * systems)
    firsts = Array(repeating: 0, count: systems)
  }

  /// Adds the values that the systems have on one resample.
  mutating func add(_ values: [Double]) {
    resamples += 1
    var first = 0
    let ordered = values.sorted()
    for system in 0..<systems {
      let better =
        lowerIsBetter
        ? ordered.firstPosition { $0 >= values[system] }
        : systems - ordered.firstPosition { $0 > values[system] }
      counts[system * systems + better] += 1
      if better == 0 { first += 1 }
    }
    let best = lowerIsBetter ? values.min() : values.max()
    for system in 0..<systems where values[system] == best { firsts[system] += 1 / Double(first) }
  }

  /// The ranks between which a system is found on `confidence` of the resamples; nil without any.
  func range(of system: Int, confidence: Double) -> RankRange? {
    guard resamples > 0 else { return nil }
    let tail = (1 - confidence) / 2 * Double(resamples)
    let own = counts[system * systems..<(system + 1) * systems]
    var low = 0
    var below = 0
    for count in own {
      low += 1
      below += count
      if Double(below) > tail { break }
    }
    var high = systems + 1
    var above = 0
    for count in own.reversed() {
      high -= 1
      above += count
      if Double(above) > tail { break }
    }
    return RankRange(
      low: min(low, high), high: max(low, high),
      probabilityOfFirst: firsts[system] / Double(resamples),
      shares: systems > RankRange.mostSystemsWithShares
        ? [] : own.map { Double($0) / Double(resamples) })
  }
}

extension [Double] {
  /// The first position of an ascending list from which on `condition` holds, found by halving.
  fileprivate func firstPosition(where condition: (Double) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
