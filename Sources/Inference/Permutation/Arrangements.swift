/// The arrangements that a test of exchanged units looks at: all of them where they are no more than
/// the replicates that were asked for, else a sample.
///
/// An arrangement says of each unit whether the two systems change places on it. Bit u mod 64 of
/// draw u / 64 of replicate r says so of unit u; where all arrangements are looked at, bit u of r.
/// Every pair of systems, and every test under one seed, sees the same arrangements.
struct Arrangements: Sendable {
  let units: Int
  let seed: UInt64
  let isExact: Bool
  /// How many arrangements there are to look at, from 0 on.
  let count: Int

  init(units: Int, seed: UInt64, replicates: Int) {
    self.units = units
    self.seed = seed
    let wanted = min(max(replicates, 0), Self.largestCount)
    isExact = units < 40 && 1 << units <= wanted
    count = isExact ? 1 << units : wanted
  }

  /// What the address of a random number has room for.
  static let largestCount = Int(UInt32.max)

  /// The least p-value that a test can have, however far systems are apart: all changes of places
  /// taken together give the same difference with the other sign.
  func leastP(_ alternative: Alternative) -> Double {
    guard isExact else { return 1 / (Double(count) + 1) }
    return min(1, (alternative == .twoSided ? 2 : 1) / Double(count))
  }

  /// How many words of 64 units an arrangement has.
  var words: Int { (units + 63) / 64 }

  /// Gives the words of one arrangement, in order. The bits beyond the last unit mean nothing.
  @inline(__always)
  func forEachWord(of arrangement: Int, _ body: (_ index: Int, _ word: UInt64) -> Void) {
    guard !isExact else {
      if units > 0 { body(0, UInt64(arrangement)) }
      return
    }
    var stream = RandomStream(
      seed: seed, purpose: .permutation, replicate: UInt32(truncatingIfNeeded: arrangement))
    for index in 0..<words { body(index, stream.next()) }
  }
}
