/// Makes text from hostile input safe to show on a terminal, in a log and on a page.
///
/// A value in a submission may carry escape sequences that clear the terminal, line breaks that
/// forge a second diagnostic, or overrides of the writing direction that show a name backwards.
/// All of these are written out as `\u{1B}`; letters of every script stay as they are.
package enum PrintableText {
  /// Unicode scalars of a value that are quoted before it is cut.
  static let longestQuotation = 60

  /// The text with every invisible or directing scalar written out, cut after `limit` scalars.
  ///
  /// The limit counts scalars, not characters, because one character may be a million combining
  /// marks long.
  package static func escaped(_ text: String, limit: Int) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit {
        result += "…"
        break
      }
      count += 1
      append(scalar, to: &result)
    }
    return result
  }

  /// Whether any scalar would have to be written out.
  static func hidesSomething(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: isInvisible)
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case " "..."~":
      text.unicodeScalars.append(scalar)
    case "\t":
      text += "\\t"
    case "\n":
      text += "\\n"
    case "\r":
      text += "\\r"
    default:
      if isInvisible(scalar) {
        text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Controls, formats (among them the bidirectional overrides and zero-width joiners), separators
  /// of lines and scalars without a meaning of their own.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }
}
