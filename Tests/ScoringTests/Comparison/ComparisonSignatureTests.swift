import Inference
import Measures
import Testing

@testable import Scoring

@Suite("Signatures of comparisons")
struct ComparisonSignatureTests {
  let workspace: TemporaryWorkspace

  init() throws {
    workspace = try TemporaryWorkspace()
    try workspace.gold(TwelveItems.gold)
  }

  private func signature(
    _ measure: String = "Brier", _ change: (inout ComparisonRequest) -> Void = { _ in }
  ) async throws -> String {
    let task = try workspace.task(TwelveItems.definition)
    return try await workspace.comparison(ComparatorTests.three, of: task, measure) {
      $0.replicates = 300
      change(&$0)
    }.signature.description
  }

  @Test("change with everything that is asked of a comparison, and end with the version")
  func parts() async throws {
    let changes: [(inout ComparisonRequest) -> Void] = [
      { _ in }, { $0.test = .bootstrap }, { $0.test = .t },
      { ($0.alternative, $0.baseline) = (.less, 0) },
      { $0.correction = .none }, { $0.confidence = 0.9 }, { $0.replicates = 301 },
      { $0.seed = 5 }, { $0.baseline = 0 }, { $0.baseline = 1 }, { $0.equivalence = 0.25 },
      { $0.wantsPower = true },
    ]
    var found: Set<String> = []
    for change in changes { found.insert(try await signature("Brier", change)) }
    #expect(found.count == changes.count)
    #expect(found.allSatisfy { $0.hasSuffix("|v:\(CLTaskVersion.current)") })
  }

  @Test("name what it takes to make the comparison again")
  func reproduction() async throws {
    let signature = try await signature { $0.test = .bootstrap }
    #expect(signature.hasPrefix("Brier|task:"))
    #expect(signature.contains("|systems:3|runs:"))
    #expect(
      signature.contains(
        "|test:bootstrap|alt:two-sided|cor:holm|ci:0.95|bs:300|seed:20260101|"))
  }

  @Test("name no seed where nothing is drawn")
  func exact() async throws {
    let drawn = try await signature("AUC") {
      $0.test = .delong
      $0.replicates = 0
    }
    #expect(drawn.contains("|test:delong|"))
    #expect(!drawn.contains("seed:") && !drawn.contains("bs:") && !drawn.contains("perm:"))
    // Twelve items have 4096 ways to change places.
    let all = try await signature { $0.replicates = 5000 }
    #expect(all.contains("|perm:all|bs:5000|seed:"))
  }

  @Test("cannot be forged by the name of a baseline")
  func forged() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let forged = TwelveItems.both.map { name, text in
      (name: name, text: "# team: a|seed:1\n# run: b|v:9\n" + text)
    }
    let comparison = try await workspace.comparison(forged, of: task, "Brier") { $0.baseline = 0 }
    let names = comparison.signature.parts.map(\.name)
    #expect(comparison.signature.description.split(separator: "|").count == names.count)
    let digest = try #require(comparison.signature.parts.first { $0.name == "baseline" }?.value)
    #expect(digest.count == 8 && digest.allSatisfy(\.isHexDigit))
  }

  @Test("of orders name all the measures")
  func rankings() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let entries = try await workspace.entries(
      ComparatorTests.three, of: task, ["AUC", "Brier"])
    let signature = try RankingAgreement(entries).signature.description
    #expect(signature.hasPrefix("AUC+Brier|task:"))
    #expect(signature.contains("|systems:3|v:"))
  }

  @Test("a comparison without values has all its units, and no test")
  func oneClass() async throws {
    let task = try workspace.task(TwelveItems.definition)
    try workspace.gold(
      TwelveItems.gold.split(separator: "\n").map { line in
        line.hasSuffix("\tyes") ? line.dropLast(3) + "no" : String(line)
      }.joined(separator: "\n") + "\n")
    let comparison = try await workspace.comparison(ComparatorTests.three, of: task, "AUC")
    #expect(comparison.units == 12)
    #expect(comparison.tests == 0)
    #expect(!comparison.isMeanOfUnits)
    #expect(!comparison.signature.description.contains("perm:"))
  }

  @Test("of which measures effects are of means", arguments: [("Brier", true), ("AUC", false)])
  func means(measure: String, isMean: Bool) async throws {
    let task = try workspace.task(TwelveItems.definition)
    let comparison = try await workspace.comparison(ComparatorTests.three, of: task, measure) {
      $0.equivalence = 0.25
      $0.wantsPower = true
    }
    #expect(comparison.isMeanOfUnits == isMean)
    let methods = ComparisonDocument(comparison).methods
    #expect(methods.effect == (isMean ? "unit-differences" : "bootstrap"))
    #expect(methods.equivalence == (isMean ? "tost-t" : "tost-bootstrap"))
    #expect(methods.power == "paired-t")
    #expect(methods.rankTies == "min")
  }
}
