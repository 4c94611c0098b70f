/// A made-up task: order people by who needs help soonest, and the posts of each by what shows it.
///
/// The test split has the size and prevalence of that of CLPsych 2019 (Zirikly, Resnik, Uzuner and
/// Hollingshead, W19-3003), with the posts that prioritization needs: 125 people, 31,000 posts. There
/// are no posts behind the ids.
package enum PeopleAndPostsTask {
  package static let id = "people-and-posts"
  static let labels = ["none", "low", "moderate", "severe"]
  static let developmentCounts = [6, 3, 5, 10]
  static let testCounts = [32, 13, 28, 52]
  static let developmentPosts = 2_500
  static let testPosts = 31_000

  /// The task and the submissions of its baselines, all but the README.
  package static func files(seed: UInt64) -> [SyntheticFile] {
    var ids = OpaqueIds()
    let development = PeopleWithPosts(
      counts: developmentCounts, posts: developmentPosts, split: 0, ids: &ids, seed: seed)
    let test = PeopleWithPosts(
      counts: testCounts, posts: testPosts, split: 1, ids: &ids, seed: seed)
    return [("tasks/\(id)/task.yaml", Array(definition.utf8))] + split("dev", development)
      + split("test", test) + PrioritizingSystems(test, seed: seed).submissions
  }

  private static func split(_ name: String, _ people: PeopleWithPosts) -> [SyntheticFile] {
    var items = Table(columns: ["user", "post", "words"])
    var gold = Table(columns: ["user", "label"])
    var evidence = Table(columns: ["user", "post", "evidence"])
    for person in people.people {
      gold.append([person.id, labels[person.label]])
      for post in person.posts {
        items.append([person.id, post.id, String(post.words)])
        if post.evidence > 0 {
          evidence.append([person.id, post.id, Table.decimal(units: post.evidence, decimals: 3)])
        }
      }
    }
    let folder = "tasks/\(id)/\(name)"
    return [
      ("\(folder)/items.tsv", items.bytes), ("\(folder)/gold.tsv", gold.bytes),
      ("\(folder)/evidence.tsv", evidence.bytes),
    ]
  }

  private static let definition = """
    schema: cltask.task/1
    id: \(id)
    title: Whom to read first, and which post (synthetic)
    kind: prioritization
    splits: [dev, test]
    labels: [\(labels.joined(separator: ", "))]   # least severe first
    positive: [severe]                      # whom a first reader must not miss
    measures: [hTBG, hTBG(halflife=1800), nhTBG, AP, R@20, posts/AP, posts/nDCG@10]
    primary: hTBG
    ties: expected
    missing: error
    time-model: {summary: 4.4, per-word: 0.018, per-item: 7.8, click-relevant: 0.64,
      click-nonrelevant: 0.39, save-relevant: 0.77, half-life: 224}

    """
}
