import Inference
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Gaps with an attribute held fixed")
struct ConditionalGapTests {
  /// Admissions as at Berkeley in 1973 (Bickel, Hammel and O'Connell, Science 187, 1975), in small: in
  /// each department women and men are admitted alike, and fewer women of all, as more of them apply
  /// where few are admitted.
  private static let admissions = GroupSample(
    gold: String(repeating: "1", count: 60),
    decisions: department(easy: 3, of: 4, times: 10) + department(easy: 1, of: 5, times: 4),
    attributes: [
      ("sex", sexes(men: 32, women: 8) + sexes(men: 5, women: 15)),
      ("department", Array(repeating: "easy", count: 40) + Array(repeating: "hard", count: 20)),
    ])

  /// Of every `count` one after the other, the first `easy` are admitted.
  private static func department(easy: Int, of count: Int, times: Int) -> String {
    String(
      repeating: String(repeating: "1", count: easy)
        + String(repeating: "0", count: count - easy), count: times)
  }

  private static func sexes(men: Int, women: Int) -> [String] {
    Array(repeating: "M", count: men) + Array(repeating: "F", count: women)
  }

  @Test("are between those alone who have the same value of it")
  func paradox() async throws {
    let whole = try await Self.admissions.report(by: [["sex"]], measures: ["SelectionRate"])
    #expect(try #require(whole.tables[0].gaps[0][0].finding).difference > 0.2)
    let report = try await Self.admissions.report(
      by: [["sex"]], given: "department", measures: ["SelectionRate", "TPR"], replicates: 500)
    let table = report.tables[0]
    #expect(table.attributes == ["sex", "department"] && table.isConditional)
    #expect(table.gaps.map { $0.map(\.level) } == [["easy", "hard"], ["easy", "hard"]])
    for gap in table.gaps.joined() {
      #expect(gap.used == 2 && gap.total == 2)
      let finding = try #require(gap.finding)
      #expect(finding.difference == 0)
      #expect(finding.chance?.p == 1)
      #expect(finding.farthest == nil)
      #expect(finding.interval?.method == .newcombe)
    }
    #expect(table.meanGap(of: 0) == 0)
    #expect(whole.tables[0].meanGap(of: 0) == nil)
  }

  /// Shuffled within both, who is in which department stays as it is: the numerators of a department
  /// are those of its own units on every arrangement.
  @Test("units change places with those alone who have the same value of it")
  func chance() async throws {
    var sample = Self.admissions
    // All of the easy department are admitted and nobody of the hard one: no lot makes a gap.
    sample.assessment.predicted = (0..<60).map { $0 < 40 ? 1 : 0 }
    let report = try await sample.report(
      by: [["sex"]], given: "department", measures: ["SelectionRate"], replicates: 200)
    for gap in report.tables[0].gaps[0] { #expect(gap.finding?.chance?.expected == 0) }
    let whole = try await sample.report(
      by: [["sex"]], measures: ["SelectionRate"], replicates: 200)
    #expect(whole.tables[0].gaps[0][0].finding?.chance.map { $0.expected > 0 } == true)
  }

  @Test("the mean is weighted by the units that have each value")
  func mean() async throws {
    var sample = Self.admissions
    sample.assessment.predicted = (0..<60).map { $0 < 32 || $0 > 50 ? 1 : 0 }
    let report = try await sample.report(
      by: [["sex"]], given: "department", measures: ["SelectionRate"])
    let gaps = report.tables[0].gaps[0].compactMap(\.finding?.difference)
    #expect(gaps == [1, 9.0 / 15])
    #expect(report.tables[0].meanGap(of: 0)?.isNear((40 + 9.0 / 15 * 20) / 60) == true)
    #expect(report.meanGapDocuments?["sex|department"]?["SelectionRate"] != nil)
    #expect(
      Set(report.gapDocuments.keys) == ["sex|department=easy", "sex|department=hard"])
  }
}
