import ExactMath
import Inference

/// The people of the task, and what their writings give away, bit by bit.
struct EarlyRiskPeople {
  struct Person {
    let id: String
    let isAtRisk: Bool
    let writings: Int
    let sex: String
    /// How open the person is about how they are, beside what can be read off everybody.
    let openness: Double
    /// What the first n writings say on average, at each moment of ``EarlyRiskPeople/moments(of:)``.
    let evidence: [Double]
  }

  /// By id, so that the order of the files tells nothing.
  let people: [Person]

  /// - Parameters:
  ///   - size: how many people there are.
  ///   - atRisk: how many of them are at risk.
  ///   - writings: how many writings they have together.
  ///   - split: the number of the split, which has random numbers of its own.
  init(
    size: Int, atRisk: Int, writings: Int, split: UInt32, ids: inout OpaqueIds, seed: UInt64
  ) {
    var stream = RandomStream(seed: seed, purpose: .earlyRiskPeople, replicate: split)
    let counts = Self.writings(size, sum: writings, &stream)
    people = counts.indices.map { index in
      Self.person(
        id: ids.next(prefix: "u", length: 6, &stream), isAtRisk: index < atRisk,
        writings: counts[index], &stream)
    }.sorted { $0.id < $1.id }
  }

  /// The numbers of writings after which systems look again: every one at first, then ever fewer.
  static func moments(of writings: Int) -> [Int] {
    var moments: [Int] = []
    var next = 1
    while next < writings {
      moments.append(next)
      next += max(1, next / 4)
    }
    return moments + [writings]
  }

  /// Log-normal: most people write some hundreds of times, a few very much. Their sum is exactly
  /// `sum`.
  private static func writings(_ size: Int, sum: Int, _ stream: inout RandomStream) -> [Int] {
    var shares = (0..<size).map { _ in Exact.exp(1.05 * stream.normal()) }
    // Collections of this kind cut what a single person may bring.
    let mean = Exact.sum(shares) / Double(size)
    shares = shares.map { min($0, 4 * mean) }
    let total = Exact.sum(shares)
    var counts = shares.map { max(10, Int($0 / total * Double(sum))) }
    var rest = sum - counts.reduce(0, +)
    var person = 0
    while rest != 0 {
      let step = rest > 0 ? 1 : counts[person] > 10 ? -1 : 0
      counts[person] += step
      rest -= step
      person = (person + 1) % size
    }
    return counts
  }

  private static func person(
    id: String, isAtRisk: Bool, writings: Int, _ stream: inout RandomStream
  ) -> Person {
    let sex = stream.uniform() < 0.55 ? "F" : "M"
    let isUnknown = stream.uniform() < 0.06
    // Three in ten of those at risk say nothing of it in the first of their writings.
    let isLate = stream.uniform() < 0.3
    let onset = isAtRisk && isLate ? Int(stream.uniform() * 0.5 * Double(writings)) : 0
    let openness = stream.normal()
    let perWriting = (isAtRisk ? 1.0 : 0) + 0.34 * openness
    var sum = 0.0
    var before = 0
    let evidence = moments(of: writings).map { moment in
      let telling = moment - max(before, min(onset, moment))
      let spread = 2.2 * Double(moment - before).squareRoot()
      sum += perWriting * Double(telling) + spread * stream.normal()
      before = moment
      return sum / Double(moment)
    }
    return Person(
      id: id, isAtRisk: isAtRisk, writings: writings, sex: isUnknown ? "" : sex,
      openness: openness, evidence: evidence)
  }
}
