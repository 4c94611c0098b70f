import Testing

@testable import Reporting

@Suite("What a picture shows")
struct PictureContentTests {
  private func texts(_ picture: Picture) throws -> [String] {
    try #require(SVGDocument(picture.svg)).elements(named: "text").map(\.text)
  }

  /// Where the marks with a tooltip are, by its beginning.
  private func place(of tooltip: String, in picture: Picture) throws -> (x: Double, y: Double) {
    let document = try #require(SVGDocument(picture.svg))
    let position = try #require(
      document.elements.indices.first {
        document.elements[$0].name == "title" && $0 > 1
          && document.elements[$0 - 1].name == "path"
          && document.elements[$0].text.hasPrefix(tooltip)
      }, "\(tooltip)")
    let data = try #require(document.elements[position - 1].attributes["d"])
    let numbers = data.dropFirst().split { "aLZ ".contains($0) }.compactMap { Double($0) }
    return (numbers[0], numbers[1])
  }

  @Test("of scores: larger values lie to the right, and what has none says why")
  func scores() throws {
    let picture = ScoresPicture(
      rows: [
        ScoresPicture.Row(
          name: "A", value: 0.8, interval: PictureInterval(0.7, 0.85), letters: "a"),
        ScoresPicture.Row(name: "B", value: 0.6, letters: "ab", isBaseline: true),
        ScoresPicture.Row(name: "C", value: nil, reason: "there are no items"),
      ], measure: "AUC", decimals: 2
    ).picture(PictureID("p"))
    #expect(try place(of: "A:", in: picture).x > place(of: "B:", in: picture).x)
    #expect(try place(of: "A:", in: picture).y < place(of: "B:", in: picture).y)
    let texts = try texts(picture)
    #expect(texts.contains("0.80 [0.70, 0.85]") && texts.contains("there are no items"))
    #expect(texts.contains("AUC, higher is better") && texts.contains("baseline"))
    #expect(
      picture.table.rows == [
        ["A", "0.80", "0.70", "0.85", "a", ""], ["B", "0.60", "", "", "ab", "baseline"],
        ["C", "–", "", "", "", "there are no items"],
      ])
    #expect(picture.description.contains("A is first with 0.80"))
  }

  @Test("of recall: the table has what the lines have at the marks of the axis")
  func recall() throws {
    let curve = RecallPicture.Curve(
      name: "A", points: [(0, 0), (2, 0.2), (2, 0.6), (4, 0.6), (10, 0.9)])
    #expect(curve.recall(after: 1) == 0.1)
    #expect(curve.recall(after: 2) == 0.6)
    #expect(abs((curve.recall(after: 7) ?? 0) - 0.75) < 1e-12)
    #expect(curve.recall(after: 99) == 0.9)
    #expect(RecallPicture.Curve(name: "B", points: []).recall(after: 1) == nil)
    let picture = RecallPicture(curves: [curve]).picture(PictureID("p"))
    #expect(picture.table.header == ["submission"] + [0, 2, 4, 6, 8, 10].map { "\($0) min" })
    #expect(picture.table.rows == [["A", "0.00", "0.60", "0.60", "0.70", "0.80", "0.90"]])
  }

  @Test("of groups: what is withheld leaves no trace")
  func groups() throws {
    func picture(_ value: Double?) -> Picture {
      GroupsPicture(
        sections: [
          GroupsPicture.Section(
            attribute: "sex",
            groups: [
              GroupsPicture.Group(name: "F", units: 40, value: 0.5),
              GroupsPicture.Group(name: "M", units: 7, value: 0.75, isSmall: true),
              GroupsPicture.Group(
                name: "X", units: 2, value: value,
                interval: PictureInterval(value, value.map { $0 + 1 }), isWithheld: true),
            ])
        ], measure: "FNR", isLowerBetter: true, overall: 0.6
      ).picture(PictureID("p"))
    }
    let told = picture(nil)
    for value in [0.0, 0.9, 99] {
      #expect(picture(value).svg == told.svg && picture(value).table.csv == told.table.csv)
      #expect(picture(value).description == told.description)
    }
    #expect(try texts(told).contains("withheld: too few to tell"))
    #expect(try texts(told).contains("all: 0.6000"))
    #expect(told.table.rows.map { $0[6] } == ["", "small", "withheld"])
  }

  @Test("of a trade-off: the better is above, the fairer on the left", arguments: [false, true])
  func tradeOff(_ isLowerBetter: Bool) throws {
    let picture = TradeOffPicture(
      systems: [
        TradeOffPicture.System(name: "A", utility: 0.9, unfairness: 0.3, isOnFront: true),
        TradeOffPicture.System(name: "B", utility: 0.5, unfairness: 0.1, isOnFront: true),
        TradeOffPicture.System(name: "C", utility: nil, unfairness: 0.1, isOnFront: false),
      ], utility: "AUC", unfairness: "gap(FNR,race)", isLowerBetter: isLowerBetter, atMost: 0.2
    ).picture(PictureID("p"))
    let (a, b) = try (place(of: "A:", in: picture), place(of: "B:", in: picture))
    #expect(a.x > b.x)
    #expect(isLowerBetter ? a.y > b.y : a.y < b.y)
    #expect(
      try texts(picture).contains("C (no value)") && texts(picture).contains("at most 0.2000"))
    #expect(picture.description.contains("On the Pareto front: A, B."))
    #expect(picture.table.rows[2] == ["C", "C", "–", "0.1000", "no"])
  }

  @Test("of calibration: bins at their mean, with Wilson's interval, or withheld")
  func calibration() throws {
    let picture = CalibrationPicture(
      bins: [
        CalibrationPicture.Bin(
          low: 0, high: 0.5, items: 10, positives: 0, meanProbability: 0.2),
        CalibrationPicture.Bin(
          low: 0.5, high: 1, items: nil, positives: nil, meanProbability: nil),
      ], name: "A"
    ).picture(PictureID("p"))
    // Wilson's upper bound of 0 of 10 is z²/(10 + z²).
    #expect(picture.table.rows[0] == ["0.00–0.50", "10", "0.2000", "0.0000", "0.0000", "0.2775"])
    #expect(picture.table.rows[1] == ["0.50–1.00", "withheld", "–", "–", "", ""])
    #expect(try texts(picture).contains("10") && texts(picture).contains("?"))
    #expect(try texts(picture).contains("?: too few items to tell."))
  }

  @Test("of confusion: every count, and its share of the row with those left out")
  func confusion() throws {
    let picture = ConfusionPicture(
      labels: ["no", "yes"], counts: [[6, 2], [1, 3]], leftOut: [0, 4], name: "A"
    ).picture(PictureID("p"))
    let texts = try texts(picture)
    for text in ["6", "75 %", "2", "25 %", "1", "12 %", "3", "38 %", "4", "50 %", "left out"] {
      #expect(texts.contains(text), "\(text)")
    }
    #expect(picture.table.rows == [["no", "6", "2", "0"], ["yes", "1", "3", "4"]])
    #expect(picture.description.hasSuffix("which is framed: 9 of 16 items."))
    // A matrix of too few counts is taken for zeros, and a part that is not told hides all shares.
    let odd = ConfusionPicture(labels: ["no", "yes"], counts: [[nil, 2]], name: "A")
    #expect(
      odd.picture(PictureID("p")).table.rows == [["no", "withheld", "2"], ["yes", "0", "0"]])
    #expect(try !self.texts(odd.picture(PictureID("p"))).contains { $0.hasSuffix("%") })
  }

  @Test("of ranks: the first on the left; of stages: who passes and who is missed")
  func ranksAndStages() throws {
    let ranks = RanksPicture(
      rows: [
        RanksPicture.Row(name: "A", place: 1, range: (1, 2), probabilityOfFirst: 0.75),
        RanksPicture.Row(name: "B", place: 2, range: (1, 2), probabilityOfFirst: 0.25),
        RanksPicture.Row(name: "C", place: nil),
      ]
    ).picture(PictureID("p"))
    #expect(try place(of: "A:", in: ranks).x < place(of: "B:", in: ranks).x)
    #expect(try texts(ranks).contains("75 %") && texts(ranks).contains("no value"))
    let stages = StagesPicture(
      stages: [
        StagesPicture.Stage(
          name: "screen", reached: 100, cases: 10, passed: 30, missed: 2, capacity: 30)
      ], casesLeftOut: 3
    ).picture(PictureID("p"))
    let texts = try texts(stages)
    #expect(texts.contains("8 pass, 2 missed") && texts.contains("22 pass, 68 stop"))
    #expect(texts.contains("capacity 30"))
    #expect(stages.description.contains("5 cases are missed"))
  }

  @Test("of an audit: what a test tells from the others is marked")
  func audit() throws {
    let picture = AuditPicture(
      rows: [
        AuditPicture.Row(name: "sex=F", units: 40, value: 0.5, p: 0.01),
        AuditPicture.Row(name: "sex=M", units: 30, value: 0.4, p: 0.05),
        AuditPicture.Row(name: "sex=X", units: nil, value: nil),
      ], outcome: "false negative rate", overall: 0.45
    ).picture(PictureID("p"))
    #expect(picture.description.contains("1 differ"))
    #expect(try texts(picture).contains("0.5000, p = 0.0100"))
    #expect(try texts(picture).contains("not told"))
    #expect(picture.table.rows[2] == ["sex=X", "–", "–", "", "", ""])
  }
}
