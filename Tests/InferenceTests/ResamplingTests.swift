import Testing

@testable import Inference

@Suite("Resampling")
struct ResamplingTests {
  @Test(
    "four blocks side by side are the four blocks",
    arguments: [0, 1, 7, 1 << 32 - 1] as [UInt64])
  func blocks(_ index: UInt64) {
    let key: Philox.Key = (0x299f_31d0, 0xa409_3822)
    let blocks = Philox.FourBlocks(index: index, replicate: 0x1319_8a2e, purpose: 1, key: key)
    for lane in 0..<4 {
      let block = index &+ UInt64(lane)
      let words = Philox.words(
        at: (
          UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: block >> 32), 0x1319_8a2e, 1
        ), key: key)
      let found = (0..<4).map { blocks.words[4 * lane + $0] }
      #expect(found == [words.0, words.1, words.2, words.3])
    }
  }

  /// The rule of the documentation, draw by draw.
  static func naive(_ strata: [[Int]], seed: UInt64, replicate: Int) -> [Int32] {
    var stream = RandomStream(seed: seed, purpose: .bootstrap, replicate: UInt32(replicate))
    var halves: [UInt64] = []
    var counts = Array<Int32>(repeating: 0, count: strata.reduce(0) { $0 + $1.count })
    for members in strata {
      let size = UInt64(members.count)
      var drawn = 0
      while drawn < members.count {
        if halves.isEmpty {
          let word = stream.next()
          halves = [word & 0xFFFF_FFFF, word >> 32]
        }
        let product = halves.removeFirst() * size
        if product % (1 << 32) < (1 << 32) % size { continue }
        counts[members[Int(product >> 32)]] += 1
        drawn += 1
      }
    }
    return counts
  }

  @Test("draws by the words of the stream", arguments: [0, 1, 2, 3, 7, 8, 9, 125, 1000, 70_001])
  func draws(_ units: Int) {
    for replicate in [0, 1, 4711] {
      let resampling = Resampling(units: units, seed: 20_260_101, replicates: 10_000)
      let naive = Self.naive([Array(0..<units)], seed: 20_260_101, replicate: replicate)
      #expect(resampling.counts(replicate: replicate) == naive)
    }
  }

  @Test("each stratum keeps its size, and the draws are those of the stream")
  func strata() {
    let strata: [Int32] = (0..<50).map { $0 % 7 == 0 ? 2 : $0 % 2 == 0 ? 0 : 1 }
    let resampling = Resampling(units: 50, strata: strata, seed: 5, replicates: 100)
    let members = (0..<3).map { stratum in
      (0..<50).filter { strata[$0] == Int32(stratum) }
    }
    for replicate in 0..<100 {
      let counts = resampling.counts(replicate: replicate)
      #expect(counts == Self.naive(members, seed: 5, replicate: replicate))
      for units in members {
        #expect(units.reduce(0) { $0 + Int(counts[$1]) } == units.count)
      }
    }
  }

  @Test("units are as likely as each other")
  func uniform() {
    let resampling = Resampling(units: 10, seed: 1, replicates: 20_000)
    var sums = Array(repeating: 0, count: 10)
    var counts = Array<Int32>(repeating: 0, count: 10)
    for replicate in 0..<20_000 {
      resampling.counts(replicate: replicate, into: &counts)
      for unit in counts.indices { sums[unit] += Int(counts[unit]) }
    }
    // Each sum is binomial: 20,000 expected, standard deviation 134.
    for sum in sums { #expect(abs(sum - 20_000) < 600) }
  }
}
