import Testing

@testable import Inference

@Suite("Corrections for many tests")
struct CorrectionTests {
  /// statsmodels 0.15.0, `multipletests`, and scipy 1.17.1, `false_discovery_control`.
  @Test("agree with statsmodels and scipy", arguments: peerCases)
  func peers(correction: Correction, p: [Double], expected: [Double]) {
    #expect(areClose(correction.adjusted(p), expected))
  }

  private static let toy = [0.01, 0.02, 0.03, 0.04, 0.05, 0.5, 0.001, 0.02]
  private static let tied = [
    0.8387, 0.1337, 0.9304, 0.0053, 0.224, 0.0534, 0.5157, 0.0053, 0.6622, 0.1609, 0.7344, 0.1086,
  ]

  private static let peerCases: [(Correction, [Double], [Double])] = [
    (.holm, toy, [0.07, 0.12, 0.12, 0.12, 0.12, 0.5, 0.008, 0.12]),
    (
      .benjaminiHochberg, toy,
      [0.04, 0.04, 0.048, 0.05333333333333333, 0.05714285714285714, 0.5, 0.008, 0.04]
    ),
    (
      .benjaminiYekutieli, toy,
      [
        0.10871428571428571, 0.10871428571428571, 0.13045714285714285, 0.14495238095238092,
        0.15530612244897957, 1, 0.02174285714285714, 0.10871428571428571,
      ]
    ),
    (.holm, tied, [1, 1, 1, 0.0636, 1, 0.534, 1, 0.0636, 1, 1, 1, 0.9774]),
    (
      .benjaminiHochberg, tied,
      [
        0.9149454545454546, 0.32088, 0.9304, 0.0318, 0.384, 0.2136, 0.77355, 0.0318, 0.88128,
        0.3218, 0.88128, 0.32088,
      ]
    ),
    (
      .benjaminiYekutieli, tied,
      [
        1, 0.9957582424242425, 1, 0.09868209956709957, 1, 0.6628458008658009, 1,
        0.09868209956709957, 1, 0.9986131962481962, 1, 0.9957582424242425,
      ]
    ),
    (.none, toy, toy),
  ]

  @Test("nothing stays nothing and one stays as it is", arguments: Correction.allCases)
  func few(correction: Correction) {
    #expect(correction.adjusted([]) == [])
    #expect(correction.adjusted([0.03]) == [0.03])
  }

  @Test("what is no probability never claims anything", arguments: Correction.allCases)
  func hostile(correction: Correction) {
    let adjusted = correction.adjusted([.nan, -1, 7, .infinity, -.infinity, 0.01])
    #expect(adjusted.allSatisfy { (0...1).contains($0) })
    #expect(adjusted[0] == 1 && adjusted[2] == 1 && adjusted[3] == 1)
    #expect(adjusted[1] == 0 && adjusted[4] == 0)
  }

  @Test("an adjusted p-value is never smaller, keeps the order, and ties stay ties")
  func laws() {
    var stream = RandomStream(seed: 3, purpose: .synthesis)
    for _ in 0..<200 {
      let p = (0..<stream.integer(below: 30)).map { _ in Double(stream.integer(below: 20)) / 40 }
      for correction in Correction.allCases {
        let adjusted = correction.adjusted(p)
        for i in p.indices {
          #expect(adjusted[i] >= p[i] && adjusted[i] <= 1)
          for j in p.indices where p[i] <= p[j] { #expect(adjusted[i] <= adjusted[j]) }
        }
      }
      // Holm is the strictest but for Benjamini–Yekutieli, which is stricter than its sibling.
      let holm = Correction.holm.adjusted(p)
      let hochberg = Correction.benjaminiHochberg.adjusted(p)
      let yekutieli = Correction.benjaminiYekutieli.adjusted(p)
      #expect(zip(hochberg, holm).allSatisfy { $0 <= $1 + 1e-15 })
      #expect(zip(hochberg, yekutieli).allSatisfy { $0 <= $1 })
    }
  }

  @Test("the names are those of the command line")
  func names() {
    #expect(Correction.allCases.map(\.rawValue) == ["holm", "bh", "by", "none"])
    #expect(Alternative.allCases.map(\.rawValue) == ["two-sided", "greater", "less"])
  }
}
