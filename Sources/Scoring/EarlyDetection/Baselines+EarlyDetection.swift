internal import Inference
internal import Measures
internal import SharedTasks

/// Decisions that need no system.
struct TrivialDecisions {
  let gold: EarlyDetectionGold
  let scale: GradeScale
  let seed: UInt64

  var submissions: [(run: String, description: String, table: String)] {
    [
      (
        "random",
        "scores at random, and as many alerts as people at risk, at random moments; "
          + "seed \(seed)", random
      ),
      ("everybody", "everybody is alerted at the first writing", table { _ in [(1, true, "1")] }),
      ("nobody", "nobody is ever alerted", table { _ in [(1, false, "0")] }),
      ("oracle", "the gold itself, at the first writing: the best there can be", oracle),
    ]
  }

  private typealias Row = (writings: Int, isAlert: Bool, score: String)

  private func isAtRisk(_ user: Int) -> Bool { scale.positive[Int(gold.levels[user])] }

  private var random: String {
    var stream = RandomStream(seed: seed, purpose: .baseline)
    var alerts = gold.levels.indices.map { isAtRisk($0) }
    stream.shuffle(&alerts)
    return table { user in
      let score = "\(stream.uniform())"
      let moment = 1 + stream.integer(below: max(Int(gold.writings[user]), 1))
      guard alerts[user] else { return [(1, false, score)] }
      return moment == 1 ? [(1, true, score)] : [(1, false, score), (moment, true, score)]
    }
  }

  private var oracle: String {
    let least = scale.grades.min() ?? 0
    let spread = max((scale.grades.max() ?? 0) - least, 1e-300)
    return table { user in
      [(1, isAtRisk(user), "\((scale.grades[Int(gold.levels[user])] - least) / spread)")]
    }
  }

  private func table(_ rows: (Int) -> [Row]) -> String {
    var text = "user\twritings\tdecision\tscore\n"
    for user in gold.levels.indices {
      let name = gold.universe.users.text(user)
      for row in rows(user) {
        text += "\(name)\t\(row.writings)\t\(row.isAlert ? 1 : 0)\t\(row.score)\n"
      }
    }
    return text
  }
}
