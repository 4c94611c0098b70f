import Measures
import Testing

@testable import Reporting

@Suite("Names and numbers of trec_eval")
struct TRECEvalTextTests {
  @Test(
    "a time cutoff is no rank cutoff",
    arguments: [
      ("P@20", "P_20"), ("P@20s", "P@20s"), ("nDCG@20", "ndcg_cut_20"), ("nDCG@20s", "nDCG@20s"),
      ("AP@20s", "AP@20s"), ("R@600s", "R@600s"), ("AP", "map"),
    ])
  func names(_ measure: String, _ name: String) throws {
    #expect(try Measure(measure).trecEvalName == name)
  }

  @Test("a number has no unit")
  func numbers() throws {
    #expect(Number.plain(9.41, of: try Measure("TTR@0.8")) == "9.4100")
    #expect(Number.plain(3, of: try Measure("NumRel")) == "3")
  }
}
