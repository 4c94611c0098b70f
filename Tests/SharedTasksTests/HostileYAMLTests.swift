import Testing

@testable import SharedTasks

@Suite("Hostile task.yaml")
struct HostileYAMLTests {
  private func codes(_ text: String) -> [DiagnosticCode] {
    read(text).diagnostics.diagnostics.map(\.code)
  }

  private func first(_ bytes: [UInt8]) -> String? {
    TaskDefinitionReader.read(bytes, file: "f", folder: nil, validateMeasure: { _, _ in nil })
      .diagnostics.diagnostics.first.map {
        "\($0.line ?? 0):\($0.column ?? 0) \($0.code.rawValue)"
      }
  }

  @Test("nesting of any depth is an error and not the end of the stack")
  func nesting() {
    #expect(codes("labels: " + String(repeating: "[", count: 100_000)) == [.tooDeep])
    #expect(codes("labels: " + String(repeating: "{", count: 100_000)) == [.tooDeep])
    #expect(codes(String(repeating: "- ", count: 100_000)) == [.tooDeep])
    #expect(codes(String(repeating: "? ", count: 100_000)) == [.tooDeep])
    let closed = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(codes(changed("labels: " + closed)).contains(.tooDeep))
    #expect(codes(changed("? " + closed + "\n: x")).contains(.wrongType))
  }

  @Test("anchors and aliases are refused where they stand, and are never expanded")
  func aliases() {
    let both = changed("labels: &all [none, severe]\npositive: *all")
    #expect(
      read(both).diagnostics.diagnostics.map(\.description).map { String($0.prefix(22)) }
        == ["task.yaml:7:9: error: "])
    #expect(codes(changed("positive: *nowhere")) == [.yamlAlias])
    #expect(codes(changed("&k title: Example")).contains(.yamlAlias))
    var laughs = "a0: &a0 [x, x]\n"
    for level in 1...40 {
      laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(codes(laughs + "? *a40\n: x\n") == [.yamlAlias])
    #expect(codes(laughs) == [.yamlAlias])
    #expect(codes(changed("title: A *very* good & *bold* title")) == [])
  }

  @Test("bytes that are no text are refused at their place")
  func encodings() {
    #expect(first(Array("a: 1\nb: \0".utf8)) == "2:4 nul-byte")
    #expect(first(Array("a: é".utf8) + [0xFF]) == "1:5 bad-encoding")
    #expect(first([0xFF, 0xFE, 0x61, 0]) == "1:1 bad-encoding")
    #expect(first(Array("a: \u{1B}[2J".utf8)) == "1:4 yaml-syntax")
    #expect(first([]) == "0:0 empty-file")
    #expect(first(Array("# nothing\n".utf8)) == "0:0 empty-file")
    #expect(first([UInt8](repeating: 0x61, count: (1 << 20) + 1)) == "0:0 too-large")
    #expect(first(Array("text".utf8)) == "1:1 wrong-type")
  }

  @Test("a byte order mark and either line ending change nothing")
  func lineEndings() {
    #expect(codes("\u{FEFF}" + soundDefinition) == [])
    let windows = soundDefinition.split(separator: "\n").joined(separator: "\r\n")
    #expect(codes(windows) == [])
    let place = read(windows + "\r\nx: 1").diagnostics.diagnostics.first
    #expect(place?.line == 9 && place?.column == 1)
  }

  @Test(
    "what YAML cannot read is refused with a place",
    arguments: [
      ("a: %", "1:4"), ("%", "1:2"), ("\ta: 1", "1:1"), ("a:\n\tb: 1", "2:1"), ("@a: 1", "1:1"),
      ("a: [x\n", "2:1"), ("a: 'x", "1:6"), ("a: \"\\uD800\"", "1:7"), ("a: b: c", "1:5"),
      ("a: [x]]", "1:7"), ("a: 1\n...\nb: 2", "3:1"), ("a: |9x", "1:6"),
    ])
  func syntax(text: String, place: String) {
    #expect(first(Array(text.utf8)) == place + " yaml-syntax")
  }

  @Test("every key that stands twice is found, wherever it is and however it is quoted")
  func duplicates() {
    let found = read(
      changed(
        """
        title: One
        "title": Two
        'title': Three
        publish: {decimals: 4, decimals: 5}
        """)
    ).diagnostics.diagnostics
    #expect(found.map(\.code) == [.duplicateKey, .duplicateKey, .duplicateKey])
    #expect(found.map { "\($0.line ?? 0):\($0.column ?? 0)" } == ["9:1", "10:1", "11:24"])
    #expect(found.first?.hint == "the first is on line 8; leave one out")
  }

  @Test("a thousand keys that stand twice end the search, not the program")
  func manyDuplicates() {
    #expect(codes(String(repeating: "a: 1\n", count: 1_000)).contains(.duplicateKey))
    let keys = (0..<1_000).map { "k\($0): 1\nk\($0): 2\n" }.joined()
    #expect(codes(keys).contains(.duplicateKey))
    #expect(codes("\"\": 1\n\"\": 2\n") == [.duplicateKey])
    #expect(codes("[a]: 1\n[a]: 2\n") == [.duplicateKey])
  }

  @Test("text of any length is cut in messages")
  func hugeScalars() {
    let huge = String(repeating: "x", count: 1_000_000)
    for text in ["kind: \(huge)", "\(huge): 1", "labels: \(huge)", "title: \(huge)"] {
      #expect(read(changed(text)).diagnostics.description.utf8.count < 4_000)
    }
  }

  /// Every file that differs from a sound one by a byte is read or refused: nothing traps.
  @Test("a sound definition with any byte changed or left out is read or refused")
  func mutations() {
    let sound = Array(changed("groupings: {flagged: [low, \"severe\"]} # x\n").utf8)
    for index in sound.indices {
      var bytes = sound
      bytes[index] = UInt8(truncatingIfNeeded: index &* 167 &+ 128)
      _ = first(bytes)
      _ = first(Array(sound[..<index]))
      for hostile in "&*!|>'\"%@`{}[],:-?#\t\n\0~".utf8 {
        bytes[index] = hostile
        let result = TaskDefinitionReader.read(
          bytes, file: "f", folder: nil, validateMeasure: { _, _ in nil })
        #expect((result.definition == nil) == result.diagnostics.hasErrors)
      }
    }
  }
}
