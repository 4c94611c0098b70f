@testable import Measures
import Testing

@Suite("Decisions between groups on the worked cases are what references give")
struct GroupDecisionCaseTests {
  @Test(
    "of the sexes (fairlearn 0.15.0, AIF360 0.6.1)",
    arguments: [
      ("EqualizedOdds", 0.4235294117647058), ("EqualizedOdds(mean)", 0.3026737967914438),
      ("EqualizedOddsRatio", 0.29411764705882354),
      ("AverageOdds", 0.3026737967914438), ("GEI", 0.07917355371900832),
      ("GEI(alpha=1)", 0.09071599385867492), ("GEI(alpha=0.5)", 0.12868651798864034),
      ("GEI(alpha=3)", 0.08490959178562486), ("BenefitCV", 0.39792852051344174),
      ("BetweenGroupGEI", 0.006465171192444136), ("BetweenGroupGEI(alpha=1)", 0.006397264778722013),
      ("BetweenGroupCV", 0.11371166336347503), ("DifferentialFairness", 0.9765095918672098),
      ("DifferentialFairness(concentration=0)", 1.0498221244986778), ("BaseRate", 0.4375),
      ("SelectionRate", 28.0 / 48),
    ])
  func sexes(_ name: String, _ expected: Double) throws {
    #expect(isClose(try FairnessCase.sexes.number(name), expected))
  }

  @Test("of sex and race together (AIF360 0.6.1), with the pair responsible")
  func cells() throws {
    let items = FairnessCase.decided { $0 + "," + $1 }
    let smoothed = try items.finding(of: "DifferentialFairness")
    #expect(isClose(smoothed.value.number, 1.4552872326068418))
    #expect(
      isClose(
        try items.number("DifferentialFairness(concentration=0)"), 1.791759469228055))
    #expect(isClose(try items.number("BetweenGroupGEI"), 0.009972451790633717))
    #expect(isClose(try items.number("BetweenGroupGEI(alpha=1)"), 0.009596498327202427))
    #expect(isClose(try items.number("BetweenGroupCV"), 0.14122642663916493))
    let shares = smoothed.cells.compactMap(\.number)
    let pair = smoothed.responsible.map { shares[$0] }
    #expect(pair.count == 2 && pair[0] > pair[1])
  }

  @Test("the index at 0 is the mean logarithmic deviation, which AIF360 0.6.1 divides by μ twice")
  func logarithmicDeviation() {
    var benefits = Benefits()
    for value in [1.0, 2, 3, 4] { benefits.append(value, count: 1) }
    #expect(isClose(benefits.entropy(alpha: 0).number, 0.12177727428716865))
    #expect(isClose(benefits.entropy(alpha: 1).number, 0.10644013528622318))
    #expect(isClose(benefits.entropy(alpha: 2).number, 0.1))
    // AIF360's value is this one over μ = 2½.
    #expect(isClose((benefits.entropy(alpha: 0).number ?? 0) / 2.5, 0.048710909714867454))
  }

  @Test("of benefits 0, 1, 1, 2, 1, 2, 0, 1 (AIF360 0.6.1)")
  func benefits() {
    var benefits = Benefits()
    benefits.append(0, count: 2)
    benefits.append(1, count: 4)
    benefits.append(2, count: 2)
    #expect(isClose(benefits.entropy(alpha: 1).number, 0.34657359027997264))
    #expect(isClose(benefits.entropy(alpha: 2).number, 0.25))
    #expect(isClose(benefits.entropy(alpha: 0.5).number, 0.5857864376269049))
    #expect(isClose(benefits.coefficientOfVariation.number, 0.7071067811865476))
    #expect(benefits.entropy(alpha: 0) == .undefined(.infinite(because: .noBenefit)))
  }

  @Test("the parts between groups are no larger than the whole")
  func parts() throws {
    for seed in 0..<200 {
      let items = GroupSample(seed: 180_000 + seed, items: 2...20, copies: 2).kernel
      for alpha in ["0.5", "1", "2", "3"] {
        guard let part = try items.number("BetweenGroupGEI(alpha=\(alpha))"),
          let whole = try items.number("GEI(alpha=\(alpha))"),
          // Items of no group count in the whole alone.
          items.sizes().reduce(0, +) == Double(items.assessment.size)
        else { continue }
        #expect(part <= whole + 1e-12)
      }
    }
  }

  @Test("groups without positives or negatives have no rate, and a gap is one of the others")
  func degenerate() throws {
    let rows = FairnessCase.degenerate
    var assessment = Assessment(scale: FairnessCase.scale, gold: rows.map(\.gold))
    assessment.predicted = rows.map(\.predicted)
    let items = GroupedItems(assessment, groups: rows.map(\.group))
    // TPR: P ½, R ½, S 1, T 0, and none of Q, whose 0/0 fairlearn 0.15.0 takes for 0. FPR: P ⅓,
    // Q ⅓, T 0, and none of R and S.
    #expect(try items.number("EqualizedOdds") == 1)
    #expect(isClose(try items.number("EqualizedOdds(mean)"), (1 + 1.0 / 3) / 2))
    // P and T are the only two with both rates.
    let pair = try items.finding(of: "AverageOdds")
    #expect(isClose(pair.value.number, 0.41666666666666663))
    #expect(pair.responsible == [0, 4])
    // S and T have no false positives, and neither has R.
    let treatment = try items.finding(of: "TreatmentEquality")
    #expect(
      treatment.cells.map(\.reason) == [
        nil, nil, .nothing(.falsePositives), .nothing(.falsePositives),
        .nothing(.falsePositives),
      ])
    #expect(treatment.value.number == 0)
    // Without S and T the only TPRs are P's and R's, both ½: no gap, where a 0 for Q makes one of ½.
    let kept = rows.filter { "PQR".contains($0.group) }
    var part = Assessment(scale: FairnessCase.scale, gold: kept.map(\.gold))
    part.predicted = kept.map(\.predicted)
    #expect(
      try GroupedItems(part, groups: kept.map(\.group)).number("EqualizedOdds") == 0)
  }
}
