import ExactMath
import Testing

@Suite("2 to the power x")
struct Exp2Tests {
  @Test("hard arguments are within 0.51 ulp")
  func hardArguments() throws {
    try References("exp2", arguments: 1).check("exp2", within: 0.51, expected: 1026) {
      Exact.exp2($0[0])
    }
  }

  @Test("whole numbers give exact powers", arguments: -1074...1023)
  func wholeNumbers(exponent: Int) {
    #expect(Exact.exp2(Double(exponent)) == Double(sign: .plus, exponent: exponent, significand: 1))
  }

  @Test("the ends of the range", arguments: endCases)
  func ends(x: Double, expected: Double) {
    #expect(Exact.exp2(x).bitPattern == expected.bitPattern)
  }

  private static let endCases: [(Double, Double)] = [
    (0.0, 1.0), (-0.0, 1.0), (.infinity, .infinity), (-.infinity, 0.0), (1024, .infinity),
    (1024.0.nextDown, 0x1.ffffffffffd3ap1023), (-1075, 0), ((-1075.0).nextUp, 0x1p-1074),
    (-1e300, 0), (1e300, .infinity), (.leastNonzeroMagnitude, 1),
  ]

  @Test("NaN gives the one NaN")
  func undefined() {
    let other = Double(nan: 5, signaling: false)
    #expect(Exact.exp2(-other).bitPattern == Double.nan.bitPattern)
  }

  @Test("a larger argument never has a smaller result")
  func monotone() {
    var stream = ArgumentStream(seed: 4)
    for _ in 0..<100_000 {
      let x = stream.number(in: -1076..<1025)
      #expect(Exact.exp2(x) <= Exact.exp2(x.nextUp))
    }
  }

  @Test("the bits are those of every other machine")
  func bits() {
    var stream = ArgumentStream(seed: 5)
    var digest = BitDigest()
    for _ in 0..<100_000 { digest.add(Exact.exp2(stream.number(in: -1080..<1030))) }
    #expect(digest.value == 0xe3d2_ea53_2c6b_0694)
  }
}
