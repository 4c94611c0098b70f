/// What units can be to an outcome, as numbers from 0, and what is told of them.
struct OutcomeKinds: Sendable {
  /// The kind of each unit.
  let ofUnit: [UInt8]
  /// How many kinds there are.
  let count: Int
  /// The counts that are told of a subgroup: what a unit of each kind adds to each.
  let told: [[Int]]
  /// Whether a mean or an area is told as well.
  let hasValue: Bool
  /// Whether a subgroup is as large as its smaller class, instead of as all that the outcome is of.
  private let isOfClasses: Bool

  /// A rate: units that it is not conditioned on, misses and hits.
  init(rate outcomes: [Bool?]) {
    ofUnit = outcomes.map { $0.map { $0 ? 2 : 1 } ?? 0 }
    (count, told, hasValue, isOfClasses) = (3, [[0, 1, 1], [0, 0, 1]], false, false)
  }

  /// A number: units without one, and with one.
  init(numbers: [Double?]) {
    ofUnit = numbers.map { $0 == nil ? 0 : 1 }
    (count, told, hasValue, isOfClasses) = (2, [[0, 1]], true, false)
  }

  /// An area: negative units and positive ones. The smaller number of both is told.
  init(isPositive: [Bool]) {
    ofUnit = isPositive.map { $0 ? 1 : 0 }
    (count, told, hasValue, isOfClasses) = (2, [[1, 0], [0, 1]], true, true)
  }

  /// How many units are behind what is told, from how many there are of each kind.
  func size(_ counts: [Int]) -> Int {
    isOfClasses ? min(counts[0], counts[1]) : counts.dropFirst().reduce(0, +)
  }
}
