import Testing

@testable import ExactMath

@Suite("Distributions")
struct DistributionTests {
  @Test("the normal distribution is within 4 ulp")
  func normal() throws {
    try References("normal", arguments: 1).check("normal", within: 4, expected: 400) {
      NormalDistribution.probability(below: $0[0])
    }
  }

  @Test("the normal quantile is within 6 ulp")
  func normalQuantile() throws {
    try References("normal-quantile", arguments: 1).check("quantile", within: 6, expected: 300) {
      NormalDistribution.quantile($0[0])
    }
  }

  @Test("the ends of the normal distribution")
  func normalEnds() {
    #expect(NormalDistribution.probability(below: 0) == 0.5)
    #expect(NormalDistribution.probability(below: .infinity) == 1)
    #expect(NormalDistribution.probability(below: -.infinity) == 0)
    #expect(NormalDistribution.probability(above: 40) == 0)
    #expect(NormalDistribution.probability(below: .nan).isNaN)
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(0.5) == 0)
    for p in [-0.1, 1.1, .nan, .infinity] { #expect(NormalDistribution.quantile(p).isNaN) }
    #expect(NormalDistribution.quantile(.leastNonzeroMagnitude).isFinite)
  }

  @Test("Student's distribution is within 2 · 10⁻¹⁴, far tails too")
  func student() throws {
    try References("student", arguments: 2).check("student", within: 210, expected: 410) {
      StudentDistribution(degreesOfFreedom: $0[1])?.probability(above: $0[0]) ?? .nan
    }
  }

  @Test("Student's quantile is within 45 ulp")
  func studentQuantile() throws {
    try References("student-quantile", arguments: 2).check("t", within: 45, expected: 200) {
      StudentDistribution(degreesOfFreedom: $0[1])?.quantile($0[0]) ?? .nan
    }
  }

  @Test("the ends of Student's distribution")
  func studentEnds() throws {
    for degrees in [0, -1, .nan, .infinity] as [Double] {
      #expect(StudentDistribution(degreesOfFreedom: degrees) == nil)
    }
    for degrees in [0.5, 1, 9, 1e5, 1e9, 1e300] {
      let student = try #require(StudentDistribution(degreesOfFreedom: degrees))
      #expect(student.probability(above: 0) == 0.5 && student.probability(outside: 0) == 1)
      #expect(student.probability(above: .infinity) == 0)
      #expect(student.probability(below: .infinity) == 1)
      #expect(student.probability(above: .nan).isNaN && student.probability(outside: .nan).isNaN)
      #expect(student.probability(above: 1e200) < 1e-90)
      #expect(student.quantile(0) == -.infinity && student.quantile(1) == .infinity)
      #expect(student.quantile(0.5) == 0 && student.quantile(.nan).isNaN)
      #expect(student.quantile(0.96875) == -student.quantile(0.03125))
      #expect(!student.quantile(1e-300).isNaN)
    }
  }

  @Test("quantiles undo probabilities")
  func inverse() throws {
    var stream = ArgumentStream(seed: 51)
    for _ in 0..<300 {
      let p = stream.number(in: 0.0001..<0.9999)
      let z = NormalDistribution.quantile(p)
      #expect((NormalDistribution.probability(below: z) - p).magnitude < 1e-15)
      let degrees = stream.number(in: 1..<300)
      let student = try #require(StudentDistribution(degreesOfFreedom: degrees))
      #expect((student.probability(below: student.quantile(p)) - p).magnitude < 1e-14)
    }
  }

  /// By mpmath 1.4.1 with 40 digits: the integral of Φ(t s − δ) over the distribution of s.
  @Test(
    "the noncentral t distribution",
    arguments: [
      (2, 9, 1.5, 0.65587591399854968), (2, 9, -1.5, 0.99919118171067013),
      (-1, 30, 0.5, 0.069492404204161572), (1.96, 500, 2.8, 0.2006307969957795),
      (30, 20, 36, 0.096181135063084446), (12.7, 1, 3, 0.81380321800760411),
      (0, 5, 1, 0.15865525393145705), (2.2, 14, 0, 0.97744985209120378),
      (1.984, 99, 4.5, 0.0062765003345199008), (-2, 9, -3, 0.83066389525726555),
      (3.5, 4, 2, 0.79301509946996162), (1.9602, 999, 3.1622, 0.11481043976668305),
    ] as [(Double, Double, Double, Double)])
  func noncentral(t: Double, degrees: Double, noncentrality: Double, expected: Double) throws {
    let distribution = try #require(
      NoncentralStudentDistribution(degreesOfFreedom: degrees, noncentrality: noncentrality))
    #expect((distribution.probability(below: t) - expected).magnitude < 1e-12)
    #expect((distribution.probability(above: t) - (1 - expected)).magnitude < 1e-12)
  }

  @Test("the approximation of the noncentral t distribution begins where the series ends")
  func noncentralApproximation() throws {
    let borders: [(below: (Double, Double), above: (Double, Double), limit: Double)] = [
      ((30, 37), (30, 37.0000001), 0.02), ((5_000, 37), (5_000, 37.0000001), 1e-4),
      ((999_999, 3), (1_000_000, 3), 1e-6),
    ]
    for (below, above, limit) in borders {
      let series = try #require(
        NoncentralStudentDistribution(degreesOfFreedom: below.0, noncentrality: below.1))
      let approximation = try #require(
        NoncentralStudentDistribution(degreesOfFreedom: above.0, noncentrality: above.1))
      for t in [below.1 - 1, below.1, below.1 + 2] {
        let (one, other) = (series.probability(below: t), approximation.probability(below: t))
        #expect((one - other).magnitude < limit, "\(below) at \(t): \(one), \(other)")
      }
    }
    #expect(NoncentralStudentDistribution(degreesOfFreedom: 3, noncentrality: .infinity) == nil)
    let distribution = try #require(
      NoncentralStudentDistribution(degreesOfFreedom: 3, noncentrality: 1e300))
    #expect(distribution.probability(below: 5) == 0)
    #expect(distribution.probability(below: .nan).isNaN)
    #expect(distribution.probability(below: .infinity) == 1)
  }

  @Test("the bits are those of every other machine")
  func bits() throws {
    var stream = ArgumentStream(seed: 52)
    var digest = BitDigest()
    for _ in 0..<2_000 {
      let z = stream.number(in: -10..<10)
      let p = stream.number(in: 0..<1)
      let degrees = stream.number(in: 1..<500)
      let student = try #require(StudentDistribution(degreesOfFreedom: degrees))
      digest.add(NormalDistribution.probability(below: z))
      digest.add(NormalDistribution.quantile(p))
      digest.add(student.probability(above: z))
      digest.add(student.quantile(p))
    }
    #expect(digest.value == 0xcdfe_fae6_022e_3ee2)
  }
}
