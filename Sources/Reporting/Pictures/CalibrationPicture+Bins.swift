internal import Measures

extension CalibrationPicture {
  /// - Parameters:
  ///   - leftOut: items without an answer.
  ///   - suppressBelow: bins with fewer items, but for empty ones, are not told, nor are others from
  ///     which theirs could be computed.
  init(_ bins: [CalibrationBin], name: String, leftOut: Int = 0, suppressBelow: Int = 0) {
    let withheld = Self.withheld(bins.map(\.items), below: suppressBelow)
    self.init(
      bins: bins.enumerated().map { place, bin in
        let isTold = !withheld.contains(place)
        return Bin(
          low: bin.low, high: bin.high, items: isTold ? bin.items : nil,
          positives: isTold ? bin.positives : nil,
          meanProbability: isTold ? bin.meanProbability : nil)
      }, name: name, leftOut: leftOut)
  }

  /// The places of bins that are not told. Who knows how many items there are in all knows the sum of
  /// those withheld: they are two at least and have `least` items together, the smallest of the others
  /// with them if need be (complementary suppression; Willenborg and de Waal, "Elements of Statistical
  /// Disclosure Control", 2001, chapter 6).
  private static func withheld(_ items: [Int], below least: Int) -> Set<Int> {
    let filled = items.indices.filter { items[$0] > 0 }.sorted {
      (items[$0], $0) < (items[$1], $1)
    }
    var withheld = filled.prefix { items[$0] < least }
    guard !withheld.isEmpty else { return [] }
    // One bin alone never has enough.
    while withheld.count < filled.count, withheld.reduce(0, { $0 + items[$1] }) < least {
      withheld = filled.prefix(withheld.count + 1)
    }
    return Set(withheld)
  }
}
