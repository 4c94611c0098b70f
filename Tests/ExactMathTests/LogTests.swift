import ExactMath
import Testing

@Suite("the natural logarithm")
struct LogTests {
  @Test("hard arguments are within 0.51 ulp")
  func hardArguments() throws {
    try References("log", arguments: 1).check("log", within: 0.51, expected: 1026) {
      Exact.log($0[0])
    }
  }

  @Test("the ends of the range", arguments: endCases)
  func ends(x: Double, expected: Double) {
    #expect(Exact.log(x).bitPattern == expected.bitPattern)
  }

  private static let endCases: [(Double, Double)] = [
    (1.0, 0.0), (0.0, -.infinity), (-0.0, -.infinity), (.infinity, .infinity),
    (-1, .nan), (-.infinity, .nan), (-.leastNonzeroMagnitude, .nan), (-.nan, .nan),
    (.leastNonzeroMagnitude, -0x1.74385446d71c3p9),
    (.greatestFiniteMagnitude, 0x1.62e42fefa39efp9), (1.0.nextUp, 0x1.fffffffffffffp-53),
    (1.0.nextDown, -0x1p-53),
  ]

  @Test("a larger argument never has a smaller result")
  func monotone() {
    var stream = ArgumentStream(seed: 6)
    for _ in 0..<100_000 {
      let x = stream.positive()
      #expect(Exact.log(x) <= Exact.log(x.nextUp))
      let nearOne = stream.number(in: 0.5..<2)
      #expect(Exact.log(nearOne) <= Exact.log(nearOne.nextUp))
    }
  }

  @Test("the bits are those of every other machine")
  func bits() {
    var stream = ArgumentStream(seed: 7)
    var digest = BitDigest()
    for _ in 0..<100_000 {
      digest.add(Exact.log(stream.positive()))
      digest.add(Exact.log(stream.number(in: 0.5..<2)))
    }
    #expect(digest.value == 0x0813_877e_cf8e_adcb)
  }
}
