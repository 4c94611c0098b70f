import Foundation
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Scoring an assessment")
struct AssessmentScorerTests {
  let workspace: TemporaryWorkspace

  static let definition = """
    kind: assessment
    labels: [none, low, severe]
    positive: [severe]
    groupings: {flagged: [low, severe]}
    measures: [AUC, Accuracy, "F1(flagged)", nDCG@2, P@2]
    primary: AUC
    """
  static let gold = "item\tlabel\na\tsevere\nb\tnone\nc\tlow\nd\tsevere\ne\tnone\n"
  static let run = """
    item\tscore\tlabel
    a\t0.9\tsevere
    b\t0.8\tlow
    c\t0.8\tnone
    d\t0.3\tsevere
    e\t0.1\tnone

    """
  /// The gain of rank 2, where the gain is 1.
  static let second = 1 / 3.0.binaryLogarithm

  init() throws {
    workspace = try TemporaryWorkspace()
    try workspace.gold(Self.gold)
  }

  @Test("gives the values that one works out by hand")
  func values() async throws {
    let values = try await workspace.values(Self.run, of: workspace.task(Self.definition))
    // a is above b, c and e; d above e.
    #expect(values["AUC"] == 4.0 / 6)
    #expect(values["Accuracy"] == 0.6)
    // a and d are found, c is missed, b is a false alarm.
    #expect(values["F1(flagged)"] == 4.0 / 6)
    #expect(values["P@2"] == 0.5)
    // b and c share rank 2 and 3: half of the gain of c, beside an ideal of severe and severe.
    let ndcg = try #require(values["nDCG@2"])
    #expect(ndcg.isNear((2 + 0.5 * Self.second) / (2 + 2 * Self.second)))
  }

  @Test("breaks ties as the task says", arguments: ["trec", "file"], [false, true])
  func ties(rule: String, turned: Bool) async throws {
    let task = try workspace.task(Self.definition + "\nties: \(rule)")
    let rows = Self.run.split(separator: "\n")
    let text = ([rows[0]] + (turned ? rows.dropFirst().reversed() : Array(rows.dropFirst())))
      .joined(separator: "\n")
    let values = try await workspace.values(text, of: task)
    // trec: the higher id comes first, so c. file: what stands first.
    let isLowSecond = rule == "trec" || turned
    let ndcg = try #require(values["nDCG@2"])
    #expect(ndcg.isNear((2 + (isLowSecond ? Self.second : 0)) / (2 + 2 * Self.second)))
    #expect(values["AUC"] == 4.0 / 6)
  }

  @Test("counts gold labels by predicted ones")
  func confusion() async throws {
    let result = try await workspace.score(Self.run, of: workspace.task(Self.definition))
    let table = try #require(result.scorecard?.confusion)
    #expect(table.labels == ["none", "low", "severe"])
    #expect(table.counts == [[1, 1, 0], [1, 0, 0], [0, 0, 2]])
    #expect(table.leftOut == [0, 0, 0])
  }

  static let partial = "item\tscore\tlabel\na\t0.9\tsevere\nc\t0.8\tnone\ne\t0.1\tnone\n"

  @Test("refuses a submission that leaves out items, and names them")
  func refusesMissing() async throws {
    let result = try await workspace.score(Self.partial, of: workspace.task(Self.definition))
    #expect(result.scorecard == nil)
    #expect(result.diagnostics.places == ["missing-item", "missing-item"])
  }

  @Test("with `missing: worst` counts what is left out as the worst")
  func worst() async throws {
    let task = try workspace.task(Self.definition + "\nmissing: worst")
    let card = try #require(try await workspace.score(Self.partial, of: task).scorecard)
    // a is above c and e; b stands above all, d below.
    #expect(card.numbers["AUC"] == 2.0 / 6)
    #expect(card.numbers["Accuracy"] == 0.4)
    // b and d take up the first ranks and are not found.
    #expect(card.numbers["P@2"] == 0)
    #expect(card.confusion?.leftOut == [1, 0, 1])
    #expect(card.notes == ["2 of 5 items left out; one left out counts as the worst answer"])
    #expect(card.signature.description.contains("|missing:worst|"))
  }

  @Test("takes labels from the threshold where there are none", arguments: [true, false])
  func threshold(isLastPositive: Bool) async throws {
    let labels = isLastPositive ? "[no, yes]" : "[yes, no]"
    try workspace.gold("item\tlabel\na\tyes\nb\tno\nc\tyes\nd\tno\n")
    let task = try workspace.task(
      """
      kind: assessment
      labels: \(labels)
      positive: [yes]
      threshold: 0.5
      measures: [TPR, FPR, Accuracy]
      primary: TPR
      """)
    let result = try await workspace.score(
      "item\tscore\na\t0.5\nb\t7\nc\t0.4999\nd\t-1\n", of: task)
    let card = try #require(result.scorecard)
    #expect(card.numbers == ["TPR": 0.5, "FPR": 0.5, "Accuracy": 0.5])
    #expect(card.notes == ["labels come from score ≥ 0.5, as the task says"])
    let labelled = try await workspace.values(
      "item\tlabel\na\tyes\nb\tyes\nc\tno\nd\tno\n", of: task)
    #expect(labelled == card.numbers)
  }

  @Test("says what cannot be said, and why")
  func undefined() async throws {
    let task = try workspace.task(Self.definition)
    let card = try #require(
      try await workspace.score(
        "item\tlabel\na\tlow\nb\tlow\nc\tlow\nd\tlow\ne\tlow\n", of: task,
        measures: ["AUC", "P(none)", "MCC", "Accuracy"]
      ).scorecard)
    #expect(card.numbers == ["Accuracy": 0.2])
    #expect(card.values.compactMap(\.reason).count == 3)
    #expect(card.primaryValue == card.values[0])
  }

  @Test("refuses measures that the task cannot have")
  func refusesMeasures() async throws {
    let task = try workspace.task(Self.definition)
    for name in ["F1(mild)", "INST", "tauAP"] {
      await #expect(throws: MeasureNameError.self) {
        try await workspace.score(Self.run, of: task, measures: [name])
      }
    }
  }

  @Test("asks for probabilities only where a measure reads them")
  func probabilities() async throws {
    let task = try workspace.task(Self.definition)
    let run = Self.run.replacingOccurrences(of: "0.9", with: "9")
    #expect(try await workspace.score(run, of: task).diagnostics.isEmpty)
    let result = try await workspace.score(run, of: task, measures: ["Brier"])
    #expect(result.diagnostics.places == ["2:3 score-out-of-range"])
  }
}

extension Double {
  /// By the system's library, not by ours.
  var binaryLogarithm: Double { log2(self) }
}
