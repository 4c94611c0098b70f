import ExactMath
import Testing

@Suite("e to the power x")
struct ExpTests {
  @Test("hard arguments are within 0.51 ulp")
  func hardArguments() throws {
    try References("exp", arguments: 1).check("exp", within: 0.51, expected: 1026) {
      Exact.exp($0[0])
    }
  }

  @Test("the ends of the range", arguments: endCases)
  func ends(x: Double, expected: Double) {
    #expect(Exact.exp(x).bitPattern == expected.bitPattern)
  }

  private static let endCases: [(Double, Double)] = [
    (0.0, 1.0), (-0.0, 1.0), (.infinity, .infinity), (-.infinity, 0.0),
    (710, .infinity), (-746, 0), (.greatestFiniteMagnitude, .infinity),
    (-.greatestFiniteMagnitude, 0), (.leastNonzeroMagnitude, 1), (0x1p-54, 1),
    (0x1.62e42fefa39efp9, 0x1.fffffffffff2ap1023), (0x1.62e42fefa39f0p9, .infinity),
    (-0x1.74910d52d3051p9, 0x1p-1074), (-0x1.74910d52d3052p9, 0),
  ]

  @Test("NaN gives the one NaN")
  func undefined() {
    let other = Double(nan: 5, signaling: false)
    #expect(Exact.exp(other).bitPattern == Double.nan.bitPattern)
    #expect(Exact.exp(-other).bitPattern == Double.nan.bitPattern)
  }

  @Test("a larger argument never has a smaller result")
  func monotone() {
    var stream = ArgumentStream(seed: 1)
    for _ in 0..<100_000 {
      let x = stream.number(in: -745..<710)
      #expect(Exact.exp(x) <= Exact.exp(x.nextUp))
    }
  }

  @Test("exp(log x) is near x")
  func inverse() {
    var stream = ArgumentStream(seed: 2)
    for _ in 0..<100_000 {
      let x = stream.number(in: 0.001..<1000)
      // The logarithm, below 7 in magnitude, is within 0.51 · 2⁻⁵⁰; so is the relative error.
      #expect((Exact.exp(Exact.log(x)) - x).magnitude <= x * 0x1p-50)
    }
  }

  @Test("the bits are those of every other machine")
  func bits() {
    var stream = ArgumentStream(seed: 3)
    var digest = BitDigest()
    for _ in 0..<100_000 { digest.add(Exact.exp(stream.number(in: -750..<715))) }
    #expect(digest.value == 0x4a89_4c82_264b_0f85)
  }
}
