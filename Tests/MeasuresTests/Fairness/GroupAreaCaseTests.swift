@testable import Measures
import Testing

@Suite("Areas between groups on the worked case are what references give")
struct GroupAreaCaseTests {
  /// scikit-learn 1.9.1's roc_auc_score of the rows of each cell, by sex F and M and by race A, B, C.
  static let cells: [(items: GroupedItems, areas: [Double])] = [
    (FairnessCase.sexes, [0.9117647058823529, 0.7909090909090909, 0.9764705882352941, 0.885]),
    (
      FairnessCase.races,
      [
        0.9111111111111112, 0.8564814814814816, 0.9444444444444445, 0.9722222222222223,
        0.9259259259259259, 1, 0.8333333333333333, 0.7222222222222222, 1,
      ]
    ),
  ]

  @Test("xAUC of all pairs in one pass is that of each pair of columns")
  func matrix() {
    for (items, areas) in Self.cells {
      let counts = items.positivesAboveNegatives
      for upper in 0..<counts.groups {
        for lower in 0..<counts.groups {
          let area = counts.area(.group(upper), .group(lower)).number
          #expect(isClose(area, areas[upper * counts.groups + lower]))
        }
      }
    }
  }

  @Test("AUC is the mean of the cells of xAUC, weighed by their pairs")
  func identity() throws {
    let samples =
      Self.cells.map(\.items)
      + (0..<300).map {
        GroupSample(seed: 160_000 + $0, items: 2...30, copies: 2, leavesOut: .leftOut).kernel
      }
    var found = 0
    for items in samples where items.isDisjoint {
      let counts = items.positivesAboveNegatives
      guard let whole = try items.number("AUC"), counts.uppers.reduce(0, +) == counts.upperCount,
        counts.lowers.reduce(0, +) == counts.lowerCount
      else { continue }
      found += 1
      var sum = 0.0
      for upper in 0..<counts.groups {
        for lower in 0..<counts.groups {
          let pairs = Double(counts.uppers[upper]) * Double(counts.lowers[lower])
          sum += pairs * (counts.area(.group(upper), .group(lower)).number ?? 0)
        }
      }
      #expect(isClose(sum / Double(counts.upperCount) / Double(counts.lowerCount), whole))
    }
    #expect(found > 50)
  }

  @Test(
    "subgroup, BPSN and BNSP AUC and both equality gaps (scikit-learn 1.9.1; scipy 1.17.1)",
    arguments: [
      ("SubgroupAUC", "F", 0.9117647058823529), ("SubgroupAUC", "M", 0.885),
      ("BPSN", "F", 0.9764705882352941), ("BPSN", "M", 0.7909090909090909),
      ("BNSP", "F", 0.7909090909090909), ("BNSP", "M", 0.9764705882352941),
      ("NegAEG", "F", -0.14117647058823535), ("NegAEG", "M", 0.1411764705882353),
      ("PosAEG", "F", -0.17727272727272725), ("PosAEG", "M", 0.17727272727272725),
      ("SubgroupAUC", "C", 1), ("BPSN", "A", 0.9259259259259259),
      ("BPSN", "B", 0.8296296296296296), ("BPSN", "C", 0.962962962962963),
      ("BNSP", "A", 0.8784722222222223), ("BNSP", "B", 0.9768518518518519),
      ("BNSP", "C", 0.7916666666666667), ("NegAEG", "A", -0.03888888888888886),
      ("NegAEG", "B", 0.12654320987654322), ("NegAEG", "C", -0.1875),
      ("PosAEG", "A", 0.07407407407407407), ("PosAEG", "B", 0.12777777777777777),
      ("PosAEG", "C", -0.36111111111111116),
    ])
  func subgroups(_ name: String, _ group: String, _ expected: Double) throws {
    let items = ["F", "M"].contains(group) ? FairnessCase.sexes : FairnessCase.races
    #expect(isClose(try items.number("\(name)(group=\(group))"), expected))
  }

  @Test("disparity and equal opportunity of pairs, with the pair responsible")
  func pairs() throws {
    let sexes = try FairnessCase.sexes.finding(of: "xAUCDisparity")
    #expect(isClose(sexes.value.number, 0.1855614973262032))
    #expect(sexes.responsible == [1, 0], "M's positives stand above F's negatives")
    let races = try FairnessCase.races.finding(of: "xAUCDisparity")
    #expect(isClose(races.value.number, 0.2777777777777778))
    #expect(races.responsible == [1, 2])
    #expect(
      isClose(try FairnessCase.sexes.number("xAUCGap"), 0.1855614973262032))
    #expect(
      isClose(try FairnessCase.races.number("xAUCGap"), 0.2777777777777778))
  }

  @Test("ABROCA is an area; holisticai 1.0.14 gives the difference of the AUCs by that name")
  func area() throws {
    let area = try #require(try FairnessCase.sexes.number("ABROCA"))
    #expect(isClose(area, 0.03687651920272241))
    #expect(area > 0.0267647058823528 + 0.01)
  }

  @Test("an area is at least the difference of the AUCs, 0 to itself and the same both ways")
  func areaLaws() throws {
    var found = 0
    for seed in 0..<300 {
      let items = GroupSample(seed: 170_000 + seed, items: 4...40, copies: 2).kernel
      guard items.groups.count == 2, let area = try items.number("ABROCA") else { continue }
      found += 1
      let cells = try items.finding(of: "SubgroupAUC").cells.compactMap(\.number)
      #expect(area >= abs(cells[0] - cells[1]) - 1e-12)
      #expect(area <= 1)
    }
    #expect(found > 50)
    var curve = ROCCurve()
    curve.append(positives: 2, negatives: 1)
    curve.append(positives: 1, negatives: 3)
    #expect(ROCCurve.areaBetween(curve, curve) == 0)
  }

  /// MCGrad 0.1.5 has 0.0825 and p 0.9664 of group A, by the order in which numpy leaves equal scores;
  /// in the other order, and with equal scores together, it is 0.0775. Of B both are as here.
  @Test("calibration of each group (MCGrad 0.1.5): bins [lo, hi), and equal scores together")
  func calibration() throws {
    func group(_ range: Range<Int>) -> Assessment {
      let rows = FairnessCase.probabilities[range]
      var assessment = Assessment(scale: FairnessCase.scale, gold: rows.map(\.gold))
      assessment.scores = rows.map(\.score)
      return assessment
    }
    for (range, exact, bins, range5, inTheLarge, p) in [
      (0..<20, 0.08, 0.09, 0.0775, 0.075, 0.9823429709833769),
      (20..<40, 0.24, 0.25, 0.2475, 0.175, 0.021003381371062946),
    ] {
      let own = group(range)
      #expect(isClose(try own.value(of: "ECE(bins=5)").number, exact))
      // MCGrad's edge between the third and the fourth bin is 3·0.2 = 0.6000000000000001.
      var below = own
      below.scores = own.scores?.map { $0 == 0.6 ? $0.nextDown : $0 }
      #expect(isClose(try below.value(of: "ECE(bins=5)").number, bins))
      #expect(isClose(try own.value(of: "ECCE").number, range5))
      #expect(isClose(try own.value(of: "ECCEp").number, p, within: 1e-9))
      #expect(isClose(try own.value(of: "MeanCalibration").number, inTheLarge))
    }
  }
}
