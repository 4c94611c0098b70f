import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Groups that have nothing to compare")
struct DegenerateGroupTests {
  static let measures = ["TPR", "FPR", "PPV", "F1", "AUC", "Brier", "nDCG@3", "ECE", "Kappa"]

  private func gaps(_ sample: GroupSample, by tables: [[String]]) async throws -> [Gap] {
    let report = try await sample.report(by: tables, measures: Self.measures, replicates: 50)
    return report.tables.flatMap(\.gaps).flatMap(\.self)
  }

  @Test("one unit")
  func oneUnit() async throws {
    let sample = GroupSample(
      gold: "1", decisions: "1", scores: [0.5], attributes: [("sex", ["F"])])
    #expect(try await gaps(sample, by: [["sex"]]).allSatisfy { $0.finding == nil && $0.total == 1 })
  }

  @Test("no unit at all")
  func nothing() async throws {
    let sample = GroupSample(gold: "", decisions: "", scores: [], attributes: [("sex", [])])
    #expect(try await gaps(sample, by: [["sex"]]).allSatisfy { $0.used == 0 && $0.total == 0 })
  }

  @Test("one class")
  func oneClass() async throws {
    let sample = GroupSample(
      gold: "0000", decisions: "0100", scores: [0.1, 0.9, 0.2, 0.3],
      attributes: [("sex", ["F", "F", "M", "M"])])
    let gaps = try await gaps(sample, by: [["sex"]])
    #expect(gaps[0].finding == nil && gaps[0].used == 0)
    #expect(gaps[1].finding?.difference == 0.5)
    #expect(gaps[4].finding == nil)
  }

  @Test("an attribute with one value, and one with a value for each unit")
  func values() async throws {
    let many = 200
    let sample = GroupSample(
      gold: (0..<many).map { $0 % 3 == 0 ? "1" : "0" }.joined(),
      decisions: (0..<many).map { $0 % 2 == 0 ? "1" : "0" }.joined(),
      scores: (0..<many).map { Double($0 * 37 % many) / Double(many) },
      attributes: [
        ("one", Array(repeating: "x", count: many)), ("each", (0..<many).map { "v\($0)" }),
      ])
    let report = try await sample.report(
      by: [["one"], ["each"], ["one", "each"]], measures: Self.measures, replicates: 20)
    #expect(report.tables.map(\.groups.count) == [1, 200, 200])
    #expect(report.tables[0].gaps.joined().allSatisfy { $0.finding == nil })
    // The one group is everybody: its values are the whole's.
    #expect(report.tables[0].groups[0].cells.map(\.value) == report.overall)
    #expect(report.tables[1].gaps[0][0].finding?.difference == 1)
    #expect(report.tables[1].gaps[0][0].used == 67)
    #expect(report.tables[1].gaps[4][0].finding == nil)
  }

  @Test("a value that no unit of the split has")
  func emptyGroup() async throws {
    var sample = GroupSample(
      gold: "1010", decisions: "1100", scores: [0.9, 0.8, 0.2, 0.1],
      attributes: [("sex", ["F", "F", "M", "M"])])
    sample.groups = Groups(
      attributes: [Groups.Attribute(name: "sex", values: ["F", "M", "X"], codes: [0, 0, 1, 1])],
      units: 4, digest: "")
    let report = try await sample.report(
      by: [["sex"]], measures: Self.measures, minimumSize: 1, suppressBelow: 1, replicates: 20)
    let table = report.tables[0]
    #expect(table.groups.map(\.units) == [2, 2, 0])
    #expect(table.cell("X")?.value?.number == nil)
    #expect(table.gaps[0][0].total == 3 && table.gaps[0][0].used == 2)
  }

  @Test("members of several groups are counted in each, and no group is separate from another")
  func several() async throws {
    var sample = GroupSample(
      gold: "110010", decisions: "100011", attributes: [("race", Array(repeating: "a", count: 6))])
    sample.groups = Groups(
      attributes: [
        Groups.Attribute(
          name: "race", values: ["a", "b"], codes: [0, 0, 0, 1, 1, 2], several: [[0, 1]])
      ], units: 6, digest: "")
    let report = try await sample.report(by: [["race"]], measures: ["FPR"], replicates: 200)
    let table = report.tables[0]
    #expect(!table.isDisjoint && table.groups.map(\.units) == [4, 3])
    #expect(
      table.cell("a")?.value == .ratio(1, of: 2) && table.cell("b")?.value == .ratio(1, of: 2))
    #expect(table.gaps[0][0].finding?.interval?.method != .newcombe)
  }

  @Test("small groups are shown and kept out of gaps")
  func small() async throws {
    let report = try await GroupSample.edges.report(
      by: [["group"]], measures: ["TPR", "Accuracy"], minimumSize: 2)
    let table = report.tables[0]
    // Denominators: of TPR 2, 0, 2, 1, 1 and of accuracy 5, 3, 2, 1, 3.
    #expect(
      table.groups.map { $0.cells[0].standing } == [.counted, .small, .counted, .small, .small])
    #expect(table.cell("S")?.value == .ratio(1, of: 1))
    #expect(table.gaps[0][0].used == 2 && table.gaps[0][0].finding?.difference == 0)
    #expect(table.gaps[1][0].used == 4)
  }
}
