import Foundation

@testable import Measures

/// A person as the paper has it: at risk or not, and posts in the order in which they are read.
struct NaivePerson: Sendable {
  struct Post: Sendable {
    var evidence: Double
    var words: Double
  }

  var isAtRisk: Bool
  var posts: [Post]

  init(_ isAtRisk: Bool, _ posts: [(Double, Double)]) {
    self.isAtRisk = isAtRisk
    self.posts = posts.map { Post(evidence: $0.0, words: $0.1) }
  }

  var isFound: Bool { isAtRisk && posts.contains { $0.evidence > 0 } }

  /// Σ words(l) · Π_{m<l} (1 − evidence(m))
  var expectedWords: Double {
    posts.indices.reduce(0) { sum, post in
      sum + posts[post].words * posts[..<post].reduce(1) { $0 * (1 - $1.evidence) }
    }
  }

  /// The least expected words of all orders of the posts.
  var leastWords: Double {
    permutations(of: posts).map { order in
      var person = self
      person.posts = order
      return person.expectedWords
    }.min() ?? 0
  }

  /// The posts by evidence for each word, for people with too many posts for all orders.
  var inShortestOrder: NaivePerson {
    var person = self
    person.posts.sort { $0.evidence * $1.words > $1.evidence * $0.words }
    return person
  }

  func listed(shortest: Double? = nil) -> PeopleInOrder.Person {
    PeopleInOrder.Person(
      level: isAtRisk ? 1 : 0, hasEvidence: posts.contains { $0.evidence > 0 },
      words: expectedWords, shortestWords: shortest ?? leastWords)
  }
}

/// A measure of people with its arguments, and what it is by definition.
struct NaivePeopleCase: Sendable {
  let measure: String
  let value: @Sendable ([NaivePerson]) -> Double?

  init(_ measure: String, _ value: @escaping @Sendable ([NaivePerson]) -> Double?) {
    self.measure = measure
    self.value = value
  }

  static let all: [NaivePeopleCase] =
    [.init("hTBG") { gain($0) }, .init("nhTBG") { normalizedGain($0) }]
    + [3.0, 224, 1800].flatMap { halfLife in
      [
        NaivePeopleCase("hTBG(halflife=\(Int(halfLife)))") { gain($0, halfLife: halfLife) },
        NaivePeopleCase("nhTBG(halflife=\(Int(halfLife)))") {
          normalizedGain($0, halfLife: halfLife)
        },
      ]
    }

  static func gain(_ people: [NaivePerson], halfLife: Double = 224) -> Double {
    people.indices.reduce(0) { sum, rank in
      guard people[rank].isFound else { return sum }
      let start = people[..<rank].reduce(0) { time, person in
        time + 4.4 + (person.isAtRisk ? 0.64 : 0.39) * (0.018 * person.expectedWords + 7.8)
      }
      return sum + 0.64 * 0.77 * pow(2, -start / halfLife)
    }
  }

  /// Over the best of all orders of the people, each read in the best of all orders of the posts.
  static func normalizedGain(_ people: [NaivePerson], halfLife: Double = 224) -> Double? {
    let best = bestGain(people, halfLife: halfLife)
    return best > 0 ? gain(people, halfLife: halfLife) / best : nil
  }

  static func bestGain(_ people: [NaivePerson], halfLife: Double = 224) -> Double {
    let quickest = people.map { person in
      var best = person
      for order in permutations(of: person.posts) {
        var other = person
        other.posts = order
        if other.expectedWords < best.expectedWords { best = other }
      }
      return best
    }
    return permutations(of: quickest).map { gain($0, halfLife: halfLife) }.max() ?? 0
  }
}

/// All orders of a few elements.
func permutations<Element>(of elements: [Element]) -> [[Element]] {
  guard elements.count > 1 else { return [elements] }
  return elements.indices.flatMap { index in
    var rest = elements
    let first = rest.remove(at: index)
    return permutations(of: rest).map { [first] + $0 }
  }
}
