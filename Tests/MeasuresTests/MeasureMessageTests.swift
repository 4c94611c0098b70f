@testable import Measures
import Testing

@Suite("What is said of names that cannot be read")
struct MeasureMessageTests {
  @Test(
    "a number in another notation, or with too many digits, is said to be that",
    arguments: [
      ("TBG(halflife=1e9)", "in digits, without an exponent"),
      ("P@6e2s", "in digits, without an exponent"),
      ("IPrec@1E-1", "in digits, without an exponent"),
      ("nDCG@99999999999999999999", "of at most 15 digits"),
      ("TBG(halflife=0.0000000000000001)", "of at most 15 digits"),
    ])
  func limits(_ name: String, _ limit: String) {
    let error = #expect(throws: MeasureNameError.self) { try Measure(name) }
    #expect(error?.hint?.hasSuffix(limit) == true, "\(error?.description ?? "no error")")
  }

  @Test(
    "what is no number in any notation is not said to have an exponent or many digits",
    arguments: ["x", "", "e5", "1e", "1e+", "1.2.3", "-", ".", "0x10", "1e5e5", "١"])
  func noNumbers(_ text: String) {
    #expect(ExactDecimal.limit(brokenBy: text) == nil)
  }

  @Test("bounds are written without a point where they are whole")
  func bounds() {
    let error = #expect(throws: MeasureNameError.self) { try Measure("TBG(halflife=0)") }
    #expect(error?.hint == "it is a number from 0.001 to 1000000000")
  }

  @Test("among measures of one name, the one that knows the most parameters is spoken of")
  func nearest() {
    let message = { (among: [MeasureDefinition]) in
      #expect(throws: MeasureNameError.self) {
        try Measure("PPV(prevalence=0.5,threshold=1)", among: among)
      }?.hint
    }
    #expect(message(MeasureCatalog.triage) == "its parameters are prevalence")
    #expect(message(MeasureCatalog.classification) == "its parameters are label")
  }

  @Test("help does not offer a moment of writing to measures that go by the clock")
  func moments() {
    for definition in MeasureCatalog.all where definition.needsTimes {
      #expect(!definition.allParameters.contains { $0.name == "after" }, "\(definition.name)")
    }
    #expect(throws: MeasureNameError.self) { try Measure("TBG(after=5)") }
    #expect(throws: Never.self) { try Measure("NormArea(after=5)") }
  }
}
