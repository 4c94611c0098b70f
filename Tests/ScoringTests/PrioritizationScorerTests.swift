import Foundation
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("Scoring people and their posts")
struct PrioritizationScorerTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  static let definition = """
    kind: prioritization
    labels: [low, high]
    positive: [high]
    measures: ["hTBG(halflife=3)", "nhTBG(halflife=3)", AP, posts/AP, "posts/nDCG@2"]
    primary: AP
    """

  /// The second query of the README of hTBG's authors.
  private func readme(_ lines: String = "") throws -> SharedTask {
    let task = try workspace.task(Self.definition + lines)
    try workspace.items(
      "user\tpost\twords\nu1\ta\t194\nu1\tb\t56\nu2\ta\t46\nu2\tb\t14\nu2\tc\t35\n"
        + "u3\ta\t46\nu3\tb\t14\nu3\tc\t35\n")
    try workspace.gold("user\tlabel\nu1\tlow\nu2\thigh\nu3\thigh\n")
    try workspace.write(
      "user\tpost\tevidence\nu2\ta\t0.1\nu2\tb\t0.3\nu2\tc\t0.3\nu3\ta\t0.1\nu3\tb\t0.3\n"
        + "u3\tc\t0.3\n", to: "tasks/example/test/evidence.tsv")
    return task
  }

  static let answers = """
    user\tpost\tscore
    u1\t-\t3
    u2\t-\t2
    u3\t-\t1
    u1\ta\t2
    u1\tb\t1
    u2\ta\t3
    u2\tb\t2
    u2\tc\t1
    u3\ta\t3
    u3\tb\t2
    u3\tc\t1

    """

  @Test("files give the numbers that the authors give")
  func published() async throws {
    let values = try await workspace.values(Self.answers, of: readme())
    #expect(try #require(values["hTBG(halflife=3)"]).isNear(0.06428104166337158))
    #expect(
      try #require(values["nhTBG(halflife=3)"])
        .isNear(0.06428104166337158 / 0.5406284846869924))
    #expect(try #require(values["AP"]).isNear((1.0 / 2 + 2.0 / 3) / 2))
    #expect(values["posts/AP"] == 1)
    // 0.1 + 0.3/log2 3 of 0.3 + 0.3/log2 3.
    let second = 0.3 / log2(3)
    #expect(try #require(values["posts/nDCG@2"]).isNear((0.1 + second) / (0.3 + second)))
  }

  @Test("on the clock, people are read to the end: the authors' TBG mode")
  func readToTheEnd() async throws {
    let values = try await workspace.values(
      Self.answers, of: readme(),
      measures: ["TBG(halflife=3)", "nTBG(halflife=3)", "TTF", "TTR@1", "P@10s"])
    #expect(try #require(values["TBG(halflife=3)"]).isNear(0.06407785194702847))
    #expect(
      try #require(values["nTBG(halflife=3)"])
        .isNear(0.06407785194702847 / 0.5364948631648881))
    let cost = (low: 4.4 + 0.39 * (0.018 * 250 + 7.8), high: 4.4 + 0.64 * (0.018 * 95 + 7.8))
    #expect(try #require(values["TTF"]).isNear(cost.low + cost.high))
    #expect(try #require(values["TTR@1"]).isNear(cost.low + 2 * cost.high))
    #expect(values["P@10s"] == 0)
  }

  @Test("posts in one file with words and evidence are the same task")
  func posts() async throws {
    let task = try readme()
    let before = try await workspace.values(Self.answers, of: task)
    try workspace.remove("tasks/example/test/items.tsv")
    try workspace.remove("tasks/example/test/evidence.tsv")
    // Not person by person, and with columns in another order.
    try workspace.write(
      "evidence\tuser\tpost\twords\n0.3\tu3\tc\t35\n0\tu1\ta\t194\n0.1\tu2\ta\t46\n0.1\tu3\ta\t46\n"
        + "0.3\tu2\tb\t14\n0.3\tu3\tb\t14\n0.3\tu2\tc\t35\n0\tu1\tb\t56\n",
      to: "tasks/example/test/posts.tsv")
    #expect(try await workspace.values(Self.answers, of: task) == before)
  }

  @Test("the order of rows does not matter", arguments: ["expected", "trec"])
  func order(_ ties: String) async throws {
    let task = try readme("\nties: \(ties)")
    let values = try await workspace.values(Self.answers, of: task)
    let lines = Self.answers.split(separator: "\n")
    let shuffled = ([lines[0]] + lines[1...].reversed()).joined(separator: "\n")
    #expect(try await workspace.values(shuffled, of: task) == values)
  }

  @Test("ties: the mean, by descending id, by the file")
  func ties() async throws {
    let tied = Self.answers.replacingOccurrences(
      of: "\t-\t[123]", with: "\t-\t0", options: .regularExpression)
    let mean = try await workspace.values(tied, of: readme())
    #expect(
      try #require(mean["AP"]).isNear(
        ((1 + 1) / 2 + (1.0 + 2.0 / 3) / 2 + (1.0 / 2 + 2.0 / 3) / 2) / 3))
    let byID = try await workspace.values(tied, of: readme("\nties: trec"))
    #expect(byID["AP"] == 1)
    let byFile = try await workspace.values(tied, of: readme("\nties: file"))
    let strict = try await workspace.values(Self.answers, of: readme())
    #expect(byFile == strict)
  }

  @Test("everything that is wrong with a submission is said at once")
  func problems() async throws {
    let text = """
      user\tpost\tscore
      u1\t-\tNaN
      u2\tx\t1
      u1\tc\t1
      u2\t-\t
      u2\t-\t1
      u9\ta\t1
      u2\ta\tone
      \tb\t1
      u2\t\t1
      u2\ta\t1

      """
    let result = try await workspace.score(text, of: readme())
    #expect(result.scorecard == nil)
    #expect(
      result.diagnostics.places == [
        "2:6 not-finite", "3:4 unknown-item", "4:4 unknown-item", "5:6 empty-value",
        "6:4 duplicate-item", "7:1 unknown-item", "8:6 bad-number", "9:1 empty-value",
        "10:4 empty-value", "11:4 duplicate-item", "missing-item", "missing-item", "missing-item",
        "missing-item",
      ])
    let messages = result.diagnostics.diagnostics.map(\.message)
    #expect(messages[2] == "post \"c\" is a post of user \"u2\", not of user \"u1\"")
    #expect(messages.contains("user \"u1\" is without posts: not one of 2 has a score"))
    #expect(messages.contains { $0.hasPrefix("2 of the 3 posts of user \"u2\" have no score") })
    #expect(messages.contains("user \"u3\" has no score"))
  }

  @Test("validating without gold says the same")
  func validates() async throws {
    let task = try readme()
    try workspace.remove("tasks/example/test/gold.tsv")
    try workspace.remove("tasks/example/test/evidence.tsv")
    let validator = try await Validator(task, split: "test")
    let file = try workspace.write(
      Self.answers.replacing("u2\t-\t2\n", with: "").replacing("u1\tb\t1\n", with: ""),
      to: "run.tsv")
    let found = try await validator.validate(InputFile(file), options: ReadingOptions())
    #expect(found.places == ["missing-item", "missing-item"])
  }

  @Test(
    "what is left out under worst never helps",
    arguments: [
      ["u1\t-"], ["u2\t-"], ["u3\t-"], ["u1\ta"], ["u2\ta"], ["u3\tc"],
      ["u2\ta", "u2\tb", "u2\tc"],
      ["u2\t-", "u2\ta"], ["u1", "u2\t-"],
    ])
  func worst(_ rows: [String]) async throws {
    let task = try readme("\nmissing: worst")
    let measures = [
      "hTBG", "hTBG(halflife=3)", "nhTBG", "AP", "P@1", "nDCG", "TBG", "nTBG", "posts/AP",
      "posts/P@1",
    ]
    let whole = try await workspace.values(Self.answers, of: task, measures: measures)
    let text = Self.answers.split(separator: "\n").filter { line in
      !rows.contains { line.hasPrefix($0) }
    }.joined(separator: "\n")
    let less = try await workspace.values(text, of: task, measures: measures)
    for measure in measures {
      #expect(try #require(less[measure]) <= #require(whole[measure]) + 1e-12, "\(measure)")
    }
  }

  @Test("a gold that does not hold together is refused without a word of what it says")
  func gold() async throws {
    let task = try readme()
    try workspace.gold("user\tlabel\nu1\tlow\nu1\thigh\nu2\tsecret\nu7\thigh\n")
    try workspace.write(
      "user\tpost\tevidence\nu2\ta\t1.25\nu2\tz\t0.1\nu2\ta\t0.1\nu3\ta\tnan\n",
      to: "tasks/example/test/evidence.tsv")
    do {
      _ = try await Gold(of: task, split: "test")
      Issue.record("the gold was accepted")
    } catch SharedTasksError.invalid(let list) {
      #expect(
        list.places == [
          "2:6 bad-number", "3:4 unknown-item", "4:4 duplicate-item", "5:6 bad-number",
          "3:1 duplicate-item", "4:4 unknown-label", "5:1 unknown-item",
        ])
      #expect(!list.rendered().contains("secret") && !list.rendered().contains("1.25"))
    }
  }

  @Test("labels that nobody gave, and evidence that is nowhere")
  func missingTables() async throws {
    let task = try readme()
    try workspace.gold("user\tlabel\nu1\tlow\nu2\thigh\n")
    await #expect(throws: SharedTasksError.self) { try await Gold(of: task, split: "test") }
    try workspace.gold("user\tlabel\nu1\tlow\nu2\thigh\nu3\thigh\n")
    _ = try await Gold(of: task, split: "test")
    try workspace.remove("tasks/example/test/evidence.tsv")
    do {
      _ = try await Gold(of: task, split: "test")
      Issue.record("a gold without evidence was accepted")
    } catch let error as SharedTasksError {
      #expect(error.exitCode == 66 && error.description.contains("evidence.tsv"))
    }
  }

  @Test("one class, no evidence, one person: values or reasons, never a trap")
  func edges() async throws {
    let task = try workspace.task(Self.definition + "\n")
    try workspace.gold("user\tlabel\nu1\tlow\n")
    try workspace.items("user\tpost\nu1\ta\n")
    try workspace.write("user\tpost\tevidence\nu1\ta\t0.5\n", to: "tasks/example/test/evidence.tsv")
    let result = try await workspace.score("user\tpost\tscore\nu1\t-\t0\nu1\ta\t0\n", of: task)
    let card = try #require(result.scorecard)
    #expect(card.values[0].number == 0)
    #expect(card.values[1].reason == .nothing(.peopleToFind))
    #expect(card.values[2].number == 0)
    #expect(card.values[3].reason == .nothing(.units))
    #expect(card.notes.contains { $0.hasPrefix("there are no word counts") })
  }

  @Test(
    "hostile files are refused in words",
    arguments: [
      "", "\n", "user\tpost\tscore\n", "user\tpost\n", "user\tpost\tscore\tscore\nu1\t-\t1\t1\n",
      "user\tpost\tscore\nu1\0\t-\t1\n", "user\tpost\tscore\nu1\t-\t1e999\n",
      "user\tpost\tscore\nu1\t-\n", "user,post,score\nu1,-,1\n",
    ])
  func hostile(_ text: String) async throws {
    let result = try await workspace.score(text, of: readme())
    #expect(result.scorecard == nil && result.diagnostics.hasErrors)
  }

  @Test("a post without a count has the mean of the split")
  func meanWords() async throws {
    let task = try readme()
    try workspace.items(
      "user\tpost\twords\nu1\ta\t194\nu1\tb\t56\nu2\ta\t\nu2\tb\t14\nu2\tc\t35\n"
        + "u3\ta\t46\nu3\tb\t14\nu3\tc\t35\n")
    let gold = try await Gold(of: task, split: "test")
    guard case .prioritization(let gold) = gold else { return #expect(Bool(false)) }
    let mean = (194.0 + 56 + 14 + 35 + 46 + 14 + 35) / 7
    #expect(try gold.columns().universe.words.values[2] == mean)
  }

  @Test("measures of labels, and measures of posts elsewhere, are refused")
  func refused() async throws {
    let task = try readme()
    for measure in ["AUC", "F1(high)", "posts/AUC", "posts/TBG", "posts/P@60s"] {
      await #expect(throws: MeasureNameError.self) {
        try await workspace.values(Self.answers, of: task, measures: [measure])
      }
    }
    for measure in ["hTBG", "posts/AP"] {
      #expect(throws: SharedTasksError.self) {
        try workspace.task("kind: ranking\nmeasures: [\(measure)]\nprimary: \(measure)")
      }
    }
  }

  @Test("the oracle has the whole, and random orders less", arguments: [UInt64(1), 2, 3])
  func baselines(_ seed: UInt64) async throws {
    let task = try readme()
    let gold = try await Gold(of: task, split: "test")
    let files = try Baselines(task, split: "test", gold: gold, team: "b", seed: seed).submissions()
    #expect(
      files.map { $0.path.split(separator: "/").last } == [
        "random.tsv", "oracle.tsv", "length.tsv",
      ])
    for (path, bytes) in files {
      let file = try workspace.write(bytes, to: path)
      let card = try #require(try await workspace.score(at: file, of: task).scorecard)
      let share = try #require(card.numbers["nhTBG(halflife=3)"])
      if path.hasSuffix("oracle.tsv") { #expect(share.isNear(1)) } else { #expect(share < 1) }
    }
  }

  @Test("a hundred thousand posts of a thousand people, all tied")
  func large() async throws {
    let task = try workspace.task(Self.definition)
    var (posts, gold, run) = (
      "user\tpost\twords\tevidence\n", "user\tlabel\n", "user\tpost\tscore\n"
    )
    for user in 0..<1000 {
      gold += "u\(user)\t\(user % 3 == 0 ? "high" : "low")\n"
      run += "u\(user)\t-\t0.5\n"
      for post in 0..<100 {
        posts += "u\(user)\t\(post)\t\(post)\t\(post % 50 == 7 ? "0.5" : "0")\n"
        run += "u\(user)\t\(post)\t0.5\n"
      }
    }
    try workspace.gold(gold)
    try workspace.write(posts, to: "tasks/example/test/posts.tsv")
    let values = try await workspace.values(run, of: task)
    #expect(try #require(values["nhTBG(halflife=3)"]) < 1)
    // With all posts tied, 2 relevant of 100: E over orders.
    #expect(try (0.02...0.1).contains(#require(values["posts/AP"])))
  }
}
