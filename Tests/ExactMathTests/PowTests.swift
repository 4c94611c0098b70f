import ExactMath
import Testing

@Suite("x to the power y")
struct PowTests {
  @Test("hard arguments are within 0.55 ulp")
  func hardArguments() throws {
    try References("pow", arguments: 2).check("pow", within: 0.55, expected: 522) {
      Exact.pow($0[0], $0[1])
    }
    try References("more-pow", arguments: 2).check("pow", within: 0.55, expected: 520) {
      Exact.pow($0[0], $0[1])
    }
  }

  @Test("whole powers of whole numbers are exact")
  func exactPowers() {
    for base in -1000...1000 {
      var power = 1
      for exponent in 0..<20 {
        #expect(Exact.pow(Double(base), Double(exponent)) == Double(power))
        let (next, overflow) = power.multipliedReportingOverflow(by: base)
        if overflow || next.magnitude > 1 << 53 { break }
        power = next
      }
    }
  }

  @Test("roots of squares and quotients of powers of two are exact")
  func exactRoots() {
    for root in 1...10_000 {
      #expect(Exact.pow(Double(root * root), 0.5) == Double(root))
    }
    for exponent in -1074...1023 {
      #expect(Exact.pow(2, Double(exponent)) == Exact.exp2(Double(exponent)))
    }
  }

  @Test("x to the power 1 is x, to the power 0 is 1")
  func firstPower() {
    var stream = ArgumentStream(seed: 10)
    for _ in 0..<100_000 {
      let x = stream.positive()
      #expect(Exact.pow(x, 1) == x)
      #expect(Exact.pow(-x, 1) == -x)
      #expect(Exact.pow(x, 0) == 1)
    }
  }

  @Test("the special cases of IEEE 754-2019, 9.2.1", arguments: specialCases)
  func specialCase(x: Double, y: Double, expected: Double) {
    #expect(Exact.pow(x, y).bitPattern == expected.bitPattern)
  }

  private static let specialCases: [(Double, Double, Double)] = [
    (.nan, 0, 1), (.infinity, -0.0, 1), (0, 0, 1), (1, .nan, 1), (1, .infinity, 1),
    (1, -.infinity, 1), (-1, .infinity, 1), (-1, -.infinity, 1), (.nan, 1, .nan), (2, -.nan, .nan),
    (0, 3, 0), (-0.0, 3, -0.0), (-0.0, 2, 0), (-0.0, 0.5, 0), (0, -3, .infinity),
    (-0.0, -3, -.infinity), (-0.0, -2, .infinity), (-0.0, -0.5, .infinity),
    (0, .infinity, 0), (-0.0, -.infinity, .infinity), (0.5, .infinity, 0), (-0.5, .infinity, 0),
    (2, .infinity, .infinity), (-2, .infinity, .infinity), (0.5, -.infinity, .infinity),
    (-2, -.infinity, 0), (.infinity, 2, .infinity), (.infinity, -2, 0), (-.infinity, 3, -.infinity),
    (-.infinity, 2, .infinity), (-.infinity, -3, -0.0), (-.infinity, -2, 0),
    (-.infinity, 0.5, .infinity), (-.infinity, .infinity, .infinity), (-8, 1.0 / 3, .nan),
    (-2, 3, -8), (-2, 2, 4), (-2, -1, -0.5), (-1, 0x1.fffffffffffffp52, -1), (-1, 0x1p53, 1),
    (-2, 1025, -.infinity), (-2, -1077, -0.0), (2, 1e300, .infinity), (2, -1e300, 0),
    (1.0.nextUp, 1e300, .infinity), (1.0.nextDown, 1e300, 0), ((-1.0).nextUp, 1e300, 0),
    (1.0.nextDown, -1e300, .infinity), (.greatestFiniteMagnitude, 2, .infinity),
    (.leastNonzeroMagnitude, 2, 0), (.leastNonzeroMagnitude, 1, .leastNonzeroMagnitude),
    (2, .leastNonzeroMagnitude, 1), (1e300, 1e-30, 1),
  ]

  @Test("a larger base or exponent never has a smaller power")
  func monotone() {
    var stream = ArgumentStream(seed: 11)
    for _ in 0..<100_000 {
      let x = stream.number(in: 1..<100)
      let y = stream.number(in: 0..<100)
      #expect(Exact.pow(x, y) <= Exact.pow(x.nextUp, y))
      #expect(Exact.pow(x, y) <= Exact.pow(x, y.nextUp))
    }
  }

  @Test("the bits are those of every other machine")
  func bits() {
    var stream = ArgumentStream(seed: 12)
    var digest = BitDigest()
    for _ in 0..<100_000 {
      digest.add(Exact.pow(stream.number(in: 0..<10), stream.number(in: -30..<30)))
      digest.add(Exact.pow(stream.positive(), stream.number(in: -1..<1)))
    }
    #expect(digest.value == 0x2166_e376_31c9_8de1)
  }
}
