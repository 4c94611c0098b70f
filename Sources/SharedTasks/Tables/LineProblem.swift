/// A problem in a block of lines whose place in the file is not known yet: blocks are read apart,
/// and how many lines stand before one is known when they are joined.
package struct LineProblem: Sendable {
  /// Counted from 0 within the block.
  package let line: Int
  /// Counted from 1, in characters.
  package let column: Int?
  package let code: DiagnosticCode
  package let message: String
  package let hint: String?
}

/// The problems of one block, in bounded memory.
package struct LineProblems: Sendable {
  /// Beyond this, problems are only counted.
  static let limit = 1000
  package private(set) var problems: [LineProblem] = []
  package private(set) var omitted: [DiagnosticCode: Int] = [:]

  package var isEmpty: Bool { problems.isEmpty }

  /// Keeps a problem; `message` is put together only if there is room for it.
  package mutating func report(
    _ code: DiagnosticCode, line: Int, column: Int? = nil, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String? = nil
  ) {
    guard problems.count < Self.limit else {
      omitted[code, default: 0] += 1
      return
    }
    problems.append(
      LineProblem(line: line, column: column, code: code, message: message(), hint: hint()))
  }
}

extension DiagnosticList {
  /// Adds the problems of a block that begins after `linesBefore` lines of `file`.
  package mutating func append(_ block: LineProblems, file: String, linesBefore: Int) {
    append(block, file: file) { linesBefore + $0 + 1 }
  }

  /// Adds the problems of a block whose lines stand where `lineOfFile` says.
  mutating func append(_ block: LineProblems, file: String, lineOfFile: (Int) -> Int) {
    for problem in block.problems {
      report(
        problem.code, file: file, line: lineOfFile(problem.line), column: problem.column,
        problem.message, hint: problem.hint)
    }
    for (code, count) in block.omitted.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for _ in 0..<count { report(code, file: file, "") }
    }
  }
}

/// What of a block's bytes is not text.
package struct TextProblem: Sendable {
  package let code: DiagnosticCode
  package let offset: Int

  /// The first byte of `bytes` that cannot stand in a table: a NUL, or what is not UTF-8.
  ///
  /// One pass that the compiler turns into vector instructions finds out whether there is anything
  /// to look for; plain ASCII costs no more than that. It counts nothing and compares no byte with
  /// anything wider than a byte, or it would take as long as all the rest of reading.
  ///
  /// - Parameter areFieldsBySpace: whether control characters would pass for white space between
  ///   fields, and are refused for that.
  package static func first(
    in bytes: Span<UInt8>, areFieldsBySpace: Bool = false
  ) -> TextProblem? {
    var any: UInt8 = 0
    var least: UInt8 = 255
    var leastAboveWhiteSpace: UInt8 = 255
    for index in 0..<bytes.count {
      let byte = bytes[index]
      any |= byte
      least = min(least, byte)
      leastAboveWhiteSpace = min(leastAboveWhiteSpace, byte &- 14)
    }
    if areFieldsBySpace, least != 0, least < 9 || leastAboveWhiteSpace < 32 - 14 {
      return TextProblem(code: .controlCharacter, offset: firstControl(in: bytes))
    }
    if least == 0 {
      var offset = 0
      while bytes[offset] != 0 { offset += 1 }
      return TextProblem(code: .nulByte, offset: offset)
    }
    return any < 0x80 ? nil : firstOutsideUTF8(bytes)
  }

  /// The first control character that is no white space (those from tab to carriage return are).
  private static func firstControl(in bytes: Span<UInt8>) -> Int {
    var offset = 0
    while bytes[offset] >= 32 || bytes[offset] &- 9 <= 4 { offset += 1 }
    return offset
  }

  /// Well-formed sequences as in table 3-7 of the Unicode Standard.
  private static func firstOutsideUTF8(_ bytes: Span<UInt8>) -> TextProblem? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0x00...0x7F: length = 1
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return TextProblem(code: .badEncoding, offset: index)
      }
      for offset in 1..<max(length, 1) {
        let allowed = offset == 1 ? second : 0x80...0xBF
        guard index + offset < bytes.count, allowed.contains(bytes[index + offset]) else {
          return TextProblem(code: .badEncoding, offset: index)
        }
      }
      index += length
    }
    return nil
  }

  package var message: String {
    switch code {
    case .nulByte: "a NUL byte stands in the file"
    case .controlCharacter: "a control character stands in the line"
    default: "the text is not UTF-8"
    }
  }

  package var hint: String {
    switch code {
    case .nulByte: "save the file as UTF-8 text, not as UTF-16 or a spreadsheet"
    case .controlCharacter: "fields are apart by spaces or tabs"
    default: "save the file as UTF-8"
    }
  }
}
