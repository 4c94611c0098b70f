import Testing

@testable import Inference

@Suite("Random streams")
struct RandomStreamTests {
  /// Worked out by another implementation of the paper, itself checked against the known answers:
  /// words eea8d1c1 074b6f8d fa38e894 dc6f2628 at counter (5, 0, 13198a2e, 03707344).
  @Test("the address is the counter and the key of Philox, a block two draws")
  func address() {
    var stream = RandomStream(
      seed: 0x299f_31d0_a409_3822, purpose: .init(rawValue: 0x0370_7344),
      replicate: 0x1319_8a2e, draw: 10)
    #expect(stream.next() == 0x074b_6f8d_eea8_d1c1)
    #expect(stream.next() == 0xdc6f_2628_fa38_e894)
    #expect(stream.draw == 12)
  }

  @Test("a number can be drawn alone", arguments: [0, 1, 2, 3, 10, 41] as [UInt64])
  func alone(draw: UInt64) {
    var whole = RandomStream(seed: 7, purpose: .bootstrap, replicate: 3)
    for _ in 0..<draw { _ = whole.next() }
    var part = RandomStream(seed: 7, purpose: .bootstrap, replicate: 3, draw: draw)
    for _ in 0..<5 {
      #expect(whole.draw == part.draw)
      #expect(whole.next() == part.next())
    }
  }

  @Test("seeds, purposes and replicates do not share numbers")
  func apart() {
    let streams = [
      RandomStream(seed: 1, purpose: .bootstrap), RandomStream(seed: 2, purpose: .bootstrap),
      RandomStream(seed: 1, purpose: .permutation),
      RandomStream(seed: 1, purpose: .bootstrap, replicate: 1),
      RandomStream(seed: 1 << 32, purpose: .bootstrap),
    ]
    var seen: Set<UInt64> = []
    for var stream in streams {
      for _ in 0..<200 { seen.insert(stream.next()) }
    }
    #expect(seen.count == 200 * streams.count)
  }

  @Test("uniform numbers lie in [0, 1) and are even")
  func uniform() {
    var stream = RandomStream(seed: 11, purpose: .synthesis)
    var tenths = [Int](repeating: 0, count: 10)
    for _ in 0..<100_000 {
      let value = stream.uniform()
      #expect(value >= 0 && value < 1)
      tenths[Int(value * 10)] += 1
    }
    // Five standard deviations of a binomial count of mean 10,000.
    #expect(tenths.allSatisfy { abs($0 - 10_000) < 475 })
  }

  @Test("whole numbers are unbiased, whatever the bound", arguments: [1, 3, 7, 125])
  func integers(bound: Int) {
    var stream = RandomStream(seed: 5, purpose: .synthesis, replicate: UInt32(bound))
    var counts = [Int](repeating: 0, count: bound)
    let each = 2_000
    for _ in 0..<(each * bound) { counts[stream.integer(below: bound)] += 1 }
    #expect(counts.allSatisfy { abs($0 - each) < 250 })
  }

  @Test("a bound close to 2⁶³ rejects and stays below")
  func largeBound() {
    var stream = RandomStream(seed: 6, purpose: .synthesis)
    let bound = Int.max / 3 * 2
    var upper = 0
    for _ in 0..<10_000 {
      let value = stream.integer(below: bound)
      #expect(value >= 0 && value < bound)
      if value >= bound / 2 { upper += 1 }
    }
    #expect(abs(upper - 5_000) < 250)
  }

  @Test("normal deviates have the moments of the normal distribution")
  func normals() {
    var stream = RandomStream(seed: 13, purpose: .synthesis)
    let count = 100_000.0
    var sums = (0.0, 0.0, 0.0, 0.0)
    for _ in 0..<100_000 {
      let value = stream.normal()
      let square = value * value
      sums = (
        sums.0 + value, sums.1 + square, sums.2 + square * value, sums.3 + square * square
      )
    }
    // Five standard errors: variances 1, 2, 15 and 96 over the count.
    #expect(abs(sums.0 / count) < 5 * (1 / count).squareRoot())
    #expect(abs(sums.1 / count - 1) < 5 * (2 / count).squareRoot())
    #expect(abs(sums.2 / count) < 5 * (15 / count).squareRoot())
    #expect(abs(sums.3 / count - 3) < 5 * (96 / count).squareRoot())
  }

  @Test("every order of a shuffle is as likely as any other")
  func shuffles() {
    var stream = RandomStream(seed: 17, purpose: .permutation)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      var elements = [0, 1, 2, 3]
      stream.shuffle(&elements)
      counts[elements, default: 0] += 1
    }
    #expect(counts.count == 24)
    #expect(counts.values.allSatisfy { abs($0 - 1_000) < 160 })
  }

  @Test("a shuffle of a slice stays within it")
  func shuffledSlice() {
    var stream = RandomStream(seed: 19, purpose: .permutation)
    var elements = Array(0..<10)
    stream.shuffle(&elements[4..<8])
    #expect(Array(elements[..<4]) == [0, 1, 2, 3])
    #expect(elements[4..<8].sorted() == [4, 5, 6, 7])
    #expect(Array(elements[8...]) == [8, 9])
  }
}
