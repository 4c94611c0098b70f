import Measures
@testable import Scoring
import SharedTasks
import Testing

@Suite("Measures and the kinds of task that can have them")
struct MeasuresOfKindsTests {
  private static func definition(_ kind: TaskDefinition.Kind) -> TaskDefinition {
    TaskDefinition(
      id: "t", title: "t", kind: kind, labels: ["no", "yes"], positive: ["yes"],
      measures: [LocatedText("AP")], primary: LocatedText("AP"), ties: .trec,
      stages: kind == .triage
        ? [.init(name: "screen", cost: 1, capacity: nil, view: nil, tier: "yes")] : [])
  }

  /// A definition as its first worked example names it.
  static let measures: [(definition: MeasureDefinition, name: String)] =
    MeasureCatalog.all.map { ($0, $0.examples.first?.measure ?? $0.name) }

  @Test(
    "a kind refuses those that help does not name it for", arguments: TaskDefinition.Kind.allCases)
  func agree(_ kind: TaskDefinition.Kind) throws {
    let task = Self.definition(kind)
    for (definition, name) in Self.measures {
      let measure = try Measure(name, among: [definition])
      #expect(measure.definition.summary == definition.summary)
      let isAllowed = (try? task.check(measure, byGroups: measure.isOfGroups)) != nil
      #expect(isAllowed == definition.kinds.contains(kind), "\(name) on \(kind)")
    }
  }

  @Test(
    "a name that stands for several measures is looked up among those of the kind",
    arguments: [
      (.triage, "PPV", "Share of the items that pass every stage of a triage that are cases."),
      (.assessment, "PPV", "Share of the items predicted positive that are positive (precision)."),
      (.triage, "PPV(yes)", "Share of the items predicted positive that are positive (precision)."),
      (.assessment, "P@5", "Share of the first k items that are relevant."),
      (.earlyDetection, "P(after=4)@1", "Share of the first k items that are relevant."),
    ] as [(TaskDefinition.Kind, String, String)])
  func lookup(_ kind: TaskDefinition.Kind, _ name: String, _ summary: String) throws {
    #expect(try kind.measure(name).definition.summary == summary)
  }

  @Test(
    "a measure between groups is refused without groups, with how to have it",
    arguments: TaskDefinition.Kind.allCases)
  func betweenGroups(_ kind: TaskDefinition.Kind) throws {
    let error = #expect(throws: MeasureNameError.self) {
      try Self.definition(kind).check(kind.measure("AWRF"))
    }
    #expect(error?.message == "`AWRF(discount=log2,base=2)` is between groups of items")
    #expect(error?.hint?.contains("--by ATTRIBUTE") == true)
  }

  @Test("what only another kind has is found there, so that the reason is told")
  func ofOtherKinds() throws {
    let measure = try TaskDefinition.Kind.assessment.measure("PPV(prevalence=0.1)")
    let error = #expect(throws: MeasureNameError.self) {
      try Self.definition(.assessment).check(measure)
    }
    #expect(error?.message.contains("is of the stages of a triage") == true)
  }

  @Test("a time on early detection is refused with advice that can be followed")
  func times() throws {
    let kind = TaskDefinition.Kind.earlyDetection
    let error = #expect(throws: MeasureNameError.self) {
      try Self.definition(kind).check(kind.measure("P@600s"))
    }
    #expect(error?.hint == "cut at a rank, as in `P@10`")
  }
}
