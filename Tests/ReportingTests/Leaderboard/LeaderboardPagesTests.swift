import Foundation
import SharedTasks
import Testing

@testable import Reporting
@testable import Scoring

@Suite("Pages of a board")
struct LeaderboardPagesTests {
  /// Pages by their paths.
  private static func pages(of board: Leaderboard) async throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try await LeaderboardPages(board).files(threads: 2).map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  /// What every page has to be, whatever is on it.
  private static func check(_ board: Leaderboard) async throws {
    let pages = try await pages(of: board)
    #expect(
      Set(pages.keys)
        == Set(["index.html"] + board.submissions.map { LeaderboardPaths.page(of: $0.place) }))
    let exports = try LeaderboardExports(board).files().map(\.path)
    let others =
      exports + board.epochs.map { LeaderboardPaths.epoch($0.epoch) + "/leaderboard.json" }
      + board.submissions.filter { $0.score != nil }.map { LeaderboardPaths.receipt(of: $0.place) }
    let targets = Set(pages.keys).union(others)
    for (path, html) in pages {
      let page = try #require(PageDocument(html), "\(path) is not well-formed")
      #expect(page.elements(named: "h1").count == 1, "\(path)")
      #expect(page.elements(named: "main").count == 1)
      #expect(page.elements(named: "html").first?.attributes["lang"] == "en")
      let ids = page.attributes("id")
      #expect(Set(ids).count == ids.count, "\(path) has an id twice")
      let named = ["aria-labelledby", "for"].flatMap(page.attributes)
        .flatMap { $0.split(separator: " ").map(String.init) }
      #expect(Set(named).isSubset(of: ids), "\(path)")
      #expect(
        page.elements(named: "table").count == page.elements(named: "caption").count, "\(path)")
      #expect(page.elements(named: "th").allSatisfy { $0.attributes["scope"] != nil })
      for element in page.elements {
        #expect(element.attributes.keys.allSatisfy { $0 != "style" && !$0.hasPrefix("on") })
        #expect(element.attributes["src"] == nil)
      }
      // Nothing leads out of the board.
      for link in page.attributes("href") where link != "data:," {
        #expect(leads(link, on: path, to: targets, ids: ids), "\(path): \(link)")
      }
      let values = page.elements.flatMap { $0.attributes.filter { $0.key != "xmlns" }.values }
      #expect(!values.contains { $0.contains("//") }, "\(path)")
      #expect(!html.contains("@import") && !html.contains("url("))
    }
  }

  private static func leads(
    _ link: String, on path: String, to files: Set<String>, ids: [String]
  ) -> Bool {
    if link.hasPrefix("#") { return ids.contains(String(link.dropFirst())) }
    var folder = path.split(separator: "/").dropLast().map(String.init)
    for name in link.split(separator: "/") {
      if name == ".." {
        guard folder.popLast() != nil else { return false }
      } else {
        folder.append(name.removingPercentEncoding ?? "")
      }
    }
    return files.contains(folder.joined(separator: "/"))
  }

  @Test(
    "are whole, lead nowhere else and have one heading, for each kind of task",
    arguments: ExampleBoard.tasks)
  func kinds(task: String) async throws {
    let board = try await ExampleBoard(task).board
    try await Self.check(board)
    let index = try #require(try await Self.pages(of: board)["index.html"])
    for standing in board.standings.standings {
      #expect(index.contains(PageEscaping().escapeText(standing.why)))
    }
  }

  @Test("allow the very bytes of their style and script, and nothing else")
  func policy() async throws {
    let board = try await ExampleBoard("suicide-risk").board
    for (path, html) in try await Self.pages(of: board) {
      let page = try #require(PageDocument(html))
      let policy = try #require(
        page.elements(named: "meta").first {
          $0.attributes["http-equiv"] == "Content-Security-Policy"
        }?.attributes["content"]
      ).replacing("&#39;", with: "'")
      let styles = page.elements(named: "style")
      #expect(styles.count == 1)
      #expect(
        styles.allSatisfy {
          policy.contains("style-src '\(Digest.integrity(Array($0.text.utf8)))'")
        })
      let scripts = page.elements(named: "script")
      #expect(scripts.count == (path == "index.html" ? 1 : 0))
      #expect(
        scripts.allSatisfy {
          policy.contains("script-src '\(Digest.integrity(Array($0.text.utf8)))'")
        })
      #expect(scripts.allSatisfy { $0.text.utf8.count < 4_096 && !$0.text.contains("innerHTML") })
      #expect(policy.hasPrefix("default-src 'none'; "))
      #expect(!policy.contains("unsafe"))
    }
  }

  @Test("are the same bytes for the same board, with any number of threads")
  func sameBytes() async throws {
    let board = try await ExampleBoard("staged-triage").board
    let (first, second) = (
      try await LeaderboardPages(board).files(threads: 1),
      try await LeaderboardPages(board).files(threads: 3)
    )
    #expect(first.map(\.path) == second.map(\.path))
    #expect(first.map(\.bytes) == second.map(\.bytes))
  }

  static let hostile = [
    "<script>alert(1)", "{{x}}{{{frame.style}}}", "\"><img src=x onerror=alert(1)>",
    "' onfocus='alert(1)", "\u{0D4E}<script>alert(2)", "a\"\u{301} onmouseover=\"x\"\u{301}",
    "&lt;b&gt;", "50% ? #a:b", "ناصر", String(repeating: "w", count: 100),
  ]

  @Test("show names that would be markup as text")
  func names() async throws {
    let board = try await ExampleBoard("suicide-risk").renamed(
      Self.hostile.map { ($0, $0) }
    ) { score in
      score.metadata = [
        "url": "javascript:alert(1)", "<b>": "\u{202E}<script>\u{0}\u{1B}[2J</script>",
        "long": String(repeating: "m", count: 5_000), "mustache": "{{#standings}}{{/standings}}",
      ]
      score.withoutAudit = "<b>"
      score.scorecard.notes = ["<b>"]
    }
    try await Self.check(board)
    for (path, html) in try await Self.pages(of: board) {
      let page = try #require(PageDocument(html))
      #expect(page.elements(named: "img").isEmpty && page.elements(named: "b").isEmpty)
      #expect(page.elements(named: "script").count == (path == "index.html" ? 1 : 0))
      #expect(!html.unicodeScalars.contains("\u{202E}") && !html.unicodeScalars.contains("\u{0}"))
      #expect(!page.attributes("href").contains { $0.contains("javascript:") })
    }
    let index = try #require(try await Self.pages(of: board)["index.html"])
    #expect(index.contains("{{x}}{{{frame.style}}}"))
    #expect(index.contains("&lt;script&gt;alert(1)"))
  }

  @Test("exist for a board without submissions, with one, and with none that is ranked")
  func small() async throws {
    let example = try await ExampleBoard("suicide-risk")
    try await Self.check(try await example.renamed([]))
    try await Self.check(try await example.renamed([("solo", "only")]))
    let baselines = try await example.renamed([("baseline", "random"), ("baseline", "majority")])
    try await Self.check(baselines)
    let index = try #require(try await Self.pages(of: baselines)["index.html"])
    #expect(index.contains("No submission has a rank yet."))
    #expect(index.contains("A baseline, which takes no rank"))
  }

  @Test("say why a submission was refused, and do not lead to a receipt that it has not")
  func refused() async throws {
    let board = try await ExampleBoard("suicide-risk").refused(
      ["first", "second"], "3 missing-item, <b>")
    try await Self.check(board)
    for html in try await Self.pages(of: board).values {
      #expect(html.contains("3 missing-item, &lt;b&gt;"))
      #expect(!html.contains("receipts/"))
    }
  }

  @Test("show all that a submission has: recall, gaps, subgroups, what it says of itself")
  func whole() async throws {
    let board = try await ExampleBoard("suicide-risk").renamed([("one", "a"), ("two", "b")]) {
      $0.recall = [
        BoardScore.Moment(minutes: 0, recall: 0), BoardScore.Moment(minutes: 9, recall: 1),
      ]
      $0.distribution = ["RR": [0, 1, 0, 0, 0, 0, 0, 0, 0, 3]]
      $0.metadata = ["description": "a reader"]
    }
    try await Self.check(board)
    let pages = try await Self.pages(of: board)
    let index = try #require(pages["index.html"])
    #expect(index.contains("Recall against minutes of review"))
    #expect(index.contains("AUC against gap(AUC,sex)"))
    let page = try #require(pages["submissions/two/b.html"])
    for part in [
      "Recall against minutes", "Calibration of", "Confusion of", "AUC by group",
      "How values spread",
      "of subgroups", "a reader", "Gaps: the greatest",
      "Against the best that it is ranked against",
      "cltask reproduce leaderboard/suicide-risk/receipts/two/b.json",
      "../../receipts/two/b.json",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test("escape all values but pictures, style and script")
  func unescaped() {
    for (name, template) in PageTemplates.sources {
      let unescaped = template.split(separator: "{{{").dropFirst().compactMap {
        $0.split(separator: "}}}").first
      }
      #expect(
        Set(unescaped).isSubset(of: [".svg", "frame.style", "frame.script"]), "\(name)")
      #expect(!template.contains("{{&") && !template.contains("CONTENT_TYPE"), "\(name)")
    }
  }
}
