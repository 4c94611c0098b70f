import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Measures between groups of a submission")
struct BetweenGroupTests {
  private func between(
    _ sample: GroupSample, _ measure: String, by attribute: String, minimumSize: Int = 0,
    suppressBelow: Int = 0, replicates: Int = 0, threads: Int = 1,
    targets: [String: Double]? = nil
  ) async throws -> BetweenGroups {
    let report = try await sample.report(
      by: [[attribute]], measures: [measure], minimumSize: minimumSize,
      suppressBelow: suppressBelow, replicates: replicates, threads: threads,
      targets: targets.map { [attribute: $0] } ?? [:])
    return try #require(report.tables.first?.between.first)
  }

  @Test(
    "are what libraries give on the 48 people (fairlearn 0.15.0; areas by their definition)",
    arguments: [("EqualizedOdds", 0.4235294117647058), ("xAUCGap", 0.1855614973262032)])
  func published(_ measure: String, _ expected: Double) async throws {
    let found = try await between(.people, measure, by: "sex")
    let value = try #require(found.value?.number)
    #expect(abs(value - expected) < 1e-12)
    #expect(found.used == 2 && found.total == 2 && found.topics == nil)
    #expect(Set(found.responsible).count == found.responsible.count)
  }

  @Test("are due the shares that the task sets, or else those of the items")
  func targets() async throws {
    let sample = GroupSample(
      gold: "101", decisions: "101", scores: [0.9, 0.5, 0.1],
      attributes: [("sex", ["F", "M", "M"])])
    // 1 of 2.1309 is F's; due a third, or half (by hand).
    let items = try await between(sample, "AWRF", by: "sex").value?.number
    #expect(abs((items ?? 0) - 0.9860760002496984) < 1e-12)
    let halves = try await between(sample, "AWRF", by: "sex", targets: ["F": 0.5, "M": 0.5])
    #expect(abs((halves.value?.number ?? 0) - 0.9993184437207765) < 1e-12)
  }

  @Test("leave out groups that are too small, as if their people were not there")
  func small() async throws {
    // Of race C there are 6 people, 3 of them positive; of the others at least 6.
    for (measure, minimum) in [
      ("ABROCA", 4), ("xAUCDisparity", 4), ("EqualizedOdds", 4), ("BetweenGroupGEI", 7),
    ] {
      let found = try await between(.people, measure, by: "race", minimumSize: minimum)
      #expect(found.used == 2 && found.total == 3)
      let people = GroupSample.people
      let race = try #require(people.groups["race"])
      let kept = race.codes.indices.filter { race.codes[$0] != 2 }
      func digits(_ levels: [UInt8]) -> String { kept.map { "\(levels[$0])" }.joined() }
      let rest = GroupSample(
        gold: digits(people.assessment.gold),
        decisions: digits(try #require(people.assessment.predicted)),
        scores: kept.map { people.assessment.scores?[$0] ?? 0 },
        attributes: [("race", kept.map { race.values[Int(race.codes[$0])] })])
      let expected = try await between(rest, measure, by: "race")
      let (value, other) = (found.value?.number, expected.value?.number)
      #expect(value != nil && value == other, "\(measure)")
      let all = try await between(.people, measure, by: "race")
      #expect(all.value?.number != value, "\(measure) knows the smaller group")
    }
  }

  @Test("name two groups that the value is due to")
  func responsible() async throws {
    let report = try await GroupSample.people.report(by: [["sex"]], measures: ["ABROCA"])
    let names = report.tables[0].between[0].responsible.map { report.tables[0].groups[$0].name }
    #expect(Set(names) == ["F", "M"])
  }

  @Test("have intervals of the groups named on resamples of all units, whatever the threads")
  func intervals() async throws {
    for measure in ["xAUCDisparity", "EER(discount=log2)", "SubgroupAUC"] {
      let one = try await between(.people, measure, by: "sex", replicates: 200)
      let interval = try #require(one.interval, "\(measure)")
      #expect(interval.method == .percentile && interval.replicates == 200)
      #expect(interval.low < interval.high, "\(measure)")
      let many = try await between(.people, measure, by: "sex", replicates: 200, threads: 3)
      #expect(many.interval == interval, "\(measure)")
      let none = try await between(.people, measure, by: "sex")
      #expect(none.interval == nil && none.value == one.value)
    }
  }

  /// The groups are halves of the same items in turn, so that there is no difference between them.
  @Test("hold their value, and no difference where there is none")
  func holds() async throws {
    let people = GroupSample.people.assessment
    func digits(_ levels: [UInt8]) -> String { levels.map { "\($0)\($0)" }.joined() }
    let sample = GroupSample(
      gold: digits(people.gold), decisions: digits(try #require(people.predicted)),
      scores: (people.scores ?? []).flatMap { [$0, $0] },
      attributes: [("half", people.gold.flatMap { _ in ["a", "b"] })])
    let fair: [String: Double] = [
      "xAUCDisparity": 0, "PairwiseParity": 0, "ARP": 0, "EqualizedOdds": 0, "DTR": 1,
      "ExposureRatio": 1, "ExposureGap": 0, "DifferentialFairness": 0, "TreatmentEquality": 1,
      "EqualizedOddsRatio": 1,
      "PosAEG": 0, "xAUCGap": 0,
    ]
    for (measure, none) in fair {
      let found = try await between(sample, measure, by: "half", replicates: 400)
      let interval = try #require(found.interval, "\(measure)")
      let value = try #require(found.value?.number)
      #expect(interval.low <= value + 1e-12 && value <= interval.high + 1e-12, "\(measure)")
      #expect(interval.low < none && none < interval.high, "\(measure)")
      #expect((interval.comparisons ?? 0) > 0)
    }
  }

  @Test("of more groups are as wide as all pairs at once need it")
  func pairs() async throws {
    let found = try await between(.people, "xAUCDisparity", by: "race", replicates: 2_000)
    #expect(found.interval?.comparisons == 3)
    let odds = try await between(.people, "EqualizedOdds", by: "race", replicates: 200)
    let interval = try #require(odds.interval)
    #expect(interval.method == .newcombe && interval.comparisons == 6)
    // That of the same two rates in the table of gaps is of three pairs.
    let gaps = try await GroupSample.people.report(
      by: [["race"]], measures: ["TPR", "FPR"], replicates: 200
    ).tables[0].gaps.joined().compactMap(\.finding)
    let same = try #require(gaps.max { $0.difference < $1.difference }?.interval)
    #expect(same.comparisons == 3 && interval.low < same.low && same.high < interval.high)
    let two = try await GroupSample.people.report(
      by: [["sex"]], measures: ["TPR"], replicates: 200
    ).tables[0].gaps[0][0].finding?.interval
    #expect(two?.comparisons == 1)
  }

  @Test("have none where they are distances that grow on resamples, and the report says so")
  func distances() async throws {
    let measures = ["ABROCA", "AWRF", "NDKL", "BetweenGroupGEI", "AverageOdds", "EEL"]
    let report = try await GroupSample.people.report(
      by: [["sex"]], measures: measures, replicates: 100)
    for one in report.tables[0].between {
      #expect(one.value?.number != nil && one.interval == nil, "\(one.measure)")
    }
    let note = try #require(report.notes.first { $0.contains("resamples of groups") })
    for measure in measures { #expect(note.contains(measure)) }
    let none = try await GroupSample.people.report(by: [["sex"]], measures: measures)
    #expect(!none.notes.contains { $0.contains("resamples of groups") })
  }

  @Test("say why they have no value, and are then due to nobody")
  func undefined() async throws {
    let found = try await between(.people, "ABROCA", by: "sex", minimumSize: 30, replicates: 50)
    #expect(found.value?.reason != nil && found.value?.number == nil)
    #expect(found.responsible.isEmpty && found.interval == nil && found.used < 2)
  }

  @Test("are withheld where a group is, and where a rate that nobody asked for would be")
  func withheld() async throws {
    let group = try await between(
      .people, "ABROCA", by: "race", suppressBelow: 7, replicates: 50)
    #expect(group.value == nil && group.interval == nil && group.responsible.isEmpty)
    // R has items enough, but none that is negative.
    let label = try await between(.edges, "EqualizedOdds", by: "group", suppressBelow: 1)
    #expect(label.value == nil)
    let nothing = try await between(.edges, "EqualizedOdds", by: "group")
    #expect(nothing.value?.number != nil)
  }
}
