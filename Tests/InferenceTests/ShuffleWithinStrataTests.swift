import Testing

@testable import Inference

@Suite("Orders within strata")
struct ShuffleWithinStrataTests {
  private func orders(_ strata: [Int32], count: Int, seed: UInt64 = 3) -> [[Int32]] {
    let shuffle = ShuffleWithinStrata(strata: strata, seed: seed)
    var order = Array<Int32>(repeating: 0, count: strata.count)
    var buffer = order
    return (0..<count).map { number in
      shuffle.order(number, into: &order, buffer: &buffer)
      return order
    }
  }

  @Test("put each unit in the place of one of its own stratum, and every unit somewhere")
  func keepStrata() {
    let strata: [Int32] = [4, 4, -1, 4, -1, 7, -1, 4]
    for order in orders(strata, count: 200) {
      #expect(order.sorted() == (0..<8).map { Int32($0) })
      #expect(order.indices.allSatisfy { strata[Int(order[$0])] == strata[$0] })
    }
  }

  @Test("are all equally likely")
  func uniform() {
    var found: [[Int32]: Int] = [:]
    for order in orders([0, 1, 0, 1, 0], count: 12_000) { found[order, default: 0] += 1 }
    // 3! · 2! orders, 1,000 times each: a standard deviation of 30.
    #expect(found.count == 12)
    #expect(found.values.allSatisfy { (850...1_150).contains($0) })
  }

  @Test("have addresses: any of them is drawn again alone")
  func addresses() {
    let all = orders([0, 0, 0, 1, 1, 1], count: 10)
    let shuffle = ShuffleWithinStrata(strata: [0, 0, 0, 1, 1, 1], seed: 3)
    var order = Array<Int32>(repeating: 0, count: 6)
    var buffer = order
    shuffle.order(7, into: &order, buffer: &buffer)
    #expect(order == all[7])
    #expect(orders([0, 0, 0, 1, 1, 1], count: 10, seed: 4) != all)
  }

  @Test("of nothing and of one unit")
  func degenerate() {
    #expect(orders([], count: 2) == [[], []])
    #expect(orders([5], count: 1) == [[0]])
  }
}
