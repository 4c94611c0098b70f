import Testing

@testable import Inference

@Suite("Resampling")
struct ResamplingTests {
  @Test(
    "four blocks side by side are the four blocks",
    arguments: [0, 1, 7, 1 << 32 - 4] as [UInt64], [0, 0xa409_3822] as [UInt32])
  func blocks(_ index: UInt64, _ high: UInt32) {
    let key: Philox.Key = (0x299f_31d0, 0x082e_fa98)
    let series = Philox.Series(
      high: high, replicate: 0x1319_8a2e, purpose: 0x0370_7344, key: key)
    let blocks = Philox.FourBlocks(Lanes(repeating: index) &+ Lanes(0, 1, 2, 3), of: series)
    for lane in 0..<4 {
      let words = Philox.words(
        at: (UInt32(index) + UInt32(lane), high, 0x1319_8a2e, 0x0370_7344), key: key)
      let found = [blocks.c0, blocks.c1, blocks.c2, blocks.c3].map {
        UInt32(truncatingIfNeeded: $0[lane])
      }
      #expect(found == [words.0, words.1, words.2, words.3])
    }
  }

  @Test(
    "sixteen words at once are kept where each of them is, and give the same numbers",
    arguments: [1, 3, 1000, 1 << 20, 100_000_007, 1 << 30 + 1, 1 << 31 - 1])
  func products(_ bound: Int) {
    let numbers = NumbersBelow(bound)
    let series = Philox.Series(replicate: 5, purpose: 1, key: (UInt32(bound), 0))
    for first in stride(from: UInt64(0), to: 4000, by: 4) {
      let blocks = Philox.FourBlocks(Lanes(repeating: first) &+ Lanes(0, 1, 2, 3), of: series)
      let products = numbers.products(of: blocks)
      let pairs = [
        (blocks.c0, products.p0), (blocks.c1, products.p1), (blocks.c2, products.p2),
        (blocks.c3, products.p3),
      ]
      var areKept = true
      for (words, products) in pairs {
        for lane in 0..<4 {
          guard let number = numbers.number(UInt32(truncatingIfNeeded: words[lane])) else {
            areKept = false
            continue
          }
          #expect(number < bound && number == Int(products[lane] >> 32))
        }
      }
      #expect(products.areKept == areKept)
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
