internal import Mustache
internal import SharedTasks

/// How values become text of a page.
///
/// By Unicode scalars: to Swift a quotation mark with a combining mark behind it is one character and
/// not a quotation mark, and so is `<` behind a letter that joins with what follows it. To a browser
/// they are what they are. Controls and what directs or hides text are written out, as in messages.
struct PageEscaping: MustacheContentType {
  /// Scalars of a value that are kept; no sentence of a page is as long.
  static let longest = 5_000

  func escapeText(_ text: String) -> String {
    guard !text.utf8.allSatisfy(Self.isPlain) else {
      return text.utf8.count > Self.longest ? text.prefix(Self.longest) + "…" : text
    }
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    for scalar in PrintableText.escaped(text, limit: Self.longest).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Letters, digits and what else of ASCII means nothing to a browser.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    // " & ' < > stand for themselves in no attribute or text.
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    default: (0x20...0x7E).contains(byte)
    }
  }
}
