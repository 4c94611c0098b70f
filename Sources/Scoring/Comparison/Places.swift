internal import Measures

/// The places of systems by one measure.
enum Places {
  /// 1 for the best, equal values sharing their place; nil for a system without a value, and for all
  /// where neither direction is better.
  static func of(_ values: [MeasureValue], _ measure: Measure) -> [Int?] {
    let numbers = values.map(\.number)
    switch measure.definition.direction {
    case .neither: return values.map { _ in nil }
    case .higherIsBetter:
      return numbers.map { own in
        own.map { own in 1 + numbers.count { ($0 ?? -.infinity) > own } }
      }
    case .lowerIsBetter:
      return numbers.map { own in
        own.map { own in 1 + numbers.count { ($0 ?? .infinity) < own } }
      }
    }
  }

  /// The positions of `places`, the best first, equal ones and those without a place as they come.
  static func order(_ places: [Int?]) -> [Int] {
    places.indices.sorted { (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1) }
  }
}
