import Testing

@testable import ExactMath

@Suite("The gamma and beta functions")
struct GammaAndBetaTests {
  @Test("the logarithm of the gamma function is within 40 ulp where it is not small")
  func logGamma() throws {
    try References("log-gamma", arguments: 1).check("log-gamma", within: 40, expected: 300) {
      Exact.logGamma($0[0])
    }
  }

  @Test("near its zeros it is within 10⁻¹⁵, and its ends")
  func logGammaEnds() {
    #expect(Exact.logGamma(1).magnitude < 2e-15 && Exact.logGamma(2).magnitude < 2e-15)
    // ln √π and ln (√π / 2).
    #expect((Exact.logGamma(0.5) - 0.57236494292470008707).magnitude < 2e-15)
    #expect((Exact.logGamma(1.5) + 0.12078223763524522235).magnitude < 2e-15)
    #expect(Exact.logGamma(0) == .infinity && Exact.logGamma(.infinity) == .infinity)
    #expect(Exact.logGamma(-0.5).isNaN && Exact.logGamma(.nan).isNaN)
    #expect(Exact.logGamma(.leastNonzeroMagnitude).isFinite)
  }

  @Test("the incomplete beta function is within 2 · 10⁻¹³, far tails too")
  func incompleteBeta() throws {
    try References("incomplete-beta", arguments: 3).check("beta", within: 800, expected: 359) {
      Exact.incompleteBeta($0[0], $0[1], $0[2])
    }
  }

  @Test("closed forms and the ends of the incomplete beta function")
  func incompleteBetaEnds() {
    for x in [0.001, 0.3, 0.5, 0.999] {
      #expect((Exact.incompleteBeta(x, 1, 1) - x).magnitude < 1e-15)
      #expect((Exact.incompleteBeta(x, 3, 1) - x * x * x).magnitude < 1e-15)
      #expect(
        (Exact.incompleteBeta(x, 7, 20) + Exact.incompleteBeta(1 - x, 20, 7) - 1).magnitude < 1e-14)
    }
    #expect(Exact.incompleteBeta(0, 2, 3) == 0 && Exact.incompleteBeta(-1, 2, 3) == 0)
    #expect(Exact.incompleteBeta(1, 2, 3) == 1 && Exact.incompleteBeta(7, 2, 3) == 1)
    for (x, a, b) in [(0.5, 0, 1), (0.5, 1, -1), (.nan, 1, 1), (0.5, .nan, 1), (0.5, 1, .infinity)]
      as [(Double, Double, Double)]
    {
      #expect(Exact.incompleteBeta(x, a, b).isNaN)
    }
  }

  @Test("ln(1 + x) keeps its digits where x is small")
  func log1p() {
    #expect(Exact.log1p(1e-300) == 1e-300 && Exact.log1p(-1e-20) == -1e-20)
    #expect((Exact.log1p(1e-10) / 9.9999999995e-11 - 1).magnitude < 1e-15)
    #expect((Exact.log1p(-0.5) / -0.69314718055994530942 - 1).magnitude < 1e-15)
    #expect(Exact.log1p(-1) == -.infinity && Exact.log1p(.infinity) == .infinity)
    #expect(Exact.log1p(-2).isNaN && Exact.log1p(.nan).isNaN && Exact.log1p(0) == 0)
  }
}
