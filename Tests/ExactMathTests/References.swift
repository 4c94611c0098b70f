import Foundation
import Testing

/// Arguments of a function and its values, exact to 1/65,536 of a unit in the last place (ulp).
///
/// A value is written as the bits of each argument in 16 hexadecimal digits, the bits of the result
/// truncated towards zero in 16, and the next 16 bits of the result in 4. Files of them stand in the
/// folder `References`, one value a line after a head that says where they are from.
struct References: Sendable {
  struct Value: Sendable {
    let arguments: [Double]
    fileprivate let truncated: UInt64
    fileprivate let fraction: UInt64

    /// The distance of a result from the true one in ulp of the true one.
    func error(of result: Double) -> Double {
      // The bits of numbers of one sign count them in order, also across powers of two and into
      // the subnormal numbers. Infinity is the number after the largest.
      let sameSign = (result.bitPattern ^ truncated) >> 63 == 0
      guard sameSign, !result.isNaN else { return .infinity }
      let steps = Int64(bitPattern: result.bitPattern) - Int64(bitPattern: truncated)
      return (Double(steps) - Double(fraction) / 65_536).magnitude
    }
  }

  let values: [Value]

  /// Reads a file of values that are written with the given number of arguments.
  init(_ name: String, arguments count: Int, here: String = #filePath) throws {
    let folder = URL(fileURLWithPath: here).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appendingPathComponent("References/\(name).txt"), encoding: .utf8)
    values = text.split(whereSeparator: \.isNewline).compactMap { word in
      let digits = Array(word)
      guard digits.count == 16 * (count + 1) + 4 else { return nil }
      let numbers = stride(from: 0, to: digits.count, by: 16).compactMap { start in
        UInt64(String(digits[start..<min(start + 16, digits.count)]), radix: 16)
      }
      guard numbers.count == count + 2 else { return nil }
      return Value(
        arguments: numbers[..<count].map(Double.init(bitPattern:)),
        truncated: numbers[count], fraction: numbers[count + 1])
    }
  }

  /// Checks that no result is farther than `limit` ulp from the true one and that all `expected`
  /// values were read.
  func check(
    _ name: String, within limit: Double, expected count: Int,
    sourceLocation: SourceLocation = #_sourceLocation, _ function: ([Double]) -> Double
  ) {
    #expect(values.count == count, sourceLocation: sourceLocation)
    var largest = 0.0
    for value in values {
      let result = function(value.arguments)
      let error = value.error(of: result)
      #expect(
        error <= limit, "\(name) of \(value.arguments) is \(result)",
        sourceLocation: sourceLocation)
      largest = max(largest, error)
    }
    print("\(name): at most \(largest) ulp in \(count) hard arguments")
  }
}
