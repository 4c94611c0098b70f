import Inference
import Measures
import Testing

@testable import Scoring

@Suite("Systems that do not differ")
struct NullHypothesisTests {
  /// Two noisy views of one truth, on scales of their own.
  @Test("are called different by AUC's permutation test about as often as it says")
  func area() async throws {
    let scale = GradeScale(names: ["no", "yes"], grades: [0, 1], positive: [false, true])
    var rejections = 0
    let simulations = 400
    for simulation in 0..<simulations {
      var stream = RandomStream(
        seed: 7, purpose: .synthesis, replicate: UInt32(truncatingIfNeeded: simulation))
      let gold = (0..<30).map { UInt8($0 % 3 == 0 ? 1 : 0) }
      let shared = gold.map { Double($0) + stream.normal() }
      var first = Assessment(scale: scale, gold: gold)
      first.scores = shared.map { $0 + stream.normal() }
      var second = first
      second.scores = shared.map { 100 + 40 * ($0 + stream.normal()) }
      let exchange = try #require(AreaExchange(first, second))
      let test = await SwapPermutation.test(
        units: gold.count, seed: UInt64(simulation), replicates: 199, threads: 1,
        difference: exchange.difference)
      if try #require(test).p <= 0.05 { rejections += 1 }
    }
    // 20 expected, with a standard deviation of 4.4.
    #expect((7...34).contains(rejections), "\(rejections) of \(simulations)")
  }
}
