import ExactMath
import Inference

/// The people of the task and what they wrote: a severity that nobody sees, the label that assessors
/// gave, and how strongly each post speaks of it.
struct PeopleWithPosts {
  struct Post {
    let id: String
    let words: Int
    /// How strongly the post speaks of risk, on a scale that nobody sees.
    let signal: Double
    /// In thousandths: the probability that a reader stops here.
    var evidence = 0
  }

  struct Person {
    let id: String
    let severity: Double
    var label = 0
    var posts: [Post] = []
  }

  /// By id, so that the order of the files tells nothing.
  let people: [Person]

  /// - Parameters:
  ///   - counts: how many people get each label.
  ///   - posts: how many posts there are in all.
  ///   - split: the number of the split, which has random numbers of its own.
  init(counts: [Int], posts: Int, split: UInt32, ids: inout OpaqueIds, seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: .peopleAndPosts, replicate: split)
    var judged: [(person: Person, judgement: Double)] = []
    for _ in 0..<counts.reduce(0, +) {
      let person = Person(
        id: ids.next(prefix: "u", length: 4, &stream), severity: stream.normal())
      judged.append((person, person.severity + 0.35 * stream.normal()))
    }
    judged.sort { $0.judgement < $1.judgement }
    let labels = counts.indices.flatMap { repeatElement($0, count: counts[$0]) }
    let sizes = Self.sizes(people: labels.count, posts: posts, &stream)
    people = zip(zip(judged, labels), sizes)
      .map { entry, size in
        var person = entry.0.person
        person.label = entry.1
        person.posts = (0..<size).map { _ in Self.post(of: person, &ids, &stream) }
        return person
      }
      .sorted { $0.id < $1.id }
  }

  /// How many posts each person wrote: many a few, a few very many, all together `posts`.
  private static func sizes(
    people: Int, posts: Int, _ stream: inout RandomStream
  ) -> [Int] {
    let weights = (0..<people).map { _ in Exact.exp(1.1 * stream.normal()) }
    let total = weights.reduce(0, +)
    var sizes = weights.map { max(1, Int(Double(posts) * $0 / total)) }
    var next = 0
    while sizes.reduce(0, +) != posts {
      if sizes.reduce(0, +) < posts {
        sizes[next % people] += 1
      } else if sizes[next % people] > 1 {
        sizes[next % people] -= 1
      }
      next += 1
    }
    return sizes
  }

  /// Words are log-normal around 45. Most posts speak of other things, also of the severest; what
  /// assessors mark is marked the surer the stronger it speaks, and nothing is marked of people
  /// without risk.
  private static func post(
    of person: Person, _ ids: inout OpaqueIds, _ stream: inout RandomStream
  ) -> Post {
    let signal = 0.45 * person.severity + stream.normal()
    let words = max(1, Int(Exact.exp(3.8 + 0.95 * stream.normal() + 0.1 * signal)))
    var post = Post(
      id: ids.next(prefix: "", length: 4, &stream), words: words, signal: signal)
    let steps = [(2.5, 125), (2.8, 250), (3.1, 375), (3.4, 500), (3.8, 750), (4.2, 1000)]
    if person.label > 0 { post.evidence = steps.last { signal >= $0.0 }?.1 ?? 0 }
    return post
  }
}
