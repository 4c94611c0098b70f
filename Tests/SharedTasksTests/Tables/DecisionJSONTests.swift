import Testing

@testable import SharedTasks

@Suite("Decisions as eRisk's JSON")
struct DecisionJSONTests {
  let sample: EarlyDetectionSample

  init() throws { sample = try EarlyDetectionSample() }

  @Test(
    "rounds and single objects say the same as a table",
    arguments: [
      """
      [[{"nick": "u1", "decision": 0, "score": 0.25}, {"nick": "u2", "decision": 0, "score": 1}],
       [{"nick": "u1", "decision": 1, "score": 0.5}, {"nick": "u2", "decision": 0, "score": 2}]]
      """,
      """
      [{"nick":"u1","sequence":0,"decision":0,"score":0.25},
       {"nick":"u2","number":0,"decision":0,"score":1,"extra":[{"a":[]},null,true,"x\\"y"]},
       {"score":2e0,"decision":0,"sequence":1,"nick":"u2"},
       {"score":0.5,"decision":1,"sequence":1,"nick":"\\u0075\\u0031"}]
      """,
      "\u{FEFF} [ [ {\"nick\":\"u1\",\"decision\":0,\"score\":0.25},"
        + "{\"nick\":\"u2\",\"decision\":0,\"score\":1} ] , [] ,"
        + "{\"nick\":\"u1\",\"sequence\":1,\"decision\":1,\"score\":0.5},"
        + "{\"nick\":\"u2\",\"sequence\":1,\"decision\":0,\"score\":2}]\n",
    ])
  func shapes(_ text: String) throws {
    let (answers, diagnostics) = try sample.submission(text)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(answers.delays == [2, 0])
    #expect(answers.scores() == [0.5, 2])
    #expect(answers.scores(after: 1) == [0.25, 1])
    #expect(answers.digest.hasPrefix("sha256:"))
  }

  @Test("rounds go on when a user has stopped writing, and an alert counts at its round")
  func beyond() throws {
    let rounds = (0..<15).map { #"[{"nick": "u1", "decision": \#($0 / 13)}]"# }
    let (answers, diagnostics) = try sample.submission(
      "[" + rounds.joined(separator: ",") + "]", users: 1)
    #expect(diagnostics.isEmpty)
    #expect(answers.delays == [14])
    #expect(answers.history == nil)
  }

  @Test("everything that is wrong is told, with its place")
  func faults() throws {
    let (_, diagnostics) = try sample.submission(
      """
      [{"nick": "u1", "sequence": 0, "decision": 2, "score": "high"},
       {"nick": "u3", "sequence": -1, "decision": "1", "score": NaN},
       {"nick": 7, "sequence": 1.5, "decision": null, "score": -Infinity},
       {"nick": "u1", "sequence": 0, "decision": 0, "score": 1e999},
       {"nick": "u2", "decision": 0},
       {"sequence": 5, "number": 5, "decision": 1, "score": 1},
       {"nick": "u1", "sequence": 9, "decision": 1, "score": 1},
       {"nick": "u1", "sequence": 8, "decision": 1, "score": 1},
       {"nick": "\\ud800", "sequence": 2147483647, "decision": 0, "score": 0}]
      """, users: 2)
    #expect(
      diagnostics.places == [
        "1:44 bad-decision", "1:56 bad-number", "2:11 unknown-item", "2:29 bad-number",
        "2:45 bad-decision", "2:59 not-finite", "3:11 wrong-type", "3:26 bad-number",
        "3:43 bad-decision", "3:58 not-finite", "4:56 not-finite", "4:11 duplicate-item",
        "5:2 missing-column", "6:28 duplicate-key", "6:2 missing-column",
        "8:29 writings-out-of-order", "9:11 bad-encoding", "9:33 bad-number",
      ])
  }

  @Test("a score is in every object or in none")
  func scores() throws {
    let first = #"{"nick": "u1", "sequence": 0, "decision": 0}"#
    let second = #"{"nick": "u2", "sequence": 0, "decision": 0, "score": 1}"#
    for text in ["[\(first),\(second)]", "[\(second),\(first)]"] {
      #expect(
        try sample.submission(text).diagnostics.places.map { $0.suffix(14) }
          == ["missing-column"])
    }
  }

  @Test("late zeros are warned of once")
  func late() throws {
    let rounds = [0, 1, 0, 0].map { #"[{"nick": "u1", "decision": \#($0)}]"# }
    let (answers, diagnostics) = try sample.submission(
      "[" + rounds.joined(separator: ",\n") + "]", users: 1)
    #expect(diagnostics.places == ["3:29 late-decision"])
    #expect(answers.delays == [2])
  }

  static let broken = [
    "[", "[[", "[{", "[{\"nick\"", "[{\"nick\":", "[{\"nick\":\"u1", "[{\"nick\":\"u1\\",
    "[{\"nick\":\"u1\\\"", "[{\"nick\":\"u1\"}", "[{\"nick\":\"u1\"},]", "[{\"nick\":\"u1\",}]",
    "{}", "{\"nick\":\"u1\"}", "[1]", "[null]", "[{nick:1}]", "[{\"nick\":nul}]", "[]]", "[] x",
    "[{\"a\":tru", "[{\"a\":-", "[{\"nick\":\"u\u{1}\"}]", "[\0]", "[[[]]]",
  ]

  @Test("broken JSON is refused in words", arguments: broken.indices)
  func isRefused(_ index: Int) throws {
    let (_, diagnostics) = try sample.submission(Self.broken[index])
    #expect(diagnostics.hasErrors)
    let codes = Set(diagnostics.diagnostics.map(\.code))
    #expect(codes.isSubset(of: [.jsonSyntax, .nulByte, .missingColumn]), "\(diagnostics)")
  }

  @Test("an empty array has no decisions", arguments: ["[]", "[[]]", "[[],[]]"])
  func empty(_ text: String) throws {
    #expect(try sample.submission(text).diagnostics.places == ["empty-file"])
  }

  @Test("values nested without end are refused")
  func deep() throws {
    let text = "[{\"a\":" + String(repeating: "[", count: 200_000)
    #expect(try sample.submission(text).diagnostics.places.map { $0.suffix(11) } == ["json-syntax"])
  }

  @Test("no cut and no changed byte makes it fail in another way")
  func mutations() throws {
    let text = Array(
      #"[[{"nick":"u\u0031","decision":1,"score":-0.5e1}],{"nick":"u2","number":3,"decision":0,"score":1,"x":[true,{}]}]"#
        .utf8)
    for end in text.indices {
      _ = try sample.submission(Array(text[..<end]))
      for byte in [0, 10, 34, 44, 48, 91, 92, 93, 123, 125, 255] as [UInt8] {
        var changed = text
        changed[end] = byte
        _ = try sample.submission(changed)
      }
    }
    #expect(try sample.submission(text).diagnostics.isEmpty)
  }

  @Test("many broken objects are told in time that grows with the file")
  func many() throws {
    let text =
      "[" + Array(repeating: #"{"sequence":0}"#, count: 60_000).joined(separator: ",") + "]"
    let (_, diagnostics) = try sample.submission(text)
    #expect(diagnostics.errorCount == 60_000)
  }
}
