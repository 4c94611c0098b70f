internal import Mustache

/// How values become text of a page.
///
/// By ``MarkupText``, as the library itself goes by characters, and what they hide would reach a browser.
struct PageEscaping: MustacheContentType {
  /// Scalars of a value that are kept; no sentence of a page is as long.
  static let longest = 5_000

  func escapeText(_ text: String) -> String {
    guard !text.utf8.allSatisfy(Self.isPlain) else {
      return text.utf8.count > Self.longest ? text.prefix(Self.longest) + "…" : text
    }
    return MarkupText.escaped(text, limit: Self.longest)
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
