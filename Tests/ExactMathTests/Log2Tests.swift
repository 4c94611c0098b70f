import ExactMath
import Testing

@Suite("the binary logarithm")
struct Log2Tests {
  @Test("hard arguments are within 0.51 ulp")
  func hardArguments() throws {
    try References("log2", arguments: 1).check("log2", within: 0.51, expected: 1026) {
      Exact.log2($0[0])
    }
  }

  @Test("powers of two give whole numbers", arguments: -1074...1023)
  func powersOfTwo(exponent: Int) {
    #expect(Exact.log2(Double(sign: .plus, exponent: exponent, significand: 1)) == Double(exponent))
  }

  @Test("the ends of the range", arguments: endCases)
  func ends(x: Double, expected: Double) {
    #expect(Exact.log2(x).bitPattern == expected.bitPattern)
  }

  private static let endCases: [(Double, Double)] = [
    (1.0, 0.0), (0.0, -.infinity), (-0.0, -.infinity), (.infinity, .infinity),
    (-1, .nan), (-.infinity, .nan), (-.nan, .nan), (.greatestFiniteMagnitude, 1024),
    (1.0.nextDown, -0x1.71547652b82fep-53),
  ]

  @Test("a larger argument never has a smaller result")
  func monotone() {
    var stream = ArgumentStream(seed: 8)
    for _ in 0..<100_000 {
      let x = stream.positive()
      #expect(Exact.log2(x) <= Exact.log2(x.nextUp))
      let nearOne = stream.number(in: 0.5..<2)
      #expect(Exact.log2(nearOne) <= Exact.log2(nearOne.nextUp))
    }
  }

  @Test("the bits are those of every other machine")
  func bits() {
    var stream = ArgumentStream(seed: 9)
    var digest = BitDigest()
    for rank in 1...100_000 {
      digest.add(Exact.log2(Double(rank + 1)))
      digest.add(Exact.log2(stream.positive()))
    }
    #expect(digest.value == 0xf86b_2d02_8e04_3861)
  }
}
