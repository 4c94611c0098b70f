@testable import Measures
import Testing

@Suite("Measures between groups are what their definitions say")
struct GroupDefinitionTests {
  static let samples: [(kernel: GroupSample, naive: NaiveGroups)] = {
    let whole = (0..<180).map { GroupSample(seed: 110_000 + $0, items: 0...8) }
    let copied = (0..<120).map { GroupSample(seed: 120_000 + $0, items: 0...5, copies: 2) }
    let leftOut = (0..<60).map {
      GroupSample(seed: 130_000 + $0, items: 1...7, leavesOut: .leftOut)
    }
    let missing = (0..<100).map {
      GroupSample(seed: 140_000 + $0, items: 1...9, copies: 1 + $0 % 2, leavesOut: .notRetrieved)
    }
    return (whole + copied + leftOut + missing).compactMap { sample in
      sample.naive.map { (sample, $0) }
    }
  }()

  static func bound(_ name: String) throws -> [BoundMeasure] {
    try Scales.ofAnswers.map { try Measure(name).bound(to: $0) }
  }

  @Test(
    "over whole items, copies, ties, empty groups and items of several groups",
    arguments: NaiveGroupCase.all)
  func holds(_ measure: NaiveGroupCase) throws {
    let bound = try Self.bound(measure.measure)
    var defined = 0
    for (sample, naive) in Self.samples {
      let items = sample.kernel
      // Groups beyond those of the sample cannot be named.
      let value = items.findings(of: [bound[items.assessment.scale.count - 2]])[0].value
      let expected = measure.value(naive)
      if expected != nil { defined += 1 }
      try #require(
        agree(value, expected, within: 1e-11),
        "\(value) is not \(String(describing: expected)) for \(sample)")
    }
    #expect(defined > 10, "only \(defined) samples have a value")
  }

  @Test("sorted once, for other copies, the same", arguments: NaiveGroupCase.all)
  func copies(_ measure: NaiveGroupCase) throws {
    let bound = try Self.bound(measure.measure)
    for seed in 0..<60 {
      let sample = GroupSample(seed: 150_000 + seed, items: 0...12).kernel
      var sorted = sample.sorted
      for copies in CopiesTests.copies(seed, of: sample.assessment.gold.count) {
        var plain = sample
        plain.assessment.copies = copies
        sorted.assessment.copies = copies
        let measures = [bound[sample.assessment.scale.count - 2]]
        #expect(sorted.findings(of: measures) == plain.findings(of: measures))
      }
    }
  }

  @Test("the canonical spelling of a measure names that measure", arguments: NaiveGroupCase.all)
  func roundTrips(_ measure: NaiveGroupCase) throws {
    let written = try Measure(measure.measure)
    #expect(try Measure(written.description) == written)
  }

  @Test("what a discount and a base are is always said")
  func spellings() throws {
    for (written, canonical) in [
      ("AWRF", "AWRF(discount=log2,base=2)"), ("AWRF@10", "AWRF(discount=log2,base=2)@10"),
      ("AWRF(base=e,discount=trec)", "AWRF(discount=trec,base=e)"), ("NDKL", "NDKL(base=e)"),
      ("EEL(items)", "EEL(items,discount=log2)"), ("rND", "rND(step=10)"),
      ("Theil", "GEI(alpha=1)"),
      ("PairwiseEqualOpportunity", "xAUCGap"), ("CalibrationInTheLarge", "MeanCalibration"),
      ("FAIR(alpha=0.10)@10", "FAIR(alpha=0.1)@10"),
    ] {
      #expect(try Measure(written).description == canonical)
    }
  }
}

extension NaiveGroupCase: CustomTestStringConvertible {
  var testDescription: String { measure }
}
