internal import ExactMath

/// How many words each item has, so that every item has a number.
package struct WordCounts: Sendable {
  /// What a count may be: no more than anybody writes, and far from overflow.
  package static let range = 0...1e9

  /// One an item; items without a count have the mean of the others, 0 where none has one.
  package let values: [Double]
  package let mean: Double
  /// Items without a count of their own.
  package let unknown: Int

  /// The counts of some of the items; what is not known is still of the mean of all.
  package func items(_ positions: [Int]) -> WordCounts {
    WordCounts(values: positions.map { values[$0] }, mean: mean, unknown: unknown)
  }

  private init(values: [Double], mean: Double, unknown: Int) {
    self.values = values
    self.mean = mean
    self.unknown = unknown
  }

  /// - Parameter counts: one an item, negative where it is not known; nil where nothing is.
  package init(_ counts: [Double]?, items: Int) {
    let known = counts?.filter { $0 >= 0 } ?? []
    let mean = known.isEmpty ? 0 : Exact.sum(known) / Double(known.count)
    values = counts?.map { $0 < 0 ? mean : $0 } ?? Array(repeating: mean, count: items)
    self.mean = mean
    unknown = items - known.count
  }
}
