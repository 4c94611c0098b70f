internal import SharedTasks

/// Which of a team's runs stands on the board: `per-team` of task.yaml.
///
/// Only runs with a value can stand for others, so a run that broke never becomes a team's last or
/// best one. Baselines are shown one and all: each says something else.
struct TeamRuns {
  /// The position of a run → that of the one that stands for it.
  let passedOver: [Int: Int]
  /// How many runs with a value the team of a run that stands has, by its position.
  let runs: [Int: Int]

  init(
    _ submissions: [StandingsSubmission], _ keys: [StandingKey?],
    _ perTeam: TaskDefinition.PerTeam
  ) {
    var teams: [[UInt8]: [Int]] = [:]
    for position in submissions.indices where keys[position] != nil {
      guard !submissions[position].isBaseline else { continue }
      teams[Array(submissions[position].team.utf8), default: []].append(position)
    }
    var passedOver: [Int: Int] = [:]
    var counts: [Int: Int] = [:]
    for runs in teams.values {
      guard perTeam != .all else {
        for run in runs { counts[run] = runs.count }
        continue
      }
      let candidates = runs.compactMap { position in
        keys[position].map { Run(position: position, key: $0, submissions[position]) }
      }
      let chosen =
        perTeam == .best
        ? candidates.min { $0.isBetter(than: $1) } : candidates.max { $0.isEarlier(than: $1) }
      guard let chosen else { continue }
      counts[chosen.position] = runs.count
      for run in runs where run != chosen.position { passedOver[run] = chosen.position }
    }
    self.passedOver = passedOver
    self.runs = counts
  }

  private struct Run {
    let position: Int
    let key: StandingKey
    let time: SubmissionTime?
    let name: SubmissionName

    init(position: Int, key: StandingKey, _ submission: StandingsSubmission) {
      self.position = position
      self.key = key
      time = submission.submitted
      name = submission.name
    }

    /// As the board ranks; of equals the earlier run, then the first by name.
    func isBetter(than other: Run) -> Bool {
      if key != other.key { return key < other.key }
      switch (time, other.time) {
      case (let own?, let others?) where own != others: return own < others
      case (.some, nil): return true
      case (nil, .some): return false
      default: return name < other.name
      }
    }

    /// A run that does not say when it was submitted is before all that do; of equals the last by
    /// name is the last.
    func isEarlier(than other: Run) -> Bool {
      switch (time, other.time) {
      case (let own?, let others?) where own != others: return own < others
      case (.some, nil): return false
      case (nil, .some): return true
      default: return name < other.name
      }
    }
  }
}
