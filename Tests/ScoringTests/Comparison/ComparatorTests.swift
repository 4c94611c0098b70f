import Inference
import Measures
import Testing

@testable import Scoring

@Suite("Comparing systems")
struct ComparatorTests {
  let workspace: TemporaryWorkspace

  init() throws {
    workspace = try TemporaryWorkspace()
    try workspace.gold(TwelveItems.gold)
  }

  static let third = [0.5, 0.5, 0.6, 0.1, 0.2, 0.9, 0.7, 0.3, 0.4, 0.45, 0.8, 0.35]
  static let three = TwelveItems.both + [("third.tsv", TwelveItems.table(third))]

  @Test("two-sided pairs have the better system first, others the file named first")
  func orientation() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let turned = Array(Self.three.reversed())
    let two = try await workspace.comparison(turned, of: task, "AUC")
    for pair in two.pairs { #expect(try #require(pair.difference.number) >= 0) }
    let one = try await workspace.comparison(turned, of: task, "AUC") { $0.alternative = .greater }
    #expect(one.pairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    #expect(one.systems.allSatisfy { $0.letters == nil })
    let based = try await workspace.comparison(turned, of: task, "AUC") { $0.baseline = 1 }
    #expect(based.pairs.map { [$0.first, $0.second] } == [[0, 1], [2, 1]])
  }

  @Test("of a measure where less is better the least is first")
  func lowerIsBetter() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let comparison = try await workspace.comparison(Self.three, of: task, "Brier")
    let values = comparison.order.compactMap { comparison.systems[$0].value.number }
    #expect(values == values.sorted())
    #expect(comparison.systems[comparison.order[0]].place == 1)
  }

  @Test("p-values are corrected for their number", arguments: Correction.allCases)
  func correction(_ correction: Correction) async throws {
    let task = try workspace.task(TwelveItems.definition)
    let comparison = try await workspace.comparison(Self.three, of: task, "Brier") {
      $0.correction = correction
    }
    let p = comparison.pairs.compactMap(\.p.number)
    #expect(p.count == 3)
    #expect(comparison.pairs.compactMap(\.adjusted.number) == correction.adjusted(p))
  }

  @Test("is the same with any number of threads", arguments: ComparisonRequest.Test.allCases)
  func threads(_ test: ComparisonRequest.Test) async throws {
    let task = try workspace.task(TwelveItems.definition)
    let measure = test == .delong ? "AUC" : "Brier"
    func document(_ threads: Int) async throws -> ComparisonDocument {
      ComparisonDocument(
        try await workspace.comparison(Self.three, of: task, measure) {
          $0.test = test
          $0.threads = threads
          $0.replicates = 301
          $0.equivalence = 0.1
          $0.wantsPower = true
        })
    }
    let one = try await document(1)
    #expect(try await document(4) == one)
  }

  @Test("says why a system without a value is not compared")
  func undefined() async throws {
    try workspace.gold(TwelveItems.gold)
    let task = try workspace.task(TwelveItems.definition)
    let labels = TwelveItems.positive.enumerated().map { "i\($0)\t\($1 ? "yes" : "no")\n" }.joined()
    let submissions = TwelveItems.both + [("labels.tsv", "item\tlabel\n" + labels)]
    let comparison = try await workspace.comparison(submissions, of: task, "AUC")
    #expect(comparison.tests == 1)
    #expect(comparison.order.last == 2)
    #expect(comparison.systems[2].letters == "")
    #expect(comparison.systems[2].interval == nil)
    let without = comparison.pairs.filter { $0.second == 2 }
    #expect(without.count == 2)
    for pair in without {
      let reason = "AUC is undefined: needs scores, which the submission does not have"
      #expect(pair.p == .undefined(reason))
      #expect(pair.difference == .undefined(reason))
      #expect(!pair.isSignificant)
    }
  }

  @Test("finds who is significantly worse than the baseline")
  func worse() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let comparison = try await workspace.comparison(TwelveItems.both, of: task, "Brier") {
      $0.baseline = 0
    }
    #expect(comparison.worseThanBaseline.map(\.name.file) == ["second.tsv"])
    let other = try await workspace.comparison(TwelveItems.both, of: task, "Brier") {
      $0.baseline = 1
    }
    #expect(other.worseThanBaseline.isEmpty)
    #expect(other.pairs[0].isSignificant)
  }

  @Test("a system without a value is not passed as no worse than the baseline")
  func untested() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let labels = TwelveItems.positive.enumerated().map { "i\($0)\t\($1 ? "yes" : "no")\n" }.joined()
    let submissions = TwelveItems.both + [("labels.tsv", "item\tlabel\n" + labels)]
    let found = try await workspace.comparison(submissions, of: task, "AUC") { $0.baseline = 0 }
    #expect(found.worseThanBaseline.isEmpty)
    #expect(found.untestedAgainstBaseline.map(\.name.file) == ["labels.tsv"])
    #expect(found.untestedAgainstBaseline[0].reason.contains("needs scores"))
  }

  @Test("the signature tells which submissions they are, whatever they are called")
  func submissions() async throws {
    let task = try workspace.task(TwelveItems.definition)
    func signature(_ files: [(name: String, text: String)]) async throws -> String {
      try await workspace.comparison(files, of: task, "Brier").signature.description
    }
    let plain = try await signature(Self.three)
    let renamed = Self.three.reversed().map { ("other-" + $0.0, $0.1) }
    #expect(try await signature(renamed) == plain)
    let changed =
      TwelveItems.both + [("third.tsv", TwelveItems.table(TwelveItems.first.map { $0 / 2 }))]
    #expect(try await signature(changed) != plain)
    let document = ComparisonDocument(try await workspace.comparison(Self.three, of: task, "Brier"))
    #expect(document.digests["gold"]?.hasPrefix("sha256:") == true)
    #expect(Set(document.systems.compactMap(\.digest)).count == 3)
  }

  @Test("what is biased on resamples has no intervals and no ranks, and a permutation test")
  func biased() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let found = try await workspace.comparison(Self.three, of: task, "ECE") {
      ($0.equivalence, $0.wantsPower) = (0.1, true)
    }
    #expect(found.systems.allSatisfy { $0.interval == nil && $0.ranks == nil })
    #expect(found.pairs.allSatisfy { $0.interval == nil && $0.p.number != nil })
    #expect(found.pairs.allSatisfy { $0.equivalence?.p.number == nil && $0.effect.number == nil })
    #expect(found.notes.contains { $0.contains("less calibrated than the items themselves") })
    #expect(found.signature.description.contains("|perm:"))
    #expect(!found.signature.description.contains("|bs:"))
  }

  @Test("tests of equivalence are corrected also where the test corrects by itself")
  func equivalenceOfTukey() async throws {
    let task = try workspace.task(TwelveItems.definition)
    func adjusted(_ test: ComparisonRequest.Test) async throws -> [ComparedValue?] {
      try await workspace.comparison(Self.three, of: task, "Brier") {
        ($0.test, $0.equivalence) = (test, 0.2)
      }.pairs.map(\.equivalence?.adjusted)
    }
    let tukey = try await adjusted(.tukey)
    #expect(try await adjusted(.t) == tukey)
    #expect(tukey.count == 3)
  }

  @Test("tells alike named submissions apart by their files")
  func names() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let named = TwelveItems.both.map { name, text in (name, "# team: A\n# run: x\n" + text) }
    let comparison = try await workspace.comparison(named, of: task, "AUC")
    #expect(comparison.systems.allSatisfy { $0.name.isShared && $0.name.team == "A" })
    let document = ComparisonDocument(comparison)
    #expect(document.systems.map(\.file) == ["first.tsv", "second.tsv"])
  }

  @Test("refuses what cannot be compared")
  func refusals() async throws {
    let task = try workspace.task(TwelveItems.definition)
    func refusal(
      _ measure: String, _ change: @escaping (inout ComparisonRequest) -> Void
    ) async throws -> String {
      do {
        _ = try await workspace.comparison(Self.three, of: task, measure, change)
        return ""
      } catch let error as ComparisonError {
        #expect(error.exitCode == 64)
        return error.description
      }
    }
    #expect(try await refusal("AUC") { $0.test = .t }.contains("one of all units together"))
    #expect(try await refusal("F1") { $0.test = .tukey }.contains("one of all units together"))
    #expect(try await refusal("Brier") { $0.test = .delong }.contains("not of Brier"))
    #expect(try await refusal("AUC(max_fpr=0.5)") { $0.test = .delong }.contains("DeLong"))
    #expect(try await refusal("AUC") { $0.replicates = 0 }.contains("more than 0"))
    let many = (0..<7).map { ("m\($0).tsv", Self.three[$0 % 3].1) }
    await #expect(throws: ComparisonError.self) {
      try await workspace.comparison(many, of: task, "AUC") { $0.alternative = .less }
    }
    #expect(try await refusal("ECE") { $0.test = .bootstrap }.contains("resamples say nothing"))
    #expect(
      try await refusal("Brier") {
        $0.test = .tukey
        $0.alternative = .less
      }.contains("no direction"))
    let entries = try await workspace.entries(TwelveItems.both, of: task, ["AUC"])
    #expect(throws: ComparisonError.self) {
      try Comparator([entries[0]], measure: Measure("AUC"), request: ComparisonRequest())
    }
    #expect(throws: ComparisonError.self) {
      try Comparator(
        [entries[0], entries[0]], measure: Measure("AUC"), request: ComparisonRequest())
    }
    try workspace.gold(TwelveItems.gold.replacing("i0\tyes", with: "i0\tno"))
    let others = try await workspace.entries(
      [("other.tsv", TwelveItems.table(TwelveItems.first))], of: task, ["AUC"])
    #expect(throws: ComparisonError.self) {
      try Comparator(entries + others, measure: Measure("AUC"), request: ComparisonRequest())
    }
  }

  @Test("without resamples there are no intervals and ranks, and t needs none")
  func withoutReplicates() async throws {
    let task = try workspace.task(TwelveItems.definition)
    let comparison = try await workspace.comparison(Self.three, of: task, "Brier") {
      $0.replicates = 0
      $0.test = .t
    }
    #expect(comparison.pairs.allSatisfy { $0.p.number != nil && $0.interval?.method == .t })
    #expect(comparison.systems.allSatisfy { $0.interval == nil && $0.ranks == nil })
  }
}
