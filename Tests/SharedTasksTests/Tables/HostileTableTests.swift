import Testing

@testable import SharedTasks

@Suite("Hostile text in tables")
struct HostileTableTests {
  let sample: TableSample

  init() throws { sample = try TableSample() }

  static let texts = [
    "\u{1B}[2J\u{1B}[31m", "\u{7}\u{8}\u{7F}", "a\rb", "\u{202E}gpj.exe", "\u{2066}x\u{2069}",
    "\u{200B}\u{FEFF}q1", "line\u{2028}break\u{85}", "\u{E000}\u{FFFE}",
    String(repeating: "long", count: 60_000), "e" + String(repeating: "\u{301}", count: 100_000),
  ]

  /// Tables that complain of a text: as an item, a label, a score, a column, a number of words.
  private func diagnostics(of text: String) throws -> [Diagnostic] {
    let header = "item\tscore\tlabel\n"
    let submissions = [
      header + "\(text)\t1\tlow\nq1\t1\tlow\nq2\t1\tlow\n",
      header + "q1\t\(text)\tlow\nq2\t1\tlow\n", header + "q1\t1\t\(text)\nq2\t1\tlow\n",
      "item\tscore\t\(text)\nq1\t1\t1\nq2\t1\t1\n", "\(text)\nq1\n", "item\tscore:\(text)\nq1\t1\n",
    ]
    var all: [Diagnostic] = []
    for table in submissions {
      let (_, diagnostics) = try sample.submission(table)
      try #require(!diagnostics.isEmpty, "nothing to say of \(table.prefix(200).debugDescription)")
      all += diagnostics.diagnostics
    }
    all += try sample.submission("item\tscore\n", items: [text]).diagnostics.diagnostics
    all += try sample.gold("item\tlabel\twords\nq1\tlow\t\(text)\n\(text)\tlow\t1\n")
      .diagnostics.diagnostics
    all += try sample.judgements(
      "topic\titem\tgrade\n\(text)\t\(text)\t1\n\(text)\t\(text)\t1\nt1\td1\t\(text)\n"
    ).diagnostics.diagnostics
    return all
  }

  @Test("a line that no table has, and a header that none has, are refused at once")
  func tooLong() throws {
    #expect(throws: SharedTasksError.self) {
      try sample.submission("item\tscore\n" + String(repeating: "x", count: 3 << 20))
    }
    let header = (0..<2_000).map { "c\($0)" }.joined(separator: "\t")
    let (_, diagnostics) = try sample.submission("item\tscore\t\(header)\n")
    #expect(diagnostics.diagnostics.map(\.code) == [.wrongFieldCount])
    let metadata = String(repeating: "# k: v\n", count: 300_000)
    #expect(try sample.submission(metadata + "item\tscore\nq1\t1\n").diagnostics.hasErrors)
  }

  @Test("nothing of a gold whose columns are in a wrong order is shown")
  func secret() throws {
    let found = try sample.gold("item\tlabel\nlow\tq1\nlow\tq2\nI want to die\tlow\n").diagnostics
    let shown = found.rendered()
    #expect(found.hasErrors && !shown.contains("low") && !shown.contains("die"))
  }

  @Test("is written out in messages, and cut", arguments: texts.indices)
  func isWrittenOut(_ index: Int) throws {
    for diagnostic in try diagnostics(of: Self.texts[index]) {
      let lines = diagnostic.description.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == (diagnostic.hint == nil ? 1 : 2))
      let hides = lines.contains { PrintableText.hidesSomething(String($0)) }
      #expect(!hides, "\(diagnostic.description.debugDescription)")
      #expect(diagnostic.description.unicodeScalars.count < 1_500)
    }
  }
}
