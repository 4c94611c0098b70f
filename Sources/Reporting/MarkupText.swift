internal import SharedTasks

/// Text of anybody as XML and HTML have it, in elements and in attributes.
enum MarkupText {
  /// By Unicode scalars: to Swift a quotation mark with a combining mark behind it is one character and
  /// not a quotation mark, and so is `<` behind a letter that joins with what follows it. To a reader of
  /// markup they are what they are. Controls, which XML 1.0 cannot hold, and what directs or hides text
  /// are written out, as in messages.
  ///
  /// - Parameter limit: of scalars that are kept.
  static func escaped(_ text: String, limit: Int) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    for scalar in PrintableText.escaped(text, limit: limit).unicodeScalars {
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
}
