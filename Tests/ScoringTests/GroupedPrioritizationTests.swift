import Foundation
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("People and posts read person by person")
struct GroupedPrioritizationTests {
  let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  private static let measures = [
    "hTBG", "nhTBG(halflife=30)", "AP", "P@60s", "TBG", "posts/AP", "posts/nDCG@3",
  ]

  /// Which tables say what of the posts.
  enum Layout: CaseIterable {
    case itemsAndEvidence, itemsWithoutWords, itemsAndPosts, posts
  }

  /// Made-up people, each with posts: id, words, evidence (nil for a post that no row speaks of).
  private struct People {
    var names: [String] = []
    var posts: [[(id: String, words: Int, evidence: Double?)]] = []

    init(_ count: Int, posts most: Int, _ generator: inout SplitMix) {
      for person in 0..<count {
        names.append(
          "u\(person)" + String(repeating: "x", count: Int.random(in: 0...12, using: &generator)))
        posts.append(
          (0..<Int.random(in: 1...most, using: &generator)).map { post in
            let evidence = [nil, 0, 0.25, 0.5, 0.8, 1].randomElement(using: &generator) ?? nil
            return (
              "p\(post)" + String(repeating: "y", count: post % 11),
              Int.random(in: 0...200, using: &generator), evidence
            )
          })
      }
    }

    func rows(_ row: (String, (id: String, words: Int, evidence: Double?)) -> String?) -> String {
      zip(names, posts).flatMap { name, posts in posts.compactMap { row(name, $0) } }.joined()
    }
  }

  private func write(_ people: People, _ layout: Layout) throws {
    let place = "tasks/example/test/"
    for name in ["items.tsv", "posts.tsv", "evidence.tsv"] {
      try? workspace.remove(place + name)
    }
    var reversed = people
    reversed.names.reverse()
    reversed.posts = reversed.posts.reversed().map { $0.reversed() }
    let evidence =
      "user\tpost\tevidence\n"
      + reversed.rows { name, post in post.evidence.map { "\(name)\t\(post.id)\t\($0)\n" } }
    switch layout {
    case .itemsAndEvidence:
      try workspace.items(
        "# of: us\nuser\tpost\twords\n" + people.rows { "\($0)\t\($1.id)\t\($1.words)\n" })
      try workspace.write(evidence, to: place + "evidence.tsv")
    case .itemsWithoutWords:
      try workspace.items("post\tuser\n" + people.rows { "\($1.id)\t\($0)\n" })
      try workspace.write(evidence, to: place + "evidence.tsv")
    case .itemsAndPosts:
      try workspace.items("user\tpost\n" + people.rows { "\($0)\t\($1.id)\n" })
      try workspace.write(
        "user\tpost\twords\tevidence\n"
          + reversed.rows { "\($0)\t\($1.id)\t\($1.words)\t\($1.evidence ?? 0)\n" },
        to: place + "posts.tsv")
    case .posts:
      try workspace.write(
        "user\tpost\twords\tevidence\n"
          + people.rows { "\($0)\t\($1.id)\t\($1.words)\t\($1.evidence ?? 0)\n" },
        to: place + "posts.tsv")
    }
    try workspace.gold(
      "user\tlabel\n"
        + people.names.enumerated().map { "\($1)\t\($0 % 3 == 1 ? "low" : "high")\n" }.joined())
  }

  /// The rows of a submission, person by person.
  private func answers(
    _ people: People, isInOrder: Bool, _ generator: inout SplitMix
  ) -> [[String]] {
    var groups = zip(people.names, people.posts).map { name, posts in
      var rows = (["-"] + posts.map(\.id)).map {
        "\(name)\t\($0)\t\(Int.random(in: -3...9, using: &generator))\n"
      }
      if !isInOrder { rows.shuffle(using: &generator) }
      return rows
    }
    if !isInOrder { groups.shuffle(using: &generator) }
    return groups
  }

  private func scorer(_ task: SharedTask, largestInMemory: Int) async throws -> (Scorer, Gold) {
    let gold = try await Gold(
      of: task, split: "test", threads: 2, largestInMemory: largestInMemory)
    let scorer = try Scorer(
      task, split: "test", gold: gold, measures: Self.measures.map { try Measure($0) })
    return (scorer, gold)
  }

  private func task(_ lines: String = "") throws -> SharedTask {
    try workspace.task(PrioritizationScorerTests.definition + lines)
  }

  @Test("to the bit what all posts in memory give", arguments: Layout.allCases)
  func same(_ layout: Layout) async throws {
    var generator = SplitMix(7)
    for round in 0..<12 {
      let people = People(1 + round * 2, posts: round % 2 == 0 ? 4 : 40, &generator)
      for (ties, isInOrder) in [
        ("expected", true), ("expected", false), ("trec", false), ("file", false),
      ] {
        let task = try task("\nties: \(ties)")
        try write(people, layout)
        let file = try workspace.write(
          "# team: a\nuser\tpost\tscore\n"
            + answers(people, isInOrder: isInOrder, &generator).joined().joined(), to: "run.tsv")
        let (inMemory, _) = try await scorer(task, largestInMemory: .max)
        let (grouped, gold) = try await scorer(task, largestInMemory: 0)
        guard case .prioritization(let found) = gold else { return #expect(Bool(false)) }
        let posts = try #require(found.grouped)
        for threads in [1, 2] {
          let options = ReadingOptions(threads: threads)
          let one = try await inMemory.score(InputFile(file), place: nil, options: options)
          let other = try await grouped.score(InputFile(file), place: nil, options: options)
          let (card, same) = (try #require(one.scorecard), try #require(other.scorecard))
          #expect(card.values == same.values, "\(layout) \(ties) \(round)")
          #expect(card.perUnit?.units == same.perUnit?.units)
          #expect(card.perUnit?.values == same.perUnit?.values)
          #expect(card.notes == same.notes && card.team == same.team)
          #expect(card.digests.gold == same.digests.gold)
          #expect(card.digests.submission == same.digests.submission)
          let reader = PriorityReader(posts: posts, ties: task.ties) { person, _ in person }
          let people = try #require(await reader.read(InputFile(file), threads: threads))
          #expect(people.values == Array(0..<posts.people.count))
        }
      }
    }
  }

  @Test("files of many blocks, on one thread and on two")
  func blocks() async throws {
    var generator = SplitMix(11)
    let people = People(900, posts: 90, &generator)
    let task = try task()
    try write(people, .itemsAndEvidence)
    for isInOrder in [true, false] {
      let text =
        "user\tpost\tscore\n"
        + answers(people, isInOrder: isInOrder, &generator).joined().joined()
      #expect(text.utf8.count > 2 * BlockReader.blockSize)
      let file = try workspace.write(text, to: "run.tsv")
      let (inMemory, _) = try await scorer(task, largestInMemory: .max)
      let (grouped, gold) = try await scorer(task, largestInMemory: 0)
      guard case .prioritization(let found) = gold else { return #expect(Bool(false)) }
      #expect(found.grouped != nil && found.posts == people.posts.joined().count)
      let card = try await inMemory.score(
        InputFile(file), place: nil, options: ReadingOptions()
      ).scorecard
      for threads in [1, 2] {
        let same = try await grouped.score(
          InputFile(file), place: nil, options: ReadingOptions(threads: threads)
        ).scorecard
        #expect(try #require(card).values == #require(same).values)
      }
    }
  }

  /// What can be wrong with a submission, or is only out of order.
  enum Change: CaseIterable {
    case interleaved, twice, unknownPost, unknownUser, ofSomebodyElse, withoutPost, withoutUser
    case withoutPerson, badScore, emptyPost, emptyLine, extraColumn, nul, noRows, nothing
  }

  @Test("says of any other submission what posts in memory say", arguments: Change.allCases)
  func irregular(_ change: Change) async throws {
    var generator = SplitMix(3)
    let people = People(6, posts: 5, &generator)
    var groups = answers(people, isInOrder: true, &generator)
    var header = "user\tpost\tscore\n"
    let last = groups.count - 1
    switch change {
    case .interleaved: groups.append([groups[0].removeLast()])
    case .twice: groups[2].append(groups[2][1])
    case .unknownPost: groups[1].append("\(people.names[1])\tnowhere\t1\n")
    case .unknownUser: groups[1].append("nobody\tp0\t1\n")
    case .ofSomebodyElse:
      groups[0].append("\(people.names[0])\t\(people.posts[0].count > 4 ? "q" : "p4yyyy")\t1\n")
    case .withoutPost: groups[last].removeLast()
    case .withoutUser: groups[3].removeFirst()
    case .withoutPerson: groups.remove(at: 2)
    case .badScore: groups[4][0] = "\(people.names[4])\t-\tinf\n"
    case .emptyPost: groups[4][0] = "\(people.names[4])\t\t1\n"
    case .emptyLine: groups[3].append("\n")
    case .extraColumn:
      header = "user\tpost\tscore\twhy\n"
      groups = groups.map { $0.map { $0.dropLast() + "\tx\n" } }
    case .nul: groups[2][0] = "\(people.names[2])\t\u{0}\t1\n"
    case .noRows: groups = []
    case .nothing: (header, groups) = ("", [])
    }
    let file = try workspace.write(header + groups.joined().joined(), to: "run.tsv")
    for missing in ["error", "worst"] {
      let task = try task("\nmissing: \(missing)")
      try write(people, .itemsAndEvidence)
      let (inMemory, _) = try await scorer(task, largestInMemory: .max)
      let (grouped, _) = try await scorer(task, largestInMemory: 0)
      let one = try await inMemory.score(InputFile(file), place: nil, options: ReadingOptions())
      let other = try await grouped.score(InputFile(file), place: nil, options: ReadingOptions())
      #expect(one.diagnostics.rendered() == other.diagnostics.rendered())
      #expect(one.scorecard?.values == other.scorecard?.values)
      #expect(one.scorecard?.notes == other.scorecard?.notes)
    }
  }

  @Test(
    "refuses a gold in the words in which posts in memory are refused, or reads it so",
    arguments: [
      "a\tp\t5\na\tp\t6\nb\tp\t1\n", "a\tp\t5\nb\tp\t1\na\tq\t1\n", "a\tp\t5\nb\tp\t\n",
      "a\tp\tmany\nb\tp\t1\n", "a\t-\t1\nb\tp\t1\n", "a\t\t1\nb\tp\t1\n", "\tp\t1\nb\tp\t1\n",
      "a\tp\nb\tp\t1\n", "a\tp\t1\n\nb\tp\t1\n", "a\tp\t1\nb\tp\t-1\n", "",
    ])
  func golds(_ rows: String) async throws {
    let task = try task()
    try workspace.items("user\tpost\twords\n" + rows)
    try workspace.gold("user\tlabel\na\tlow\nb\thigh\n")
    try workspace.write("user\tpost\tevidence\nb\tp\t0.5\n", to: "tasks/example/test/evidence.tsv")
    func outcome(_ largest: Int) async throws -> String {
      do {
        let gold = try await Gold(of: task, split: "test", largestInMemory: largest)
        guard case .prioritization(let gold) = gold else { return "another kind" }
        #expect(gold.grouped == nil)
        return gold.digest
      } catch SharedTasksError.invalid(let list) {
        return list.rendered()
      }
    }
    #expect(try await outcome(0) == outcome(.max))
  }

  @Test(
    "evidence that does not fit its posts is refused",
    arguments: [
      "b\tz\t0.5\n", "c\tp\t0.5\n", "b\tp\t0.5\nb\tp\t0.5\n", "b\tp\t1.5\n", "b\tp\t\n",
    ])
  func evidence(_ rows: String) async throws {
    let task = try task()
    try workspace.items("user\tpost\twords\na\tp\t1\nb\tp\t2\nb\tq\t3\n")
    try workspace.gold("user\tlabel\na\tlow\nb\thigh\n")
    try workspace.write("user\tpost\tevidence\n" + rows, to: "tasks/example/test/evidence.tsv")
    await #expect(throws: SharedTasksError.self) {
      _ = try await Gold(of: task, split: "test", largestInMemory: 0)
    }
  }

  @Test("a table that is written to meanwhile is not trusted")
  func changed() async throws {
    let task = try task()
    try workspace.items("user\tpost\twords\na\tp\t1\nb\tp\t2\nb\tq\t3\n")
    try workspace.gold("user\tlabel\na\tlow\nb\thigh\n")
    try workspace.write("user\tpost\tevidence\nb\tp\t1\n", to: "tasks/example/test/evidence.tsv")
    let (scorer, _) = try await scorer(task, largestInMemory: 0)
    let file = try workspace.write(
      "user\tpost\tscore\na\t-\t1\na\tp\t1\nb\t-\t2\nb\tp\t1\nb\tq\t2\n", to: "run.tsv")
    let before = try await scorer.score(InputFile(file), place: nil, options: ReadingOptions())
    #expect(before.scorecard != nil)
    let items = try #require(
      FileHandle(forWritingAtPath: workspace.path + "/tasks/example/test/items.tsv"))
    try items.truncate(atOffset: 0)
    try items.write(contentsOf: Data("user\tpost\twords\na\tp\t1\nb\tp\t2\n".utf8))
    try items.close()
    await #expect(throws: SharedTasksError.self) {
      _ = try await scorer.score(InputFile(file), place: nil, options: ReadingOptions())
    }
  }
}
