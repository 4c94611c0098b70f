#if canImport(FoundationEssentials)
private import FoundationEssentials
#else
private import Foundation
#endif

/// JSON with sorted keys, so that the same answer is the same bytes.
package enum JSONText {
  package static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
  }

  /// Reads what ``of(_:)`` wrote.
  package static func read<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws
    -> Value
  {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// Writes out what a terminal would act upon and the encoder leaves as it is: delete and the
  /// controls above ASCII, overrides of the writing direction, separators of lines. None of them can
  /// stand outside a string, and a reader of JSON gets the same string back.
  private static func escaped(_ json: String) -> String {
    guard json.utf8.contains(where: { $0 >= 0x7F }) else { return json }
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar != "\n", .format, .lineSeparator, .paragraphSeparator:
        for unit in Character(scalar).utf16 {
          let digits = String(unit, radix: 16)
          let zeros = String(repeating: "0", count: 4 - digits.count)
          result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
        }
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
