import ExactMath
import Inference

/// The people of ``PeopleBenchmark`` and what they wrote.
///
/// Each person has a random stream, so every file can be made by itself and none has to be held. A
/// person has a severity that nobody sees; assessors and the system see it, and what posts speak of
/// it, through noise.
struct BenchmarkCrowd {
  struct Person {
    let label: Int
    /// In units of ``personDecimals`` decimals; no two people have the same.
    let score: Int
  }

  struct Post {
    /// Of all posts.
    let number: Int
    let words: Int
    /// In thousandths: the probability that a reader stops here.
    let evidence: Int
    /// In units of ``postDecimals`` decimals; no two posts of a person have the same.
    let score: Int
  }

  /// A row of a submission, of a post or of the person.
  struct Score {
    private let place: (person: Int32, post: Int32)
    let units: Int

    init(person: Int, post: Int?, units: Int) {
      place = (Int32(person), Int32(post ?? -1))
      self.units = units
    }

    var person: Int { Int(place.person) }
    var post: Int? { place.post < 0 ? nil : Int(place.post) }
  }

  static let personDecimals = 9
  static let postDecimals = 6

  /// The number of each person's first post, and the number of all posts.
  let starts: [Int]
  private let seed: UInt64

  init(people: Int, posts: Int, seed: UInt64) {
    self.seed = seed
    starts = Self.starts(people: people, posts: posts, seed: seed)
  }

  func person(_ number: Int) -> Person {
    var stream = stream(of: number)
    return person(number, severity: stream.normal(), &stream)
  }

  /// The posts of a person, in the order of the files.
  func forEachPost(of person: Int, _ body: (Post) -> Void) {
    var stream = stream(of: person)
    let severity = stream.normal()
    let isAtRisk = self.person(person, severity: severity, &stream).label > 0
    let posts = starts[person]..<starts[person + 1]
    for (place, number) in posts.enumerated() {
      let signal = 0.45 * severity + stream.normal()
      let words = max(1, Int(Exact.exp(3.8 + 0.95 * stream.normal() + 0.1 * signal)))
      let seen = signal + 0.6 * stream.normal()
      body(
        Post(
          number: number, words: words, evidence: isAtRisk ? Self.evidence(signal) : 0,
          // 617 has no divisor in common with 1,000, so that the last three digits are different.
          score: Self.thousandths(seen) * 1_000 + place * 617 % 1_000))
    }
  }

  /// What a submission says of a person, and then of the person's posts.
  func forEachScore(of person: Int, _ body: (Score) -> Void) {
    body(Score(person: person, post: nil, units: self.person(person).score))
    forEachPost(of: person) { body(Score(person: person, post: $0.number, units: $0.score)) }
  }

  private func stream(of person: Int) -> RandomStream {
    RandomStream(seed: seed, purpose: .benchmarkPeople, replicate: UInt32(person))
  }

  private func person(
    _ number: Int, severity: Double, _ stream: inout RandomStream
  ) -> Person {
    let judged = severity + 0.35 * stream.normal()
    let seen = severity + 0.7 * stream.normal()
    // 999,983 is a prime, so that the last six digits are different for that many people.
    return Person(
      label: BenchmarkSeverity.label(judged),
      score: Self.thousandths(seen) * 1_000_000 + number * 382_871 % 999_983)
  }

  /// What a system saw on a scale from 0 to 1, in three digits.
  private static func thousandths(_ seen: Double) -> Int {
    max(0, min(999, Int(500 + 80 * seen)))
  }

  /// Assessors mark the few posts that speak most of risk, the surer the stronger they do.
  private static func evidence(_ signal: Double) -> Int {
    signal < 2.5 ? 0 : signal < 2.8 ? 125 : signal < 3.1 ? 250 : signal < 3.4 ? 500 : 1_000
  }

  /// One post for everybody, and the rest by shares of u⁴: a median of 31 and no more than 500 where
  /// the mean is 100. Sums are rounded, not shares, so that there are as many as was asked for.
  private static func starts(people: Int, posts: Int, seed: UInt64) -> [Int] {
    precondition(posts >= people)
    var stream = RandomStream(seed: seed, purpose: .benchmarkSizes)
    var sum = 0.0
    let sums = (0..<people).map { _ in
      let share = stream.uniform()
      sum += share * share * share * share
      return sum
    }
    return [0]
      + sums.enumerated().map { person, share in
        person + 1 + Int((Double(posts - people) * share / sum).rounded())
      }
  }
}
