extension TerminalText {
  /// A signature as code, which has nothing to escape: neither the names of tasks, splits and
  /// measures nor numbers have a backtick.
  static func markdownSignature(_ signature: String) -> String {
    signature.unicodeScalars.contains("`") ? markdown(signature) : "`\(signature)`"
  }

  /// Text that stays text in GitHub's Markdown, in a table and out of one.
  ///
  /// By scalars: a bar with a combining mark behind it is another character, and a bar all the same.
  static func markdown(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\t", "\n", "\r":
        escaped.append(" ")
        continue
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "&", "~", "$":
        escaped.append("\\")
      // `https://` and `www.` would become links.
      case ":" where scalars[(index + 1)...].first == "/",
        "." where index > 2 && scalars[index - 3..<index].allSatisfy { $0 == "w" || $0 == "W" }:
        escaped.append("\\")
      default: break
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}
