import Foundation

/// Järvelin and Kekäläinen, TOIS 2002.
struct NaiveNDCG: Sendable {
  var gain: @Sendable (Double) -> Double = { $0 }
  var discount: @Sendable (Int) -> Double = { 1 / log2(Double($0) + 1) }
  var cutoff: Int?

  /// Burges et al., ICML 2005.
  static let exponential: @Sendable (Double) -> Double = { pow(2, $0) - 1 }
  /// The original form with base 2: no discount before rank 2, then the logarithm of the rank.
  static let original: @Sendable (Int) -> Double = { $0 < 2 ? 1 : 1 / log2(Double($0)) }

  func dcg(_ list: NaiveList) -> Double { cumulated(list.ranked.map { $0.hasAnswer ? $0 : nil }) }

  func ndcg(_ list: NaiveList) -> Double {
    let ideal = cumulated(list.pool.sorted { ($0.grade ?? 0) > ($1.grade ?? 0) })
    return ideal > 0 ? dcg(list) / ideal : 0
  }

  private func cumulated(_ items: [NaiveItem?]) -> Double {
    var sum = 0.0
    for (index, item) in items.enumerated() where index < cutoff ?? .max {
      sum += gain(max(item?.grade ?? 0, 0)) * discount(index + 1)
    }
    return sum
  }
}
