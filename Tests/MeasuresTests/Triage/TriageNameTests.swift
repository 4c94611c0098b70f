@testable import Measures
import Testing

@Suite("Names that mean something else in a triage")
struct TriageNameTests {
  @Test(
    "are of the pipeline where they can be, and of labels where they cannot",
    arguments: [
      ("PPV", true), ("PPV(urgent)", false), ("FPR(screen)", true), ("NetBenefit", true),
      ("NetBenefit(threshold=0.2)", true), ("QWK", false), ("Se(screen)", true),
    ])
  func meaning(name: String, isOfTriage: Bool) throws {
    let measure = try Measure(name)
    #expect(measure.ofTriage.isOfTriage == isOfTriage)
    #expect(measure.ofTriage.description == name)
    #expect(measure.ofTriage.ofTriage.isOfTriage == isOfTriage)
  }

  @Test("are of labels and scores elsewhere", arguments: ["PPV", "FPR(severe)", "NetBenefit"])
  func elsewhere(name: String) throws {
    #expect(try !Measure(name).isOfTriage)
  }

  @Test(
    "a stage has to be named, and to be there",
    arguments: [("Se", "needs a stage"), ("Se(interwiew)", "no stage"), ("FPR", "needs a stage")])
  func stages(name: String, words: String) throws {
    let measure = try Measure(name).ofTriage
    let error = #expect(throws: MeasureNameError.self) {
      try measure.bound(to: Scales.ofAnswers[1], stages: MeasureExample.stages)
    }
    #expect(error?.message.contains(words) == true)
    #expect(error?.hint == "the stages are screen, interview")
  }
}
