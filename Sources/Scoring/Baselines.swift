internal import Inference
internal import Measures
internal import SharedTasks

/// The trivial submissions of a task: what every system must beat, and what none can.
package struct Baselines: Sendable {
  private let task: SharedTask
  private let split: String
  private let gold: Gold
  private let team: String
  private let seed: UInt64

  package init(_ task: SharedTask, split: String, gold: Gold, team: String, seed: UInt64) {
    self.task = task
    self.split = split
    self.gold = gold
    self.team = team
    self.seed = seed
  }

  /// Paths relative to the workspace, and the bytes of each submission.
  package func submissions() throws -> [(path: String, bytes: [UInt8])] {
    let tables: [(run: String, description: String, table: String)] =
      switch gold {
      case .assessment(let gold): try assessment(gold)
      case .ranking(let gold): ranking(gold)
      case .prioritization(let gold): try prioritization(gold)
      case .triage(let gold): try TriageBaselines(task, gold, seed: seed).tables
      case .earlyDetection(let gold): try earlyDetection(gold)
      }
    return try tables.map { run, description, table in
      let place = try SubmissionPlace(task: task.definition.id, team: team, run: run)
      let head = """
        # team: \(team)
        # run: \(run)
        # task: \(task.definition.id)
        # description: \(description) (split \(split))

        """
      return (Workspace.relativePath(of: place), Array((head + table).utf8))
    }
  }

  private func prioritization(
    _ gold: PrioritizationGold
  ) throws -> [(run: String, description: String, table: String)] {
    guard let scale = task.scale else { throw ScoringError.noLabels(task.definition.id) }
    return PrioritizationBaselines(
      gold: gold, posts: try gold.columns(), scale: scale, seed: seed
    ).tables()
  }

  private func assessment(
    _ gold: AssessmentGold
  ) throws -> [(run: String, description: String, table: String)] {
    guard let scale = task.scale else { throw ScoringError.noLabels(task.definition.id) }
    let answers = TrivialAnswers(gold: gold, scale: scale)
    var tables = [
      (
        "random", "scores and labels at random, labels as often as in the gold; seed \(seed)",
        answers.random(seed: seed)
      ),
      ("prior", "the same answer for every item: the shares of the labels", answers.prior),
      ("oracle", "the gold itself: the best there can be", answers.oracle),
    ]
    if let words = gold.universe.words {
      let length = answers.ranked(by: words)
      tables.append(("length", "the more words, the more urgent", length))
    }
    return tables
  }

  private func earlyDetection(
    _ gold: EarlyDetectionGold
  ) throws -> [(run: String, description: String, table: String)] {
    guard let scale = task.scale else { throw ScoringError.noLabels(task.definition.id) }
    return TrivialDecisions(gold: gold, scale: scale, seed: seed).submissions
  }

  private func ranking(
    _ gold: RankingGold
  ) -> [(run: String, description: String, table: String)] {
    var stream = RandomStream(seed: seed, purpose: .baseline)
    var random = "topic\titem\tscore\n"
    var prior = random
    var oracle = random
    for topic in 0..<gold.topics.count {
      let name = gold.topics.text(topic)
      for item in gold.items(ofTopic: topic) {
        let start = "\(name)\t\(gold.itemText(item))\t"
        random += "\(start)\(stream.uniform())\n"
        prior += "\(start)0\n"
        let level = Int(gold.levels[item])
        oracle += "\(start)\(level < 0 ? -1 : gold.scale.grades[level])\n"
      }
    }
    return [
      ("random", "the items of each topic in random order; seed \(seed)", random),
      ("prior", "all items of a topic tied", prior),
      ("oracle", "items by their grade: the best there can be", oracle),
    ]
  }
}

extension RandomStream.Purpose {
  static let baseline = RandomStream.Purpose(rawValue: 3)
}

/// Answers that need no system.
private struct TrivialAnswers {
  let gold: AssessmentGold
  let scale: GradeScale

  private var counts: [Int] {
    gold.levels.reduce(into: Array(repeating: 0, count: scale.count)) { $0[Int($1)] += 1 }
  }

  func random(seed: UInt64) -> String {
    var stream = RandomStream(seed: seed, purpose: .baseline)
    var labels = gold.levels
    stream.shuffle(&labels)
    return table { item in (stream.uniform(), Int(labels[item]), []) }
  }

  var prior: String {
    let size = Double(gold.levels.count)
    let shares = counts.map { Double($0) / size }
    let positive = zip(shares, scale.positive).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return table(withProbabilities: true) { _ in (positive, most, shares) }
  }

  var oracle: String {
    let least = scale.grades.min() ?? 0
    let spread = max((scale.grades.max() ?? 0) - least, 1e-300)
    return table(withProbabilities: true) { item in
      let level = Int(gold.levels[item])
      return (
        (scale.grades[level] - least) / spread, level,
        scale.names.indices.map { $0 == level ? 1 : 0 }
      )
    }
  }

  /// Scores grow with `values`; labels are as frequent as in the gold, the highest for the most.
  func ranked(by values: [Double]) -> String {
    let most = max(values.max() ?? 0, 1e-300)
    var labels = Array(repeating: 0, count: values.count)
    var next = ScoreOrder.descending(values).makeIterator()
    for level in scale.names.indices.reversed() {
      for _ in 0..<counts[level] { if let item = next.next() { labels[Int(item)] = level } }
    }
    return table { item in (max(values[item], 0) / most, labels[item], []) }
  }

  private func table(
    withProbabilities hasProbabilities: Bool = false,
    _ answer: (Int) -> (score: Double, label: Int, probabilities: [Double])
  ) -> String {
    var text = "item\tscore\tlabel"
    if hasProbabilities { text += scale.names.map { "\tscore:\($0)" }.joined() }
    text += "\n"
    for item in gold.levels.indices {
      let (score, label, probabilities) = answer(item)
      text += "\(gold.universe.items.text(item))\t\(score)\t\(scale.names[label])"
      text += probabilities.map { "\t\($0)" }.joined()
      text += "\n"
    }
    return text
  }
}
