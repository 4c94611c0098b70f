import Inference
import Measures
import SharedTasks
import Testing

@testable import Reporting
@testable import Scoring

@Suite("Pictures of answers")
struct PictureOfAnswersTests {
  private let id = PictureID("p")

  @Test("of a comparison have its order, letters and ranks")
  func comparison() async throws {
    let comparison = try await ComparisonExample.comparison(["a", "b", "c"], "Brier", noise: 1)
    let scores = ScoresPicture(comparison)
    let systems = comparison.order.map { comparison.systems[$0] }
    #expect(scores.rows.map(\.value) == systems.map { $0.value.number })
    #expect(scores.rows.map(\.letters) == systems.map { $0.letters ?? "" })
    #expect(scores.rows.allSatisfy { $0.interval != nil } && scores.isLowerBetter)
    #expect(scores.picture(id).description.contains("95 % intervals"))
    let ranks = RanksPicture(comparison)
    #expect(ranks.rows.map(\.place) == [1, 2, 3])
    #expect(ranks.rows.map(\.probabilityOfFirst) == systems.map { $0.ranks?.probabilityOfFirst })
    #expect(SVGDocument(scores.picture(id).svg) != nil && SVGDocument(ranks.picture(id).svg) != nil)
  }

  @Test("of a triage have its stages and its matrix")
  func triage() async throws {
    let card = try #require(
      try await ScorecardExample.cards(ScorecardExample.triage(submissions: 1)).first?.card)
    let stages = StagesPicture(try #require(card.triage)).picture(id)
    #expect(
      stages.table.rows == [
        ["screen", "4", "2", "2", "2", "1"], ["interview", "2", "1", "1", "1", "0"],
      ])
    let matrix = ConfusionPicture(try #require(card.confusion), name: "t0", isTriage: true)
    let counts = try #require(card.confusion?.counts)
    #expect(matrix.picture(id).table.header.first == "needed \\ assigned")
    #expect(matrix.picture(id).table.rows.map { $0.dropFirst().map { Int($0) } } == counts)
  }

  @Test("of groups tell no more than the report", arguments: [0, 3, 6, 12])
  func groups(_ suppressBelow: Int) async throws {
    let report = try await GroupReportTests().report(suppressBelow: suppressBelow)
    let picture = try #require(GroupsPicture(report, measure: 1))
    let cells = report.tables.flatMap { $0.groups.map { $0.cells[1] } }
    let groups = picture.sections.flatMap(\.groups)
    #expect(groups.map(\.value) == cells.map { $0.value?.number })
    #expect(groups.map(\.isWithheld) == cells.map { $0.value == nil })
    #expect(picture.isLowerBetter == true && picture.measure == "FPR")
    #expect(SVGDocument(picture.picture(id).svg) != nil)
    #expect(GroupsPicture(report, measure: 99) == nil)
  }

  @Test("of a trade-off have the letters of its table")
  func tradeOff() throws {
    let tradeOff = try TradeOffReportTests().tradeOff()
    let picture = TradeOffPicture(tradeOff).picture(id)
    let grids = TradeOffGrids(tradeOff)
    #expect(picture.table.rows.map { $0[0] } == grids.order.map { String(grids.label($0)) })
    #expect(
      picture.table.rows.map { $0[4] }
        == grids.order.map {
          tradeOff.front.contains($0) ? "yes" : "no"
        })
  }

  @Test("of an audit have its subgroups, the largest deviation first")
  func audit() async throws {
    let card = try #require(
      try await ScorecardExample.cards(ScorecardExample.labels(submissions: 1)).first?.card)
    let scale = GradeScale(names: ["0", "1"], grades: [0, 1], positive: [false, true])
    var assessment = Assessment(scale: scale, gold: (0..<60).map { $0 % 2 == 0 ? 1 : 0 })
    assessment.predicted = (0..<60).map { $0 % 3 == 0 || $0 < 15 ? 1 : 0 }
    let groups = Groups(
      attributes: [
        Groups.Attribute(
          name: "a&b", values: ["<x>", "y"], codes: (0..<60).map { $0 < 20 ? 0 : 1 })
      ], units: 60, digest: "sha256:00")
    var request = AuditRequest()
    request.outcome = .selection
    request.replicates = 100
    let audit = try await Audit(
      card, assessment, groups, rules: TaskDefinition.Fairness(), request)
    let picture = AuditPicture(audit)
    let cells = audit.cells
    try #require(cells.count == 2)
    #expect(picture.rows.map(\.value) == cells.map { $0.subgroup.value })
    #expect(picture.rows.map(\.units) == cells.map { $0.subgroup.units })
    #expect(picture.rows.map(\.p) == cells.map { $0.subgroup.adjusted.holm })
    #expect(picture.rows.map(\.name) == cells.map { audit.name(of: $0.subgroup.conjunction) })
    #expect(picture.rows.allSatisfy { $0.interval != nil } && picture.overall != nil)
    let svg = try #require(SVGDocument(picture.picture(id).svg))
    #expect(svg.elements(named: "text").contains { $0.text == "a&b=<x>" })
  }

  @Test("of a curve end where it does")
  func curve() throws {
    var timeline = Timeline(TimeModel(), meanWords: 0)
    for item in 0..<2_000 {
      timeline.append([Timeline.Item(level: item % 7 == 0 ? 1 : 0, cost: 6)])
    }
    let curve = try #require(GainCurve(timeline, relevant: [false, true], total: 400))
    let last = try #require(curve.points.last)
    let picture = RecallPicture(curves: [RecallPicture.Curve(name: "A", curve)])
    #expect(picture.curves[0].points.last?.recall == last.recall)
    #expect(picture.curves[0].points.last?.minutes == last.time / 60)
    #expect(picture.picture(id).svg.utf8.count < 60_000)
  }

  @Test("of calibration tell nothing of small bins, nor anything that gives them away")
  func calibration() throws {
    func items(_ counts: [Int], below least: Int) throws -> [Int?] {
      let scale = GradeScale(names: ["0", "1"], grades: [0, 1], positive: [false, true])
      let scores = counts.enumerated().flatMap { bin, count in
        Array(repeating: (Double(bin) + 0.5) / Double(counts.count), count: count)
      }
      var assessment = Assessment(scale: scale, gold: scores.indices.map { $0 % 2 == 0 ? 1 : 0 })
      assessment.scores = scores
      let bins = try #require(CalibrationBin.bins(of: assessment, count: counts.count))
      let picture = CalibrationPicture(bins, name: "A", suppressBelow: least)
      for bin in picture.bins where bin.items == nil {
        #expect(bin.positives == nil && bin.meanProbability == nil)
      }
      #expect(picture.picture(id).table.rows.map { Int($0[1]) } == picture.bins.map(\.items))
      return picture.bins.map(\.items)
    }
    #expect(try items([17, 0, 9, 30], below: 5) == [17, 0, 9, 30])
    #expect(try items([17, 0, 9, 3], below: 5) == [17, 0, nil, nil])
    #expect(try items([1, 20, 1, 30, 0], below: 5) == [nil, nil, nil, 30, 0])
    #expect(try items([4, 4, 20, 30], below: 5) == [nil, nil, 20, 30])
    #expect(try items([3, 0, 0, 0], below: 5) == [nil, 0, 0, 0])
    #expect(try items([0, 0], below: 5) == [0, 0])
  }
}
