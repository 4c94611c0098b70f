import Testing

@testable import Scoring

@Suite("What a new edition of a board changes")
struct LeaderboardChangeTests {
  func document(
    _ submissions: [StandingsSubmission], gold: String = "sha256:00",
    options: BoardOptions = BoardOptions()
  ) throws -> LeaderboardDocument {
    LeaderboardDocument(
      Standings(submissions, try Board.rules()), task: "example", split: "test",
      digests: ["gold": gold], options: options)
  }

  @Test("nothing, where all is the same")
  func same() throws {
    let board = try document([Board.run("a", 0.9), Board.run("b", nil)])
    #expect(LeaderboardChange.all(from: board, to: board).isEmpty)
  }

  @Test("a submission that came, one that went, one that changed, and those that moved for them")
  func submissions() throws {
    let old = try document([
      Board.run("a", "one", 0.9, digest: "sha256:1"),
      Board.run("b", "one", 0.8, digest: "sha256:2"),
      Board.run("c", "one", 0.7, digest: "sha256:3"),
    ])
    let new = try document([
      Board.run("d", "one", 0.95, digest: "sha256:4"),
      Board.run("b", "one", 0.85, digest: "sha256:5"),
      Board.run("c", "one", 0.7, digest: "sha256:3"),
    ])
    let changes = LeaderboardChange.all(from: old, to: new)
    #expect(changes.map(\.team) == ["d", "b", "a"])
    #expect(changes.map(\.cause) == [.added, .submissionChanged, .removed])
    #expect(changes.map(\.oldRank) == [nil, 2, 1])
    #expect(changes.map(\.newRank) == [1, 2, nil])
    #expect(changes.map(\.oldValue) == [nil, 0.8, 0.9])
    #expect(changes.map(\.newValue) == [0.95, 0.85, nil])
    let moved = try document([
      Board.run("a", "one", 0.9, digest: "sha256:1"),
      Board.run("d", "one", 0.85, digest: "sha256:4"),
      Board.run("b", "one", 0.8, digest: "sha256:2"),
      Board.run("c", "one", 0.7, digest: "sha256:3"),
    ])
    #expect(
      LeaderboardChange.all(from: old, to: moved).map(\.cause) == [.added, .others, .others])
  }

  @Test("another gold, other options and another version are told apart")
  func causes() throws {
    let old = try document([Board.run("a", "one", 0.9, digest: "sha256:1")])
    let fixed = try document([Board.run("a", "one", 0.8, digest: "sha256:1")], gold: "sha256:11")
    #expect(LeaderboardChange.all(from: old, to: fixed).map(\.cause) == [.filesChanged(["gold"])])
    let fewer = try document(
      [Board.run("a", "one", 0.8, digest: "sha256:1")], options: BoardOptions(replicates: 10))
    #expect(LeaderboardChange.all(from: old, to: fewer).map(\.cause) == [.optionsChanged])
    var older = old
    older.cltask = "0.0.1"
    let now = try document([Board.run("a", "one", 0.8, digest: "sha256:1")])
    #expect(LeaderboardChange.all(from: older, to: now).map(\.cause) == [.otherVersion("0.0.1")])
    #expect(LeaderboardChange.all(from: nil, to: now).map(\.cause) == [.added])
  }
}
