@testable import Measures
import Testing

@Suite("Ranking measures are what their definitions say")
struct RankingDefinitionTests {
  /// Strict orders: unjudged and pooled items, judged items left out, items written several times.
  static let strict: [ListSample] = (0..<400).map { seed in
    ListSample(
      seed: seed, scale: Scales.ofLists[seed % 3], groups: 6, size: 2,
      copies: seed % 4 == 0 ? 3 : 1, hasTies: false)
  }

  /// Ties in groups of up to six.
  static let tied: [ListSample] =
    (0..<150).map { seed in
      ListSample(
        seed: 1000 + seed, scale: Scales.ofLists[seed % 3], groups: 4, size: 3, hasTies: true)
    }
    + (0..<60).map { seed in
      ListSample(
        seed: 2000 + seed, scale: Scales.ofLists[seed % 3], groups: 2, size: 2, copies: 3,
        hasTies: true)
    }
    + (0..<12).map { seed in
      ListSample(
        seed: 3000 + seed, scale: Scales.ofLists[seed % 3], groups: 1, size: 6, hasTies: true)
    }

  @Test("in a strict order", arguments: NaiveRankingCase.all)
  func strictOrder(_ measure: NaiveRankingCase) throws {
    let kernels = try Scales.ofLists.map(measure.kernel)
    for (index, sample) in Self.strict.enumerated() {
      let value = kernels[index % 3](sample.kernel)
      let expected = measure.value(sample.naive)
      try #require(
        agree(value, expected),
        "\(value) is not \(String(describing: expected)) for \(sample)")
    }
  }

  @Test(
    "with ties: the average over all orders of the tied",
    arguments: NaiveRankingCase.all.filter { $0.ties != .refused && $0.ties != .approximate })
  func ties(_ measure: NaiveRankingCase) throws {
    for sample in Self.tied where sample.naive.permutationCount <= 5000 {
      let value = try measure.kernel(on: sample.scale)(sample.kernel)
      let expected = measure.value(
        of: sample.naive, arrangements: sample.arrangements, hasTies: true)
      try #require(
        agree(value, expected),
        "\(value) is not \(String(describing: expected)) for \(sample)")
    }
  }

  @Test("values are within the range that the catalogue states", arguments: NaiveRankingCase.all)
  func ranges(_ measure: NaiveRankingCase) throws {
    let range = try Measure(measure.measure).definition.range
    for sample in Self.strict + (measure.ties == .refused ? [] : Self.tied) {
      guard let number = try measure.kernel(on: sample.scale)(sample.kernel).number else {
        continue
      }
      try #require(
        number >= range.lowerBound - 1e-12 && number <= range.upperBound + 1e-12,
        "\(number) for \(sample)")
    }
  }
}
