internal import Inference
internal import Measures
internal import SharedTasks

/// Orders of people and posts that need no system.
struct PrioritizationBaselines {
  let gold: PrioritizationGold
  let posts: PostColumns
  let scale: GradeScale
  let seed: UInt64

  private var universe: PostUniverse { posts.universe }

  func tables() -> [(run: String, description: String, table: String)] {
    var tables = [
      ("random", "people and posts in random order; seed \(seed)", random),
      (
        "oracle", "the gold itself, the quickest to read first: the best there can be by hTBG",
        oracle
      ),
    ]
    if universe.words.unknown < posts.evidence.count {
      tables.append(("length", "the more words, the more urgent: people and posts", length))
    }
    return tables
  }

  private var random: String {
    var stream = RandomStream(seed: seed, purpose: .baseline)
    return table(people: gold.levels.map { _ in stream.uniform() }) { stream, posts in
      posts.map { _ in stream.uniform() }
    }
  }

  private var length: String {
    let words = universe.words.values
    var people = Array(repeating: 0.0, count: gold.levels.count)
    for (post, person) in universe.posts.people.enumerated() { people[Int(person)] += words[post] }
    return table(people: people) { _, posts in posts.map { words[$0] } }
  }

  /// People who can be found by ascending expected words, then the others by their grade; posts by
  /// evidence for each word.
  private var oracle: String {
    var columns = PersonPosts()
    let relevant = scale.relevant(atLeast: nil)
    let keys = gold.levels.indices.map { person -> (isFound: Bool, words: Double, grade: Double) in
      load(person, &columns)
      let level = Int(gold.levels[person])
      let isFound = relevant[level] && columns.hasEvidence
      return (isFound, isFound ? columns.shortestWords : 0, scale.grades[level])
    }
    let order = keys.indices.sorted { a, b in
      if keys[a].isFound != keys[b].isFound { return keys[a].isFound }
      return (keys[a].words, -keys[a].grade, a) < (keys[b].words, -keys[b].grade, b)
    }
    var scores = Array(repeating: 0.0, count: order.count)
    for (place, person) in order.enumerated() { scores[person] = Double(order.count - place) }
    var posts = PersonPosts()
    return table(people: scores) { _, positions in
      posts.removeAll()
      for post in positions { append(post, to: &posts) }
      var scores = Array(repeating: 0.0, count: positions.count)
      for (place, post) in posts.shortestOrder.enumerated() {
        scores[Int(post)] = Double(positions.count - place)
      }
      return scores
    }
  }

  private func load(_ person: Int, _ columns: inout PersonPosts) {
    columns.removeAll()
    for number in 0..<universe.byPerson.count(of: person) {
      append(universe.byPerson.post(number, of: person), to: &columns)
    }
  }

  private func append(_ post: Int, to columns: inout PersonPosts) {
    columns.append(words: universe.words.values[post], evidence: self.posts.evidence[post])
  }

  /// Everybody's row, and the rows of their posts after it.
  private func table(
    people: [Double], posts: (inout RandomStream, [Int]) -> [Double]
  ) -> String {
    var stream = RandomStream(seed: seed, purpose: .baseline, replicate: 1)
    var text = "user\tpost\tscore\n"
    for person in people.indices {
      let name = universe.people.text(person)
      text += "\(name)\t-\t\(people[person])\n"
      let positions = (0..<universe.byPerson.count(of: person)).map {
        universe.byPerson.post($0, of: person)
      }
      for (post, score) in zip(positions, posts(&stream, positions)) {
        text += "\(name)\t\(universe.posts.text(post))\t\(score)\n"
      }
    }
    return text
  }
}
