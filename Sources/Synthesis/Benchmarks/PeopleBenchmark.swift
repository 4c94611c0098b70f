import Inference

/// People and their posts in any number: gold, evidence, and a submission that scores both.
///
/// All files have the posts of each person together, in one order. No two people have the same
/// score, nor have two posts of a person, so that the value does not depend on how ties are ordered.
package struct PeopleBenchmark: Sendable {
  package let name: String
  package let people: Int
  package let posts: Int
  /// Whether there is a second submission, `mixed`: the same rows in no order.
  package let isMixed: Bool

  package init(name: String, people: Int, posts: Int, isMixed: Bool) {
    self.name = name
    self.people = people
    self.posts = posts
    self.isMixed = isMixed
  }

  /// A forum's worth of people, about 450 MB.
  package static let large = PeopleBenchmark(
    name: "people", people: 100_000, posts: 10_000_000, isMixed: false)

  /// A tenth of it: shows whether time and memory are linear, and what a file in no order costs.
  package static let small = PeopleBenchmark(
    name: "people-small", people: 10_000, posts: 1_000_000, isMixed: true)

  /// A workspace of its own, in a folder of the benchmark's name.
  package func files(seed: UInt64) -> [StreamedFile] {
    [
      StreamedFile(path: task.definition) { try $0(definition) },
      table(task.test("items"), "user\tpost\twords\n", seed: seed) { crowd, person, text in
        crowd.forEachPost(of: person) { post in
          text.appendPost(post.number, of: person)
          text.append(post.words)
          text.append("\n")
        }
      },
      table(task.test("gold"), "user\tlabel\n", seed: seed) { crowd, person, text in
        text.appendPerson(person)
        text.append("\t")
        text.append(BenchmarkSeverity.labels[crowd.person(person).label])
        text.append("\n")
      },
      table(task.test("evidence"), "user\tpost\tevidence\n", seed: seed) {
        crowd, person, text in
        crowd.forEachPost(of: person) { post in
          guard post.evidence > 0 else { return }
          text.appendPost(post.number, of: person)
          text.append(post.evidence, decimals: 3)
          text.append("\n")
        }
      },
      table(task.submission("hierarchical"), head("hierarchical"), seed: seed) {
        crowd, person, text in
        crowd.forEachScore(of: person) { text.append($0) }
      },
    ] + (isMixed ? [mixed(seed: seed)] : [])
  }

  private var definition: [UInt8] {
    let text = """
      schema: cltask.task/1
      id: \(name)
      title: \(people) made-up people and their \(posts) posts
      kind: prioritization
      splits: [test]
      labels: [\(BenchmarkSeverity.labels.joined(separator: ", "))]
      positive: [severe]
      measures: [hTBG, hTBG(halflife=1800)]
      primary: hTBG
      ties: expected
      missing: error

      """
    return Array(text.utf8)
  }

  private var task: BenchmarkTask { BenchmarkTask(name, hasOwnWorkspace: true) }

  private func head(_ run: String) -> String { task.metadata(run) + "user\tpost\tscore\n" }

  /// A table that is written person by person; `rows` appends what there is to say of one.
  private func table(
    _ path: String, _ head: String, seed: UInt64,
    rows: @escaping @Sendable (BenchmarkCrowd, _ person: Int, inout ByteText) -> Void
  ) -> StreamedFile {
    StreamedFile(path: path) { write in
      let crowd = BenchmarkCrowd(people: people, posts: posts, seed: seed)
      var pieces = PieceWriter()
      pieces.text.append(head)
      for person in 0..<people {
        rows(crowd, person, &pieces.text)
        try pieces.endRows(write)
      }
      try pieces.finish(write)
    }
  }

  /// The only file that is held before it is written, 16 bytes a row.
  private func mixed(seed: UInt64) -> StreamedFile {
    StreamedFile(path: task.submission("mixed")) { write in
      let crowd = BenchmarkCrowd(people: people, posts: posts, seed: seed)
      var scores: [BenchmarkCrowd.Score] = []
      scores.reserveCapacity(people + posts)
      for person in 0..<people { crowd.forEachScore(of: person) { scores.append($0) } }
      var stream = RandomStream(seed: seed, purpose: .benchmarkMixing)
      stream.shuffle(&scores)
      var pieces = PieceWriter()
      pieces.text.append(head("mixed"))
      for score in scores {
        pieces.text.append(score)
        try pieces.endRows(write)
      }
      try pieces.finish(write)
    }
  }
}

extension ByteText {
  /// Seven characters as forums' ids have them: different for each person, in no order.
  /// 2,176,782,317 is the largest prime below 36⁶.
  fileprivate mutating func appendPerson(_ number: Int) {
    append("u")
    appendBase36((number + 1) * 1_297_432_109 % 2_176_782_317, digits: 6)
  }

  /// A person and seven characters, different for each post. 78,364,164,083 is the largest prime
  /// below 36⁷.
  fileprivate mutating func appendPost(_ number: Int, of person: Int) {
    appendPerson(person)
    append("\t")
    appendBase36((number + 1) * 48_611_766_701 % 78_364_164_083, digits: 7)
    append("\t")
  }

  /// A row of a submission.
  fileprivate mutating func append(_ score: BenchmarkCrowd.Score) {
    if let post = score.post {
      appendPost(post, of: score.person)
      append(score.units, decimals: BenchmarkCrowd.postDecimals)
    } else {
      appendPerson(score.person)
      append("\t-\t")
      append(score.units, decimals: BenchmarkCrowd.personDecimals)
    }
    append("\n")
  }

  private mutating func appendBase36(_ number: Int, digits: Int) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 36 }
    while divisor > 0 {
      let digit = UInt8(number / divisor % 36)
      append(Unicode.Scalar(digit < 10 ? 0x30 + digit : 0x57 + digit))
      divisor /= 36
    }
  }
}
