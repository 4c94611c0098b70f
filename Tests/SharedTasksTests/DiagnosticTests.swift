import Foundation
import Testing

@testable import SharedTasks

@Suite("Diagnostics")
struct DiagnosticTests {
  @Test("a diagnostic reads FILE:LINE:COLUMN: error: MESSAGE [code], then its hint")
  func renders() {
    let full = Diagnostic(
      file: "run.tsv", line: 3, column: 7, code: .badNumber, message: "score is \"0,5\"",
      hint: "write 0.5")
    #expect(
      full.description == "run.tsv:3:7: error: score is \"0,5\" [bad-number]\n  hint: write 0.5")
    let whole = Diagnostic(file: "run.tsv", column: 7, code: .unknownColumn, message: "m")
    #expect(whole.description == "run.tsv: warning: m [unknown-column]")
  }

  @Test(
    "nothing from the input moves the cursor, forges a line or turns the text round",
    arguments: [
      ("a\u{1B}[2Jb", "\"a\\u{1B}[2Jb\""), ("a\nb\r", "\"a\\nb\\r\""),
      ("\u{202E}txt", "\"\\u{202E}txt\""), ("\u{9B}1m", "\"\\u{9B}1m\""),
      ("\u{2028}\u{FEFF}", "\"\\u{2028}\\u{FEFF}\""), ("Zoë 日本", "\"Zoë 日本\""),
    ])
  func escapes(value: String, shown: String) {
    #expect(Diagnostic.quoted(value) == shown)
    let diagnostic = Diagnostic(file: value, code: .badNumber, message: value, hint: value)
    #expect(!diagnostic.message.unicodeScalars.contains { $0.value < 32 })
    #expect(diagnostic.description.split(separator: "\n").count == 2)
  }

  @Test("a long value is cut, also if it is one character of a million scalars")
  func cuts() {
    #expect(Diagnostic.quoted(String(repeating: "x", count: 1_000_000)).count == 63)
    let zalgo = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(Diagnostic.quoted(zalgo).unicodeScalars.count == 63)
    #expect(Diagnostic.quoted([UInt8](repeating: 0xFF, count: 9_000)).unicodeScalars.count == 63)
  }

  @Test("JSON has every key, null where there is nothing, and reads back")
  func json() throws {
    let diagnostic = Diagnostic(file: "run.tsv", line: 3, code: .unknownColumn, message: "m")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(diagnostic)
    #expect(
      String(decoding: data, as: UTF8.self) == """
        {"code":"unknown-column","column":null,"file":"run.tsv","hint":null,"line":3,\
        "message":"m","severity":"warning"}
        """)
    #expect(try JSONDecoder().decode(Diagnostic.self, from: data) == diagnostic)
  }

  @Test("every code has a meaning, and an example whose bad half is not its good half")
  func everyCodeIsExplained() {
    for code in DiagnosticCode.allCases {
      #expect(!code.meaning.isEmpty, "\(code.rawValue)")
      #expect(!code.example.good.isEmpty && !code.example.bad.isEmpty, "\(code.rawValue)")
      #expect(code.example.good != code.example.bad, "\(code.rawValue)")
      #expect(code.rawValue.allSatisfy { $0 == "-" || ($0.isASCII && $0.isLowercase) })
    }
  }
}

@Suite("Lists of diagnostics")
struct DiagnosticListTests {
  @Test("of each file the first errors and warnings are kept and the rest counted by code")
  func boundsMemory() {
    var list = DiagnosticList(limit: 10)
    var worded = 0
    func words() -> String {
      worded += 1
      return "m"
    }
    for line in 1...1_000 {
      list.report(.unknownColumn, file: "a", line: line, words())
      list.report(.badNumber, file: "a", line: line, words())
    }
    list.report(.badNumber, file: "b", words())
    #expect(worded == 21)
    #expect(list.diagnostics.count == 21)
    #expect(list.errorCount == 1_001 && list.warningCount == 1_000)
    #expect(list.omitted["a"] == [.unknownColumn: 990, .badNumber: 990])
    #expect(list.omitted["b"] == nil)
  }

  @Test("warnings alone are no errors")
  func warnings() {
    var list = DiagnosticList()
    #expect(list.isEmpty && !list.hasErrors)
    list.report(.unknownColumn, file: "a", "m")
    #expect(!list.isEmpty && !list.hasErrors)
  }

  @Test("joining the lists of two ranges equals one list")
  func joins() {
    var whole = DiagnosticList(limit: 30)
    var parts = [DiagnosticList(limit: 30), DiagnosticList(limit: 30)]
    for line in 1...100 {
      let code: DiagnosticCode = line % 3 == 0 ? .unknownColumn : .badNumber
      whole.report(code, file: "a", line: line, "m")
      parts[line > 40 ? 1 : 0].report(code, file: "a", line: line, "m")
    }
    var joined = DiagnosticList(limit: 30)
    for part in parts { joined.append(contentsOf: part) }
    #expect(joined == whole)
  }

  @Test("people see twenty in full, errors before warnings, and the rest by code")
  func renders() {
    var list = DiagnosticList()
    list.report(.unknownColumn, file: "a", line: 1, "w")
    for line in 2...1_236 { list.report(.badNumber, file: "a", line: line, "m") }
    for line in 1_237...1_270 { list.report(.duplicateItem, file: "a", line: line, "m") }
    let lines = list.rendered().split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines[0] == "a:2: error: m [bad-number]")
    #expect(
      lines[20] == "… and 1,250 more: 1,215 bad-number, 34 duplicate-item, 1 unknown-column")
  }
}
