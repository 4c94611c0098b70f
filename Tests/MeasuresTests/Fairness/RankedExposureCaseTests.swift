@testable import Measures
import Testing

@Suite("Exposure on the worked case is what references give")
struct RankedExposureCaseTests {
  @Test(
    "AWRF is 1 less the squared distance of scipy 1.17.1's jensenshannon",
    arguments: [
      ("AWRF(discount=trec,base=e)", 0.9880754899481082),
      ("AWRF(discount=trec,base=2)", 0.9827965684831053),
      ("AWRF(discount=log2,base=e)", 0.9904362049481479),
      ("AWRF(discount=log2,base=2)", 0.9862023603066146),
      ("AWRF(discount=geometric,patience=0.5,base=e)", 0.897180078921102),
      ("AWRF(discount=geometric,patience=0.5,base=2)", 0.8516622097548792),
      ("AWRF(discount=geometric,patience=0.8,base=e)", 0.9797809869999858),
      ("AWRF(discount=geometric,patience=0.8,base=2)", 0.9708301302132101),
    ])
  func awrf(_ name: String, _ expected: Double) throws {
    let items = FairnessCase.ranking(targets: FairnessCase.targets)
    #expect(isClose(try items.number(name), expected))
  }

  @Test("the cells of AWRF are the groups' shares of exposure")
  func shares() throws {
    let finding = try FairnessCase.ranking(targets: FairnessCase.targets)
      .finding(of: "AWRF(discount=trec)")
    let expected = [0.5477954949625006, 0.32653576021264746, 0.12566874482485202]
    for (cell, share) in zip(finding.cells, expected) { #expect(isClose(cell.number, share)) }
    #expect(finding.responsible == [0], "A is furthest from its target")
  }

  @Test("the worst that natural logarithms give is 1 − ln 2, not 0")
  func bounds() throws {
    var assessment = Assessment(scale: FairnessCase.scale, gold: [0])
    assessment.scores = [1]
    let items = GroupedItems(assessment, groups: ["A"], targets: ["A": 0, "B": 1])
    #expect(isClose(try items.number("AWRF(base=e)"), 0.3068528194400548))
    #expect(try items.number("AWRF(base=2)") == 0)
  }

  @Test("exposure parity, treatment and impact (FairRankTune 0.0.7's EXP and EXPU; formulas)")
  func parity() throws {
    let items = FairnessCase.ranking()
    #expect(isClose(try items.number("ExposureRatio"), 0.6234471903778287))
    #expect(isClose(try items.number("ExposureGap"), 0.2041220875765678))
    let cells = try items.finding(of: "ExposureRatio").cells
    for (cell, expected) in zip(
      cells, [0.5420809043527826, 0.34128365657009063, 0.33795881677621475])
    {
      #expect(isClose(cell.number, expected))
    }
    #expect(isClose(try items.number("DTR"), 0.7922062724543201))
    let treatment = try items.finding(of: "DTR").cells.compactMap(\.number)
    #expect(isClose(treatment[0] / treatment[1], 0.7941794075355224))
    let impact = try items.finding(of: "DIR").cells.compactMap(\.number)
    #expect(isClose(impact[0] / impact[1], 2.0492949059317134))
  }

  @Test("NDKL is the definition's, without the 10⁻⁷ that FairRankTune adds to every share")
  func divergence() throws {
    let own = try FairnessCase.ranking().number("NDKL")
    #expect(isClose(own, 0.3529533873108435))
    // FairRankTune 0.0.7.
    #expect(!isClose(own, 0.35295215116227135))
    #expect(isClose(own, 0.35295215116227135, within: 1e-5))
    let given = FairnessCase.ranking(targets: FairnessCase.targets)
    #expect(isClose(try given.number("NDKL"), 0.3757754191980687))
  }

  @Test("a list is short of a group at ranks 5, 8 and 10, one group each (AIF360 0.6.1)")
  func infeasible() throws {
    let items = FairnessCase.ranking(targets: FairnessCase.targets)
    #expect(try items.number("InfeasibleIndex") == 3)
    let upTo = try (1...12).map { try items.number("InfeasibleIndex@\($0)") }
    #expect(upTo == [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3])
  }

  @Test("Skew is undefined where a group is not there, and the others still have theirs")
  func skew() throws {
    let items = FairnessCase.ranking(targets: FairnessCase.targets)
    let first = try items.finding(of: "MinSkew@3")
    #expect(isClose(first.cells[0].number, 0.5108256237659906))
    #expect(isClose(first.cells[1].number, -0.1823215567939547))
    #expect(first.cells[2].reason == .nothing(.itemsAmongTheFirst))
    #expect(isClose(try items.number("MinSkew@10"), -0.28768207245178107))
    #expect(isClose(try items.number("MaxSkew@10"), 0.22314355131420976))
    #expect(isClose(try items.number("MinSkew(group=B)@5"), -0.6931471805599453))
    #expect(try items.number("MinSkew(group=C)@5") == 0)
  }

  @Test(
    "rND is the original's sum (FairRank), rKL the definition's, over the maximum of all orders",
    arguments: [
      ("rND(group=B,step=2)", 0.450652465127383, 0.8575005946113561),
      ("rKL(group=B,step=2)", 0.5756901218648215, 1.5761868218405892),
      ("rND(group=C,step=2)", 0.19971424935081003, 0.7646257457947562),
      ("rKL(group=C,step=2)", 0.2838899805550836, 1.8675805197208541),
    ])
  func ranked(_ name: String, _ sum: Double, _ maximum: Double) throws {
    #expect(isClose(try FairnessCase.ranking().number(name), sum / maximum))
  }

  @Test("FairRank takes shares of 0 and of 1 for 0.001, and so has other values of rKL")
  func replacedShares() {
    for (group, share, original, definition) in [
      ("B", 5.0 / 12, 0.5687988983151658, 0.5756901218648215),
      ("C", 2.0 / 12, 0.2742444064599972, 0.2838899805550836),
    ] {
      var (replaced, exact) = (0.0, 0.0)
      for rank in stride(from: 2, through: 12, by: 2) {
        let count = "AABACBAABCBB".prefix(rank).count { String($0) == group }
        let among = Double(count) / Double(rank)
        let weight = Discount(.log2)[rank]
        exact += weight * naiveDivergence(among, share)
        replaced += weight * naiveDivergence(among == 0 || among == 1 ? 0.001 : among, share)
      }
      #expect(isClose(exact, definition))
      #expect(isClose(replaced, original))
    }
  }

  @Test("favoured pairs are FairRankTune 0.0.7's ARP")
  func favouredPairs() throws {
    let finding = try FairnessCase.ranking().finding(of: "ARP")
    let cells = finding.cells.compactMap(\.number)
    for (cell, expected) in zip(cells, [0.8, 0.2571428571428571, 0.4]) {
      #expect(isClose(cell, expected))
    }
    #expect(isClose(finding.value.number, 0.5428571428571429))
    #expect(finding.responsible == [0, 1])
  }

  @Test("expected exposure is that of the formulas for patience^(k − 1), and EE-L their sum")
  func expectedExposure() throws {
    let items = FairnessCase.ranking()
    let p = 0.7
    for (name, over) in [("items", false), ("groups", true)] {
      let values = try ["EED", "EER", "EEL"].map {
        try #require(
          try items.number("\($0)(\(name),discount=geometric,patience=0.7)"), "\(over)")
      }
      // T_g = (p^b − p^(b+m))/(m(1 − p)): seven relevant documents above five others.
      func power(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * p }
      }
      let first = (1 - power(7)) / (7 * (1 - p))
      let second = (power(7) - power(12)) / (5 * (1 - p))
      let relevant = items.assessment.gold.map { $0 == 1 }
      let target =
        over
        ? [0, 1, 2].map { group in
          zip(relevant, "AABACBAABCBB").reduce(0.0) {
            $1.1 == Array("ABC")[group] ? $0 + ($1.0 ? first : second) : $0
          }
        } : relevant.map { $0 ? first : second }
      let exposure =
        over
        ? [0, 1, 2].map { group in
          "AABACBAABCBB".enumerated().reduce(0.0) {
            $1.element == Array("ABC")[group] ? $0 + power($1.offset) : $0
          }
        } : (0..<12).map(power)
      #expect(isClose(values[0], exposure.reduce(0) { $0 + $1 * $1 }))
      #expect(isClose(values[1], zip(exposure, target).reduce(0) { $0 + $1.0 * $1.1 }))
      let norm = target.reduce(0) { $0 + $1 * $1 }
      #expect(isClose(values[2], values[0] - 2 * values[1] + norm))
    }
  }

  @Test("rankings that are drawn anew for each reader are judged by what items get on average")
  func samples() throws {
    func ranking(_ scores: [Double]) -> GroupedItems {
      var assessment = Assessment(scale: FairnessCase.scale, gold: [1, 1, 0])
      assessment.scores = scores
      return GroupedItems(assessment, groups: ["A", "B", "B"])
    }
    let measure = try Measure("EEL")
    let both = try #require(
      try ExpectedExposure(
        samples: [ranking([3, 2, 1]), ranking([2, 3, 1])], measure: measure, overGroups: false))
    // The two relevant ones change places: exactly what is due.
    #expect(both.loss < 1e-30)
    let tied = try ranking([2, 2, 1]).number("EEL(items)")
    #expect(isClose(tied, both.loss), "ties are the same policy")
    let one = try #require(
      try ExpectedExposure(samples: [ranking([3, 2, 1])], measure: measure, overGroups: false))
    #expect(one.loss > 0.01)
    #expect(
      try ExpectedExposure(samples: [], measure: measure, overGroups: false) == nil)
  }
}
