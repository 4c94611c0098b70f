/// Decisions on people while they write: all that a measure of early detection sees.
///
/// Whether a person was alerted in the end, and by which score the person stood where, is an
/// ``Assessment`` like any other. Beside it stand when the alert was raised and what the scores were
/// before.
package struct EarlyDetection: Sendable {
  /// The users with their gold labels; `predicted` is the final decision, `scores` are the last.
  package var assessment: Assessment
  /// Writings of each user that had been seen when the alert was raised; 0 where there is none.
  package let delays: [Int32]
  /// All scores; nil where the submission has none.
  package let history: ScoreHistory?
  /// People at risk with an alert, the earliest first, where that was worked out before.
  private var inTime: [Int32]?

  package init(assessment: Assessment, delays: [Int32], history: ScoreHistory?) {
    precondition(delays.count == assessment.gold.count)
    self.assessment = assessment
    self.delays = delays
    self.history = history
  }

  /// What a measure makes of them.
  package enum Function: Sendable {
    /// The mean over users of what the decision on each of them costs.
    case mean(@Sendable (EarlyDetection) -> DecisionCosts)
    /// A value of all users together.
    case whole(@Sendable (EarlyDetection) -> MeasureValue)
  }
}

extension EarlyDetection {
  /// Which users the gold says are at risk.
  func isPositive(_ user: Int) -> Bool { assessment.scale.positive[Int(assessment.gold[user])] }

  /// Users at risk, with their copies.
  var positives: Int {
    assessment.gold.indices.reduce(0) { isPositive($1) ? $0 + assessment.count($1) : $0 }
  }

  /// The share of users at risk, with their copies; nil where there are no users.
  var prevalence: Double? {
    let size = assessment.size
    return size > 0 ? Double(positives) / Double(size) : nil
  }

  /// When the alerts of people at risk were raised, with their copies, the earliest first, and how
  /// many people at risk have no answer at all.
  var alertsInTime: (delays: [(writings: Int, copies: Int)], leftOut: Int) {
    var leftOut = 0
    if assessment.answered != nil {
      for user in assessment.gold.indices where isPositive(user) && !assessment.isAnswered(user) {
        leftOut += assessment.count(user)
      }
    }
    var alerts: [(writings: Int, copies: Int)] = []
    for user in inTime ?? alertedInTime where assessment.count(Int(user)) > 0 {
      alerts.append((Int(delays[Int(user)]), assessment.count(Int(user))))
    }
    return (alerts, leftOut)
  }

  /// The same people, sorted once for values of many different copies.
  var inOrderOfAlerts: EarlyDetection {
    var sorted = self
    sorted.inTime = alertedInTime
    return sorted
  }

  /// People at risk with an alert, the earliest first.
  private var alertedInTime: [Int32] {
    assessment.gold.indices
      .filter { isPositive($0) && assessment.isAnswered($0) && delays[$0] > 0 }
      .sorted { (delays[$0], $0) < (delays[$1], $1) }
      .map { Int32(truncatingIfNeeded: $0) }
  }
}

extension EarlyDetection {
  /// The values of `measures`, in their order.
  package func values(of measures: [BoundMeasure]) -> [MeasureValue] {
    var values = Array(repeating: MeasureValue.undefined(.nothing(.units)), count: measures.count)
    for (index, bound) in measures.enumerated() {
      if case .earlyDetection(let function) = bound.function {
        values[index] = value(of: function).orOverflow
      }
    }
    for (places, assessment) in lists(of: measures) {
      let found = assessment.values(of: places.map { measures[$0] })
      for (place, value) in zip(places, found) { values[place] = value }
    }
    return values
  }

  /// The places of the measures of scores and final decisions, one list of users for all that look
  /// after the same number of writings.
  func lists(of measures: [BoundMeasure]) -> [(places: [Int], assessment: Assessment)] {
    let places = measures.indices.filter {
      if case .earlyDetection = measures[$0].function { false } else { true }
    }
    return Dictionary(grouping: places) { measures[$0].measure.after }.values.map { places in
      (places, assessment(for: measures[places[0]].measure))
    }
  }

  /// The values of each user, where the measure is a mean over users; else nil.
  package func unitValues(of measure: BoundMeasure) -> [Double]? {
    guard case .earlyDetection(.mean(let costs)) = measure.function else { return nil }
    return costs(self).all(self)
  }

  func value(of function: Function) -> MeasureValue {
    switch function {
    case .whole(let value): return value(self)
    case .mean(let costs): return costs(self).mean(self)
    }
  }

  /// The users by what their scores were after that many writings. Who had none by then counts as
  /// left out.
  package func assessment(after writings: Int) -> Assessment {
    guard let history else { return assessment }
    let (scores, isThere) = history.last(after: writings, users: delays.count)
    var then = assessment
    then.scores = scores
    if !isThere.allSatisfy({ $0 }) {
      then.answered = isThere.indices.map { isThere[$0] && assessment.isAnswered($0) }
    }
    return then
  }

  /// The users by the scores that a measure is of: the last ones, or those after some writings.
  package func assessment(for measure: Measure) -> Assessment {
    measure.after.map(assessment(after:)) ?? assessment
  }

  /// Users with an answer, but none by that many writings.
  package func silent(after writings: Int) -> Int {
    guard let history else { return 0 }
    let isThere = history.last(after: writings, users: delays.count).isThere
    return isThere.indices.count { !isThere[$0] && assessment.isAnswered($0) }
  }
}
