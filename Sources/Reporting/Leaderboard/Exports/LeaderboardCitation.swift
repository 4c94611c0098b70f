internal import Scoring
internal import SharedTasks

/// What papers cite a board by: an entry of BibTeX.
///
/// It has no year, as a board does not know when it is published: the same board gives the same bytes.
/// The epoch and the digest of `leaderboard.json` tell which one it is.
struct LeaderboardCitation {
  let board: Leaderboard
  /// The bytes of `leaderboard.json`.
  let document: [UInt8]

  init(_ board: Leaderboard, document: [UInt8]) {
    self.board = board
    self.document = document
  }

  /// `key` is what styles sort by where there is no author (Patashnik, "BibTeXing", 1988).
  var text: String {
    let digest = Digest.sha256(document).split(separator: ":").last.map(String.init) ?? ""
    let split = board.split.printable
    let fields = [
      ("key", Self.escaped(board.task)),
      ("title", "{\(Self.escaped(board.title.printable))}"),
      (
        "howpublished",
        Self.escaped("Leaderboard of the task \(board.task), split \(split)")
          + ", \\texttt{\(LeaderboardPaths.document)}"
      ),
      (
        "note",
        Self.escaped("Epoch \(board.document.epoch), cltask \(board.document.cltask)")
          + ", SHA-256 \(Self.breakable(digest))"
      ),
    ]
    return "@misc{\(citationKey),\n"
      + fields.map { "  \($0.0) = {\($0.1)},\n" }.joined() + "}\n"
  }

  /// `suicide-risk-1a2b3c4d`: of the task and the gold, whatever else changes.
  private var citationKey: String {
    let parts = [board.task] + [board.shortGold].compactMap(\.self)
    let key = parts.joined(separator: "-")
    // BibTeX ends keys at commas, braces, quotation marks and the like.
    let allowed = key.unicodeScalars.map { scalar -> Character in
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain || scalar == "-" ? Character(scalar) : "-"
    }
    return String(allowed)
  }

  /// As for LaTeX; but BibTeX counts braces, with a backslash before them or without.
  private static func escaped(_ text: String) -> String {
    TerminalText.latex(text)
      .replacing("\\{", with: "\\textbraceleft{}").replacing("\\}", with: "\\textbraceright{}")
  }

  /// Digits of one width, in parts that may stand on two lines.
  private static func breakable(_ digits: String) -> String {
    var parts: [Substring] = []
    var rest = digits[...]
    while !rest.isEmpty {
      parts.append(rest.prefix(16))
      rest = rest.dropFirst(16)
    }
    return "\\texttt{" + parts.joined(separator: "\\allowbreak{}") + "}"
  }
}
