@testable import Measures

/// Random decisions on users, once for the kernels and once for the definitions.
struct EarlySample: Sendable, CustomStringConvertible {
  static let scale = GradeScale(
    names: ["control", "risk"], grades: [0, 1], positive: [false, true])

  var kernel: EarlyDetection
  /// Rows of `user`, `writings` and `score`.
  let rows: [(user: Int, writings: Int, score: Double)]

  init(seed: Int, users: ClosedRange<Int>, copies: Int = 1, leavesOut: Bool = false) {
    var random = SeededGenerator(seed)
    let count = Int.random(in: users, using: &random)
    let share = random.pick([0, 0.3, 0.5, 1])
    let delays = (0..<count).map { _ -> Int32 in
      random.chance(0.3) ? 0 : Int32(random.pick([1, 2, 3, 5, 5, 40, 141, 142, 600, 3000]))
    }
    var assessment = Assessment(
      scale: Self.scale, gold: (0..<count).map { _ in random.chance(share) ? 1 : 0 })
    assessment.predicted = delays.map { $0 > 0 ? 1 : 0 }
    if copies > 1 {
      assessment.copies = (0..<count).map { _ in .random(in: 0...Int32(copies), using: &random) }
    }
    if leavesOut { assessment.answered = (0..<count).map { _ in !random.chance(0.3) } }
    assessment.tieOrder = Array(Int32(0)..<Int32(count)).shuffled(using: &random)
    var rows: [(user: Int, writings: Int, score: Double)] = []
    for step in [1, 4, 9, 30] {
      for user in 0..<count where random.chance(0.7) {
        rows.append((user, step, random.pick([0.1, 0.5, 0.5, 0.9])))
      }
    }
    var history = ScoreHistory()
    for row in rows {
      history.append(user: row.user, writings: row.writings, score: row.score)
    }
    assessment.scores = history.last(users: count).scores
    self.rows = rows
    kernel = EarlyDetection(assessment: assessment, delays: delays, history: history)
  }

  var naive: NaiveEarlyDetection {
    let assessment = kernel.assessment
    return NaiveEarlyDetection(
      users: assessment.gold.indices.flatMap { user in
        Array(
          repeating: NaiveUser(
            isAtRisk: assessment.gold[user] == 1,
            alertedAfter: kernel.delays[user] > 0 ? Int(kernel.delays[user]) : nil,
            hasAnswer: assessment.isAnswered(user)),
          count: assessment.count(user))
      })
  }

  func value(of measure: String) throws -> MeasureValue {
    kernel.values(of: [try Measure(measure).bound(to: Self.scale)])[0]
  }

  var description: String {
    kernel.delays.indices.map { user in
      let text =
        (kernel.assessment.gold[user] == 1 ? "risk" : "control") + "→\(kernel.delays[user])"
        + "×\(kernel.assessment.count(user))"
      return kernel.assessment.isAnswered(user) ? text : "(\(text))"
    }.joined(separator: "; ")
  }
}
