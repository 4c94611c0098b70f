internal import Inference
internal import Measures
internal import SharedTasks

/// Submissions to a triage that need no system: whoever has the highest scores passes, as far as
/// there is room.
struct TriageBaselines {
  typealias Table = (run: String, description: String, table: String)

  private let gold: AssessmentGold
  private let scale: GradeScale
  private let stages: [TriageStage]
  private let seed: UInt64

  init(_ task: SharedTask, _ gold: AssessmentGold, seed: UInt64) throws {
    guard let scale = task.scale else { throw ScoringError.noLabels(task.definition.id) }
    self.gold = gold
    self.scale = scale
    stages = task.definition.triageStages
    self.seed = seed
  }

  var tables: [Table] {
    [
      (
        "random", "new scores at random in each stage; the highest pass, seed \(seed)",
        random
      ),
      ("prior", "the same score for every item: the share of cases; the first pass", prior),
      ("oracle", "the gold itself: who needs a tier passes its stage, the worst off first", oracle),
    ]
  }

  /// Where there is room for all, half of the scores pass.
  private var random: String {
    var stream = RandomStream(seed: seed, purpose: .baseline)
    return table { _, _ in
      stream.uniform()
    } passes: { _, stage, score in
      stage.capacity != nil || score >= 0.5
    }
  }

  private var prior: String {
    let cases = gold.levels.count { scale.positive[Int($0)] }
    let share = Double(cases) / Double(max(gold.levels.count, 1))
    return table { _, _ in
      share
    } passes: { _, _, _ in
      true
    }
  }

  private var oracle: String {
    table { item, _ in
      Double(gold.levels[item])
    } passes: { item, stage, _ in
      Int(gold.levels[item]) >= stage.tier
    }
  }

  /// - Parameters:
  ///   - score: of an item in a stage.
  ///   - passes: whether an item would pass a stage; where it has a capacity the highest scores do
  ///     among them, items in the order of the gold where they are equal.
  private func table(
    _ score: (Int, TriageStage) -> Double, passes: (Int, TriageStage, Double) -> Bool
  ) -> String {
    var text = "item\tstage\tscore\tpass\n"
    var reached = Array(gold.levels.indices)
    for stage in stages {
      let scores = reached.map { score($0, stage) }
      var room = stage.capacity ?? reached.count
      var passed = Array(repeating: false, count: reached.count)
      for place in ScoreOrder.descending(scores).map({ Int($0) }) where room > 0 {
        guard passes(reached[place], stage, scores[place]) else { continue }
        passed[place] = true
        room -= 1
      }
      for (place, item) in reached.enumerated() {
        text += "\(gold.universe.items.text(item))\t\(stage.name)\t\(scores[place])"
        text += passed[place] ? "\t1\n" : "\t0\n"
      }
      reached = reached.indices.filter { passed[$0] }.map { reached[$0] }
    }
    return text
  }
}
