@testable import Measures
import Testing

/// Whether a kernel's value is what the definition says: both undefined, or equal but for rounding.
func agree(_ kernel: MeasureValue, _ naive: Double?, within tolerance: Double = 1e-12) -> Bool {
  guard let naive else { return kernel.number == nil }
  guard let number = kernel.number else { return false }
  return abs(number - naive) <= tolerance * max(1, abs(naive))
}

extension NaiveRankingCase: CustomTestStringConvertible {
  var testDescription: String { measure }
}

extension NaiveAnswerCase: CustomTestStringConvertible {
  var testDescription: String { measure }
}

extension NaiveRankingCase {
  /// The value over the orders that ties allow.
  func value(of list: NaiveList, arrangements: [NaiveList], hasTies: Bool) -> Double? {
    guard hasTies else { return value(list) }
    switch ties {
    case .defined: return value(list)
    case .refused, .approximate: return nil
    case .averaged:
      let values = arrangements.compactMap { value($0) }
      return values.isEmpty ? nil : values.average
    }
  }

  /// The kernel's function for lists on `scale`.
  func kernel(on scale: GradeScale) throws -> RankedList.Function {
    guard case .list(_, let function) = try Measure(measure).bound(to: scale).function else {
      throw MeasureNameError("\(measure) is not of a ranked list")
    }
    return function
  }
}
