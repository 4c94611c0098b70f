import ExactMath
import Inference

/// The systems that answered: each sees posts and people through noise.
///
/// Part of the noise is the same for all systems, of a post and of a person, because what somebody
/// did not say no system can read. Their errors are therefore correlated on both levels.
struct PrioritizingSystems {
  /// How a system sees a post, and how it makes a person of posts.
  private struct View {
    let run: SubmissionName
    let description: String
    let number: UInt32
    /// Noise of its own on posts and on people.
    let ofPosts: Double
    let ofPeople: Double
    /// Of how long a post is.
    let words: Double
    let decimals: Int
  }

  /// Counts words of a list: long posts seem to say more, and many posts tie.
  private static let wordList = View(
    run: SubmissionName(task: PeopleAndPostsTask.id, team: "harbour", run: "word-list"),
    description: "hits of a word list in each post; a user is the mean of the three highest",
    number: 1, ofPosts: 1.1, ofPeople: 0.7, words: 0.5, decimals: 2)
  private static let hierarchical = View(
    run: SubmissionName(task: PeopleAndPostsTask.id, team: "meridian", run: "hierarchical"),
    description: "attention over words and posts; the score of a post is its attention",
    number: 2, ofPosts: 0.45, ofPeople: 0.3, words: 0, decimals: 3)

  private let people: [PeopleWithPosts.Person]
  private let seed: UInt64

  init(_ people: PeopleWithPosts, seed: UInt64) {
    self.people = people.people
    self.seed = seed
  }

  /// The submissions to the split.
  var submissions: [SyntheticFile] { [Self.wordList, Self.hierarchical].map(submission) }

  private func submission(_ view: View) -> SyntheticFile {
    var table = Table(
      submission: view.run, description: view.description, columns: ["user", "post", "score"])
    let streams = [0, view.number].map {
      RandomStream(seed: seed, purpose: .prioritizingSystems, replicate: $0)
    }
    var (shared, own) = (streams[0], streams[1])
    for person in people {
      let seen = person.posts.map { post in
        post.signal + 0.4 * shared.normal() + view.ofPosts * own.normal()
          + view.words * (Exact.log(Double(post.words)) - 3.8)
      }
      let highest = seen.sorted(by: >).prefix(3)
      let urgency =
        0.4 * highest.reduce(0, +) / Double(highest.count) + person.severity
        + 0.45 * shared.normal() + view.ofPeople * own.normal()
      table.append([person.id, "-", Table.decimal(Self.logistic(urgency), decimals: 4)])
      for (post, score) in zip(person.posts, seen) {
        table.append([
          person.id, post.id,
          Table.decimal(Self.logistic(score - 1.5), decimals: view.decimals),
        ])
      }
    }
    return (view.run.path, table.bytes)
  }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + Exact.exp(-x)) }
}
