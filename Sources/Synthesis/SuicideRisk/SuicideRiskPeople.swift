import ExactMath
import Inference

/// The people of the task: a severity that nobody sees, the label that assessors gave, and what is
/// known of each person.
struct SuicideRiskPeople {
  struct Person {
    let id: String
    /// On a scale with mean 0 and deviation 1 over everybody.
    let severity: Double
    /// Position in ``SuicideRiskTask/labels``.
    var label = 0
    /// Words that the person wrote, all posts together.
    let words: Int
    let sex: String
    let age: String
    /// Whether English is the person's first or second language.
    let language: String
  }

  /// By id, so that the order of the files tells nothing.
  let people: [Person]

  /// - Parameters:
  ///   - counts: how many people get each label.
  ///   - split: the number of the split, which has random numbers of its own.
  init(counts: [Int], split: UInt32, ids: inout OpaqueIds, seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: .suicideRiskPeople, replicate: split)
    var judged: [(person: Person, judgement: Double)] = []
    for _ in 0..<counts.reduce(0, +) {
      let person = Self.person(id: ids.next(prefix: "u", length: 6, &stream), &stream)
      // Assessors agree with the severity, but not perfectly.
      judged.append((person, person.severity + 0.35 * stream.normal()))
    }
    judged.sort { $0.judgement < $1.judgement }
    let labels = counts.indices.flatMap { repeatElement($0, count: counts[$0]) }
    people = zip(judged, labels)
      .map { entry, label in
        var person = entry.person
        person.label = label
        return person
      }
      .sorted { $0.id < $1.id }
  }

  private static func person(id: String, _ stream: inout RandomStream) -> Person {
    let severity = stream.normal()
    // Log-normal around 1,900 words: many write little, a few very much. Distress is long-winded.
    let length = Exact.exp(7.55 + 0.85 * stream.normal() + 0.15 * severity)
    return Person(
      id: id, severity: severity, words: max(12, Int(length)),
      sex: attribute([("F", 0.54), ("M", 0.46)], missing: 0.05, &stream),
      age: attribute([("18-29", 0.48), ("30-44", 0.34), ("45+", 0.18)], missing: 0.08, &stream),
      language: attribute([("first", 0.68), ("second", 0.32)], missing: 0.03, &stream))
  }

  /// One of `values` by its share; empty, which is how a missing value is written, now and then.
  private static func attribute(
    _ values: [(name: String, share: Double)], missing: Double, _ stream: inout RandomStream
  ) -> String {
    let isMissing = stream.uniform() < missing
    var rest = stream.uniform()
    for value in values {
      rest -= value.share
      if rest < 0 { return isMissing ? "" : value.name }
    }
    return isMissing ? "" : values[values.count - 1].name
  }
}
