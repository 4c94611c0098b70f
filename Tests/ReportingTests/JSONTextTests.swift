import Foundation
import Reporting
import Testing

@Suite("JSON as text")
struct JSONTextTests {
  @Test(
    "text that a terminal would act upon is written out and reads back the same",
    arguments: [
      "\u{1B}[2J", "\u{202E}evil\u{202C}", "\u{7F}\u{9B}2J", "a\u{2028}b\u{2029}c", "\u{E0041}",
      "line\nbreak", "José 語 👩🏽‍🚀 e\u{301}", "\"quoted\" \\ back",
    ])
  func isSafe(_ text: String) throws {
    let json = try JSONText.of([text])
    for scalar in json.unicodeScalars where scalar != "\n" {
      let category = scalar.properties.generalCategory
      #expect(
        ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category),
        "U+\(String(scalar.value, radix: 16))")
    }
    #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [text])
  }
}
