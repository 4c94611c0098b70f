import Testing

@testable import Measures

@Suite("Scores that can be exchanged")
struct ExchangeableScoresTests {
  static let scale = GradeScale(
    names: ["none", "low", "severe"], grades: [0, 1, 2], positive: [false, false, true])

  static func sample(leavesOut: Bool = false) -> Assessment {
    var sample = Assessment(scale: scale, gold: [0, 2, 1, 2, 0, 0, 1, 2])
    sample.scores = [0.1, 0.9, 0.4, 0.4, 0.6, 0.05, 0.3, 0.6]
    sample.predicted = [0, 2, 2, 0, 1, 0, 1, 2]
    sample.probabilities = [
      [0.8, 0.05, 0.3, 0.4, 0.2, 0.9, 0.3, 0.2], [0.1, 0.05, 0.3, 0.2, 0.2, 0.05, 0.4, 0.2],
      [0.1, 0.9, 0.4, 0.4, 0.6, 0.05, 0.3, 0.6],
    ]
    if leavesOut { sample.answered = [true, true, false, true, true, false, true, true] }
    return sample
  }

  @Test(
    "leave every measure of items as it is",
    arguments: [
      "AUC", "AUC(ovr)", "AUC(ovo)", "AUC(max_fpr=0.4)", "AveragePrecision", "PRAUC", "nDCG@3",
      "AP",
      "P@2", "Spearman", "Pearson", "Brier", "LogLoss(all)", "ECE", "F1(macro)", "QWK", "tau",
    ], [false, true])
  func unchanged(name: String, leavesOut: Bool) throws {
    let bound = try Measure(name).bound(to: Self.scale)
    let sample = Self.sample(leavesOut: leavesOut)
    let value = sample.values(of: [bound])[0]
    let exchangeable = sample.exchangeable(for: bound).values(of: [bound])[0]
    if let number = value.number {
      let other = try #require(exchangeable.number)
      #expect(abs(number - other) < 1e-12)
    } else {
      #expect(exchangeable == value)
    }
  }

  @Test("do not depend on the scale of the scores")
  func scaleFree() throws {
    let bound = try Measure("AUC").bound(to: Self.scale)
    let sample = Self.sample()
    var stretched = sample
    stretched.scores = sample.scores?.map { 1000 * $0 * $0 * $0 - 7 }
    #expect(stretched.exchangeable(for: bound).scores == sample.exchangeable(for: bound).scores)
  }

  @Test("have their middle rank as a share, ties together")
  func ranks() throws {
    let bound = try Measure("AUC").bound(to: Self.scale)
    let ranks = Self.sample().exchangeable(for: bound).scores?.map { $0 * 8 }
    // From below: 0.05, 0.1, 0.3, 0.4 twice, 0.6 twice, 0.9; a middle rank less one half.
    #expect(ranks == [1.5, 7.5, 4, 4, 6, 0.5, 2.5, 6])
  }

  @Test("change places where they are told to, answers left out with them")
  func swaps() {
    let first = Self.sample()
    var second = Self.sample(leavesOut: true)
    second.scores = second.scores?.map { $0 + 10 }
    second.predicted = second.predicted?.map { 2 - $0 }
    let isSwapped = [true, false, true, false, false, false, false, true]
    let mixed = first.swapped(with: second, where: isSwapped)
    #expect(mixed.scores == [10.1, 0.9, 10.4, 0.4, 0.6, 0.05, 0.3, 10.6])
    #expect(mixed.predicted == [2, 2, 0, 0, 1, 0, 1, 0])
    #expect(mixed.answered == [true, true, false, true, true, true, true, true])
    let back = mixed.swapped(
      with: second.swapped(with: first, where: isSwapped), where: isSwapped)
    #expect(back.scores == first.scores)
    #expect(back.predicted == first.predicted)
    #expect(back.probabilities == first.probabilities)
  }

  @Test("a score column that one submission lacks is not made up")
  func lacking() {
    var second = Self.sample()
    second.scores = nil
    second.probabilities = nil
    let mixed = Self.sample().swapped(with: second, where: Array(repeating: false, count: 8))
    #expect(mixed.scores == nil)
    #expect(mixed.probabilities == nil)
  }
}

@Suite("AUC of ranks that change places")
struct AreaExchangeTests {
  @Test("is AUC of the mixed columns", arguments: 0..<256)
  func law(arrangement: Int) throws {
    let bound = try Measure("AUC").bound(to: ExchangeableScoresTests.scale)
    let first = ExchangeableScoresTests.sample()
    var second = first
    second.scores = [0.3, 0.2, 0.2, 0.7, 0.1, 0.9, 0.3, 0.2]
    let isSwapped = (0..<8).map { arrangement >> $0 & 1 == 1 }
    let (a, b) = (first.exchangeable(for: bound), second.exchangeable(for: bound))
    let values = [a.swapped(with: b, where: isSwapped), b.swapped(with: a, where: isSwapped)]
      .compactMap { $0.values(of: [bound])[0].number }
    #expect(values.count == 2)
    let difference = try #require(AreaExchange(first, second)).difference(isSwapped)
    #expect(abs(difference - (values[0] - values[1])) < 1e-12)
  }

  @Test("is not there where an answer is left out, or all items are of one class")
  func none() {
    let sample = ExchangeableScoresTests.sample()
    #expect(AreaExchange(sample, ExchangeableScoresTests.sample(leavesOut: true)) == nil)
    var one = Assessment(scale: ExchangeableScoresTests.scale, gold: [2, 2])
    one.scores = [0.1, 0.2]
    #expect(AreaExchange(one, one) == nil)
  }
}

@Suite("Probabilities that can be exchanged")
struct ExchangeableProbabilitiesTests {
  @Test(
    "come from scores in one system and from columns in the other", arguments: ["Brier", "ECE"])
  func mixed(name: String) throws {
    let bound = try Measure(name).bound(to: ExchangeableScoresTests.scale)
    var columns = ExchangeableScoresTests.sample()
    columns.scores = nil
    var scores = ExchangeableScoresTests.sample()
    scores.probabilities = nil
    scores.scores = scores.scores?.map { 1 - $0 }
    let (a, b) = (columns.exchangeable(for: bound), scores.exchangeable(for: bound))
    let all = Array(repeating: true, count: 8)
    #expect(a.swapped(with: b, where: all).values(of: [bound]) == scores.values(of: [bound]))
    #expect(b.swapped(with: a, where: all).values(of: [bound]) == columns.values(of: [bound]))
  }
}
