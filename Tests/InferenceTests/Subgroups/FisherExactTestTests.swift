import ExactMath
import Testing

@testable import Inference

@Suite("Fisher's exact test")
struct FisherExactTestTests {
  /// scipy 1.17.1, `fisher_exact`; the first three are case c01 by sex: FPR, TPR and selection rate.
  @Test(
    "gives what scipy gives",
    arguments: [
      (3, 17, 9, 27, 0.03930272625924801), (9, 11, 19, 21, 0.47619047619047616),
      (12, 28, 28, 48, 0.01688157153952633), (5, 5, 10, 20, 0.032507739938080496),
      (0, 11, 18, 73, 0.05516644509836795), (31, 98, 35, 164, 6.833391360817915e-05),
      (400, 1_000, 5_000, 10_000, 2.873795534686138e-11),
      (260, 1_000, 25_000, 100_000, 0.46303561707848595),
      (700, 1_000, 5_000, 10_000, 2.410571316776481e-41),
      (10, 10, 10, 1_000, 3.7963694189618274e-24),
      (123_456, 250_000, 500_000, 1_000_000, 1.0096114618458015e-12),
      (0, 0, 3, 5, 1.0), (1, 1, 1, 1, 1.0),
    ])
  func scipy(hits: Int, count: Int, allHits: Int, total: Int, expected: Double) {
    let p = FisherExactTest.p(hits: hits, of: count, allHits: allHits, of: total)
    // Its logarithms of large factorials cost scipy four digits.
    #expect((p / expected - 1).magnitude < (total > 1_000 ? 1e-8 : 1e-12))
  }

  /// The number of ways to choose `count` of `total`.
  private func ways(_ total: Int, _ count: Int) -> Int {
    guard count >= 0, count <= total else { return 0 }
    return (0..<min(count, total - count)).reduce(1) { $0 * (total - $1) / ($1 + 1) }
  }

  @Test("is the share of tables that are no likelier, in whole numbers", arguments: 1...14)
  func definition(total: Int) {
    for count in 0...total {
      for allHits in 0...total {
        let tables = (0...count).map { ways(allHits, $0) * ways(total - allHits, count - $0) }
        for hits in 0...count where tables[hits] > 0 {
          let reached = tables.filter { $0 <= tables[hits] }.reduce(0, +)
          let p = FisherExactTest.p(hits: hits, of: count, allHits: allHits, of: total)
          #expect(isClose(p, Double(reached) / Double(ways(total, count))))
        }
      }
    }
  }

  @Test("is 1 for what is no table, and never 0")
  func hostile() {
    #expect(FisherExactTest.p(hits: 3, of: 2, allHits: 3, of: 5) == 1)
    #expect(FisherExactTest.p(hits: -1, of: 2, allHits: 3, of: 5) == 1)
    #expect(FisherExactTest.p(hits: 1, of: 6, allHits: 3, of: 5) == 1)
    #expect(FisherExactTest.p(hits: 0, of: 0, allHits: 0, of: 0) == 1)
    let certain = FisherExactTest.p(
      hits: 500_000, of: 500_000, allHits: 500_000, of: 1_000_000)
    #expect(certain > 0 && certain < 1e-300)
  }
}
