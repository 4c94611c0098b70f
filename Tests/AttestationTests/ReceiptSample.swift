import Foundation
import Scoring

@testable import Attestation

/// A receipt with something in every field.
enum ReceiptSample {
  static func digest(_ digit: Character) -> FileDigest {
    guard let digest = FileDigest(hexadecimal: String(repeating: digit, count: 64)) else {
      preconditionFailure("\(digit) is no digit")
    }
    return digest
  }

  static let receipt = Receipt(
    name: "aurora/bm25", submission: digest("a"), task: "suicide-risk", split: "test",
    files: [.task: digest("b"), .gold: digest("c"), .groups: digest("d"), .items: digest("e")],
    version: "0.1.0", options: ["ties": "expected", "replicates": "10000"], seed: 20_260_101,
    precision: .full, signature: "AUC|task:suicide-risk|split:test|gold:cccccccc|v:0.1.0",
    values: ["measures": measures(0.8125)])

  static func measures(_ area: Double) -> JSONValue {
    .fields([
      "AUC": .fields([
        "value": .number(area),
        "interval": .fields(["low": .number(0.7), "high": .number(1.0 / 3 + 0.5)]),
      ]),
      "TTR@0.8": .fields(["value": .null, "undefined": .text("recall 0.8 is never reached")]),
    ])
  }

  /// What a scorecard's JSON has, with parts that no receipt may show.
  static func document() throws -> ScorecardDocument {
    let text = """
      {"schema": "cltask.scorecard/1", "cltask": "0.1.0", "task": "suicide-risk", "split": "test",
       "team": "aurora", "run": "bm25", "primary": "AUC", "units": 2, "seed": 18446744073709551615,
       "measures": {"AUC": {"value": 0.30000000000000004},
                    "TTR@0.8": {"value": null, "undefined": "recall 0.8 is never reached"}},
       "confusion": {"labels": ["no", "yes"], "counts": [[1, 0], [0, 1]]},
       "per_unit": {"item-of-a-person": {"AUC": 0.5}},
       "digests": {"gold": "\(digest("c"))", "submission": "\(digest("a"))",
                   "task": "\(digest("b"))"},
       "signature": "AUC|v:0.1.0"}
      """
    return try JSONDecoder().decode(ScorecardDocument.self, from: Data(text.utf8))
  }
}
