import Inference
import Measures
import SharedTasks
import Testing

@testable import Scoring

/// Values of fairlearn 0.15.0 (`MetricFrame` and its fairness functions) with scikit-learn 1.9.1, and
/// of the crosstab of aequitas 1.1.0, on the same items.
@Suite("Groups as other libraries see them")
struct GroupCaseTests {
  static let measures = ["TPR", "FPR", "FNR", "TNR", "Accuracy", "PPV", "NPV", "AUC", "Brier"]

  @Test("values of the groups of one attribute")
  func values() async throws {
    let report = try await GroupSample.people.report(
      by: [["sex"], ["race"]], measures: Self.measures)
    let expected: [[String: [Double]]] = [
      [
        "F": [
          9.0 / 11, 3.0 / 17, 2.0 / 11, 14.0 / 17, 0.8214285714285714, 0.75, 0.875,
          0.9117647058823529, 0.14214285714285715,
        ],
        "M": [1, 0.6, 0, 0.4, 0.7, 0.625, 1, 0.885, 0.156125],
      ],
      [
        "A": [
          0.8333333333333334, 0.3333333333333333, 1.0 / 6, 2.0 / 3, 0.7407407407407407, 2.0 / 3,
        ],
        "B": [1, 0.4444444444444444, 0, 0.5555555555555556, 0.7333333333333333, 0.6],
        "C": [1, 0, 0, 1, 1, 1],
      ],
    ]
    for (table, groups) in zip(report.tables, expected) {
      #expect(table.groups.map(\.name) == groups.keys.sorted())
      for (name, values) in groups {
        for (measure, value) in values.enumerated() {
          let found = try #require(table.cell(name, measure)?.value?.number)
          #expect(found.isNear(value), "\(Self.measures[measure]) of \(name)")
        }
      }
    }
    // tp, fp, fn, tn of aequitas for F: 9, 3, 2, 14.
    #expect(report.tables[0].cell("F")?.value == .ratio(9, of: 11))
    #expect(report.tables[0].cell("F", 1)?.value == .ratio(3, of: 17))
    #expect(report.tables[0].groups.map(\.units) == [28, 20])
    #expect(
      report.tables[0].groups.map { $0.baseRate?.value } == [
        .ratio(11, of: 28), .ratio(10, of: 20),
      ])
  }

  @Test("gaps, ratios and the pair responsible")
  func gaps() async throws {
    let report = try await GroupSample.people.report(
      by: [["sex"], ["race"], ["sex", "race"]], measures: Self.measures)
    // `difference(method="between_groups")` and `ratio(method="between_groups")`.
    let differences: [[Double]] = [
      [
        0.18181818181818177, 0.4235294117647058, 0.18181818181818182, 0.4235294117647058,
        0.12142857142857144, 0.125, 0.125, 0.0267647058823528, 0.01398214285714286,
      ],
      [
        0.16666666666666663, 0.4444444444444444, 0.16666666666666666, 0.4444444444444444,
        0.2666666666666667, 0.4,
      ],
      [0.2857142857142857, 0.8, 0.2857142857142857, 0.8, 0.4444444444444444, 0.5],
    ]
    for (table, expected) in zip(report.tables, differences) {
      for (gap, value) in zip(table.gaps.joined(), expected) {
        let finding = try #require(gap.finding)
        #expect(finding.difference.isNear(value), "\(gap.measure)")
        #expect(gap.used == table.groups.count && gap.total == gap.used)
      }
    }
    let ratios = [
      0.8181818181818182, 0.29411764705882354, 0, 0.48571428571428577, 0.8521739130434782,
    ]
    for (gap, ratio) in zip(report.tables[0].gaps.joined(), ratios) {
      #expect(gap.finding?.ratio?.isNear(ratio) == true, "\(gap.measure)")
    }
    let names = report.tables[0].groups.map(\.name)
    let falseAlarms = try #require(report.tables[0].gaps[1][0].finding)
    #expect(names[falseAlarms.highest] == "M" && names[falseAlarms.lowest] == "F")
    // More false alarms are worse, more true ones better.
    #expect(falseAlarms.worst.map { names[$0] } == "M")
    #expect(report.tables[0].gaps[0][0].finding?.worst.map { names[$0] } == "F")
    // `equalized_odds_difference` of sex is the larger of the two gaps.
    let odds = report.tables[0].gaps[0...1].joined().compactMap { $0.finding?.difference }.max()
    #expect(odds?.isNear(0.4235294117647058) == true)
  }

  @Test("a group against all others together")
  func againstRest() async throws {
    let sample = GroupSample.people
    let report = try await sample.report(by: [["race"]], measures: ["FPR", "AUC"])
    let race = try #require(sample.groups["race"])
    for (index, group) in report.tables[0].groups.enumerated() {
      let others = race.copies(of: index).map { 1 - $0 }
      let bound = try ["FPR", "AUC"].map { try Measure($0).bound(to: GroupSample.scale) }
      let expected = sample.assessment.values(of: bound, copies: others)
      for measure in 0..<2 { #expect(group.cells[measure].rest?.number == expected[measure]) }
    }
  }

  /// Where a rate is 0/0 fairlearn gives 0, so that Q has TPR 0 and FNR 0 at once and the gap of TPR
  /// becomes 1 (`difference`: tpr 1.0, fnr 1.0, tnr 1.0, precision 1.0). Here such a group has no
  /// value, as in AIF360 and aequitas, and the gap is over the others.
  @Test("what is 0/0 is no value and takes no part in gaps")
  func undefined() async throws {
    let measures = ["TPR", "FPR", "PPV", "Accuracy", "AUC"]
    let report = try await GroupSample.edges.report(by: [["group"]], measures: measures)
    let table = report.tables[0]
    #expect(table.groups.map(\.name) == ["P", "Q", "R", "S", "T"])
    func numbers(_ measure: Int) -> [Double?] {
      table.groups.map { $0.cells[measure].value?.number }
    }
    #expect(numbers(0) == [0.5, nil, 0.5, 1, 0])
    #expect(numbers(1) == [1.0 / 3, 1.0 / 3, nil, nil, 0])
    #expect(numbers(2) == [0.5, 0, 1, 1, nil])
    // `roc_auc` of fairlearn's MetricFrame: P 0.8333, T 1, the rest not defined.
    #expect(numbers(4) == [0.8333333333333334, nil, nil, nil, 1])
    #expect(table.cell("Q")?.value?.reason == .nothing(.positives))
    #expect(table.cell("S", 4)?.value?.reason == .oneClass(positives: 1, negatives: 0))
    #expect(table.gaps.joined().map(\.used) == [4, 3, 4, 5, 2])
    #expect(table.gaps[1][0].finding?.difference.isNear(1.0 / 3) == true)
    #expect(table.gaps[4][0].finding?.difference.isNear(0.16666666666666663) == true)
  }

  @Test("two rates of separate groups have Newcombe's interval, anything else a joint bootstrap")
  func intervals() async throws {
    let report = try await GroupSample.people.report(
      by: [["sex"]], measures: ["FPR", "AUC"], replicates: 400)
    let rate = try #require(report.tables[0].gaps[0][0].finding?.interval)
    let expected = try #require(
      ProportionInterval.newcombe(successes: 6, of: 10, minus: 3, of: 17, confidence: 0.95))
    #expect(rate.method == .newcombe && rate.low == expected.low && rate.high == expected.high)
    let area = try #require(report.tables[0].gaps[1][0].finding?.interval)
    #expect(area.method == .percentile && area.replicates > 390)
    // The pair is named before the resamples are drawn, so that the interval can hold 0.
    #expect(area.low < 0 && area.high > 0)
  }
}
