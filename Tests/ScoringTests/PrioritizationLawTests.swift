import Measures
import SharedTasks
import Testing

@testable import Scoring

/// Small tasks of people and posts with made-up gold and answers, many of them tied.
struct PrioritizationSample {
  var posts = "user\tpost\twords\tevidence\n"
  var gold = "user\tlabel\n"
  /// The rows of a submission, without its header.
  var rows: [String] = []

  init(_ seed: UInt64) {
    var random = SplitMix(seed)
    for user in 0..<Int.random(in: 1...5, using: &random) {
      gold += "u\(user)\t\(Bool.random(using: &random) ? "high" : "low")\n"
      rows.append("u\(user)\t-\t\(Int.random(in: 0...2, using: &random))")
      for post in 0..<Int.random(in: 1...4, using: &random) {
        let words = [0, 1, 30, 250].randomElement(using: &random) ?? 0
        let evidence = ["0", "0", "0.2", "0.75", "1"].randomElement(using: &random) ?? "0"
        posts += "u\(user)\t\(post)\t\(words)\t\(evidence)\n"
        rows.append("u\(user)\t\(post)\t\(Int.random(in: 0...2, using: &random))")
      }
    }
    rows.shuffle(using: &random)
  }

  /// The submission without some of its rows.
  func submission(without left: (Int) -> Bool = { _ in false }) -> String {
    (["user\tpost\tscore"] + rows.enumerated().filter { !left($0.offset) }.map(\.element))
      .joined(separator: "\n") + "\n"
  }
}

/// Steele, Lea and Flood, OOPSLA 2014.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Laws of scoring people and their posts")
struct PrioritizationLawTests {
  static let measures = [
    "hTBG", "hTBG(halflife=5)", "nhTBG", "nhTBG(halflife=5)", "AP", "nDCG", "P@2", "RR", "TBG",
    "posts/AP", "posts/nDCG", "posts/P@1", "posts/RR",
  ]

  private let workspace: TemporaryWorkspace

  init() throws { workspace = try TemporaryWorkspace() }

  private func scores(
    of sample: PrioritizationSample, ties: String, _ submissions: [String]
  ) async throws -> [[String: Double]] {
    try workspace.gold(sample.gold)
    try workspace.write(sample.posts, to: "tasks/example/test/posts.tsv")
    let task = try workspace.task(
      PrioritizationScorerTests.definition + "\nmissing: worst\nties: \(ties)")
    var values: [[String: Double]] = []
    for submission in submissions {
      values.append(try await workspace.values(submission, of: task, measures: Self.measures))
    }
    return values
  }

  @Test(
    "under worst, leaving people and posts out never helps",
    arguments: ["expected", "trec", "file"])
  func leavingOut(_ ties: String) async throws {
    for seed in 0..<60 {
      let sample = PrioritizationSample(UInt64(seed))
      var random = SplitMix(UInt64(seed) &+ 1000)
      let omitted = (0..<3).map { _ in
        Set(sample.rows.indices.filter { _ in Int.random(in: 0...3, using: &random) == 0 })
      }
      .filter { $0.count < sample.rows.count }
      let submissions = omitted.map { left in sample.submission { left.contains($0) } }
      let values = try await scores(of: sample, ties: ties, [sample.submission()] + submissions)
      for less in values.dropFirst() {
        #expect(less.count == values[0].count)
        for (measure, value) in less {
          #expect(try value <= #require(values[0][measure]) + 1e-12, "\(measure), seed \(seed)")
        }
      }
    }
  }

  @Test("expected is the mean over the orders of ties, of posts first and then of people")
  func expectedTies() async throws {
    try workspace.gold("user\tlabel\nu1\thigh\nu2\thigh\n")
    try workspace.write(
      "user\tpost\twords\tevidence\nu1\ta\t30\t0.5\nu1\tb\t90\t0\nu1\tc\t60\t0\nu2\ta\t40\t1\n",
      to: "tasks/example/test/posts.tsv")
    let task = try workspace.task(PrioritizationScorerTests.definition)
    let values = try await workspace.values(
      "user\tpost\tscore\nu1\t-\t2\nu2\t-\t1\nu1\ta\t0\nu1\tb\t0\nu1\tc\t0\nu2\ta\t0\n", of: task,
      measures: ["hTBG(halflife=10)"])
    // a is read whole; b and c come after it in half of the orders, and half of these are stopped.
    let words = 30 + (90.0 + 60) * 0.75
    let start = 4.4 + 0.64 * (0.018 * words + 7.8)
    let expected = 0.64 * 0.77 * (1 + Self.power(start / 10))
    #expect(try #require(values["hTBG(halflife=10)"]).isNear(expected))
  }

  /// 2^(−x), by its series in x·ln 2 / 1024.
  private static func power(_ x: Double) -> Double {
    let y = -x * 0.693147180559945309417 / 1024
    var term = 1.0
    var sum = 1.0
    for k in 1...12 {
      term *= y / Double(k)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }

  @Test("a person's posts may stand anywhere in any file")
  func anyOrder() async throws {
    for seed in 0..<30 {
      let sample = PrioritizationSample(UInt64(seed))
      var shuffled = sample
      var random = SplitMix(UInt64(seed))
      var lines = sample.posts.split(separator: "\n").map(String.init)
      let header = lines.removeFirst()
      lines.shuffle(using: &random)
      shuffled.posts = ([header] + lines).joined(separator: "\n")
      shuffled.rows.shuffle(using: &random)
      for ties in ["expected", "trec"] {
        let first = try await scores(of: sample, ties: ties, [sample.submission()])
        let second = try await scores(of: shuffled, ties: ties, [shuffled.submission()])
        #expect(Set(first[0].keys) == Set(second[0].keys))
        for (measure, value) in first[0] {
          #expect(try #require(second[0][measure]).isNear(value), "\(measure), seed \(seed)")
        }
      }
    }
  }
}
