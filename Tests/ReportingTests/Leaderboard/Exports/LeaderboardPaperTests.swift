import Scoring
import Testing

@testable import Reporting

@Suite("A board for papers")
struct LeaderboardPaperTests {
  static let hostile = [
    "\\input{/etc/passwd}", "100%", "a & b", "x_1^2", "{", "}}", "[1ex]", "<script>alert(1)<",
    "{{x}}", "| b |", "`c`", "\u{202E}abc", "日本", "😀", String(repeating: "w", count: 100),
    "\"quoted\"", "it's", "#1", "$x$", "~", "*",
  ]

  @Test("has no number with more decimals than are published", arguments: [2, 3, 5])
  func decimals(published: Int) throws {
    let board = try ExportedBoard(
      [
        .init(team: "a", area: 0.123456789, brier: 0.3333333333, gap: 0.0123456789),
        .init(team: "b", area: 0.987654321, brier: 0.6666666666, gap: 0.0987654321),
        .init(team: "c", area: 0.987654321, gap: 0.1987654321),
        .init(team: "baseline", area: 0.55555555),
      ], ties: .earliest, decimals: published)
    for name in ["leaderboard.csv", "leaderboard.md", "leaderboard.tex"] {
      let text = try #require(board.files[name])
      let longest = text.matches(of: /[0-9]\.([0-9]+)/).map(\.1.count).max()
      #expect(longest == published, "\(name)")
    }
  }

  @Test("gives the same bytes again")
  func reproducible() throws {
    let runs = Self.hostile.map { ExportedBoard.Run(team: $0, area: 0.5) }
    #expect(try ExportedBoard(runs).files == ExportedBoard(runs).files)
  }

  @Test("is a table with as many cells in each row, whatever teams are called")
  func cells() throws {
    let board = try ExportedBoard(Self.hostile.map { .init(team: $0, area: 0.5) })
    let rows = board.latex.split(separator: "\n").filter { $0.hasSuffix("\\\\") }
    #expect(rows.count == 1 + Self.hostile.count)
    // Between cells stand ampersands without a backslash before them.
    let separators = rows.map { $0.matches(of: /[^\\]&/).count }
    #expect(Set(separators).count == 1 && separators[0] >= 5)
    let lines = board.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(lines.count == 2 * (2 + Self.hostile.count))
    #expect(Set(lines.map { $0.matches(of: /[^\\]\|/).count }).count == 2)
    #expect(!board.markdown.contains("<script>"))
    #expect(!board.latex.contains("\\input"))
  }

  @Test("is a fragment with booktabs' rules, and says what it is of")
  func latex() throws {
    let latex = try ExportedBoard(
      [
        .init(team: "a", area: 0.9), .init(team: "b", area: 0.8), .init(team: "c", area: nil),
        .init(team: "baseline", area: 0.85),
      ], title: "Risk & 50 %"
    ).latex
    #expect(latex.hasPrefix("\\begin{table}\n") && latex.hasSuffix("\\end{table}\n"))
    for part in [
      "\\toprule", "\\midrule", "\\bottomrule", "Risk \\& 50~\\%: 2 ranked submissions by AUC",
      "gold 1a2b3c4d", "epoch 1", "Not in the table: 1 of 4 submissions (1 without a value).",
      "\\texttt{AUC|\\allowbreak{}task:example|\\allowbreak{}gold:1a2b3c4d}",
      "baselines take no rank", "gap(FNR,race) \\textless{}= 0.1",
    ] {
      #expect(latex.contains(part), "\(part)")
    }
  }

  @Test("has 30 rows at most, and says how many are left out")
  func rows() throws {
    let runs = (0..<40).map { ExportedBoard.Run(team: "t\($0)", area: Double($0) / 100) }
    let latex = try ExportedBoard(runs).latex
    #expect(latex.split(separator: "\n").count { $0.hasSuffix("\\\\") } == 31)
    #expect(latex.contains("Not in the table: 10 of 40 submissions (10 with a lower place)."))
  }

  @Test(
    "is whole where there is nothing to rank",
    arguments: [
      [], [ExportedBoard.Run(team: "a", isInvalid: true)], [.init(team: "baseline", area: 0.5)],
    ])
  func nothing(runs: [ExportedBoard.Run]) throws {
    let board = try ExportedBoard(runs)
    #expect(board.latex.contains("0 ranked submissions"))
    #expect(board.markdown.contains("0 ranked submissions"))
    #expect(board.markdown.contains("| rank |"))
    #expect(board.bibliography.hasPrefix("@misc{example-1a2b3c4d,\n"))
  }

  @Test("is cited by task and gold, with the digest of leaderboard.json and no date")
  func bibliography() throws {
    let board = try ExportedBoard([.init(team: "a", area: 0.5)], title: "A {B, \"C\" \\d @e %")
    let entry = board.bibliography
    #expect(entry.hasPrefix("@misc{example-1a2b3c4d,\n"))
    #expect(entry.hasSuffix("\n}\n"))
    #expect(
      entry.contains(
        "title = {{A \\textbraceleft{}B, {\\ttfamily\\char34}C{\\ttfamily\\char34} "
          + "\\textbackslash{}d @e~\\%}}"))
    // BibTeX counts braces, those with a backslash too.
    var depth = 0
    for scalar in entry.unicodeScalars {
      depth += scalar == "{" ? 1 : scalar == "}" ? -1 : 0
      #expect(depth >= 0)
    }
    #expect(depth == 0)
    #expect(!entry.contains("year"))
    let digits = entry.replacing("\\allowbreak{}", with: "").firstMatch(of: /[0-9a-f]{64}/)
    #expect(digits.map { "sha256:" + $0.output } == board.digest)
  }
}
