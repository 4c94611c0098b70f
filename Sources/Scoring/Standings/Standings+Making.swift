internal import Measures

extension Standings {
  /// Ranks submissions.
  ///
  /// - Parameter evidence: of ``StandingsField/evidence(from:_:)``; without it there are no rank
  ///   intervals, and no submission is told apart from another by a test.
  package init(_ field: StandingsField, _ evidence: StandingsEvidence = StandingsEvidence()) {
    let making = StandingsMaking(field, evidence)
    rules = field.rules
    method = evidence.method
    standings = (field.shown + field.withoutValue).map(making.standing)
    let names = field.submissions.map(\.name)
    passedOver = field.passedOver.keys.sorted { (names[$0], $0) < (names[$1], $1) }
      .map(making.standing)
  }
}

/// The rank of a submission, and what it is explained by.
struct RankFinding {
  let rank: Int
  /// How many others have the same rank, and the same published value.
  let sharing: Int
  let level: Int
  /// How many submissions with a rank keep the task's bounds.
  let keeping: Int
  /// Where tests decide.
  let membership: SignificanceClusters.Membership?
}

/// The ranks of a field.
private struct StandingsMaking {
  let field: StandingsField
  let evidence: StandingsEvidence
  private var findings: [Int: RankFinding] = [:]

  init(_ field: StandingsField, _ evidence: StandingsEvidence) {
    self.field = field
    self.evidence = evidence
    let contests = field.contests
    var before = 0
    for contest in contests {
      let tiers = Self.runs(in: contest) { field.hasEqualValue($0, $1) }
      let memberships =
        field.rules.ties == .significance
        ? SignificanceClusters.memberships(of: tiers, evidence) : [:]
      let ties = Self.runs(in: contest) { first, second in
        field.rules.ties == .significance
          ? memberships[first]?.cluster == memberships[second]?.cluster
          : field.keys[first] == field.keys[second]
      }
      var level: [Int: Int] = [:]
      for tier in tiers { for own in tier { level[own] = tier.count - 1 } }
      for tied in ties {
        for own in tied {
          findings[own] = RankFinding(
            rank: before + 1, sharing: tied.count - 1, level: level[own] ?? 0,
            keeping: contests[0].count, membership: memberships[own])
        }
        before += tied.count
      }
    }
  }

  /// Cuts a list where neighbours are not equal.
  private static func runs(in list: [Int], _ areEqual: (Int, Int) -> Bool) -> [[Int]] {
    var runs: [[Int]] = []
    for element in list {
      if let last = runs.last?.last, areEqual(last, element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
    return runs
  }

  func standing(_ position: Int) -> Standing {
    let finding = findings[position]
    let words = StandingWords(field, position, ranked: findings.count)
    let hasValue = field.keys[position] != nil
    return Standing(
      position: position, submission: field.submissions[position], rank: finding?.rank,
      ranks: finding.flatMap { ranks(of: position, $0) },
      letters: finding == nil ? nil : evidence.letters[position],
      readings: field.readings[position],
      keepsBounds: hasValue && !field.rules.bounds.isEmpty ? !field.violates(position) : nil,
      toLeader: finding == nil ? nil : toLeader(of: position),
      why: words.why(finding))
  }

  /// The difference to the leader: of the published values, which readers can subtract themselves.
  private func toLeader(of position: Int) -> LeaderDifference? {
    guard let found = evidence.differences[position] else { return nil }
    let values = [position, found.leader].map {
      field.readings[$0]?.answer.value(of: field.rules.primary)?.value
    }
    guard let own = values[0], let leading = values[1] else {
      return found.released(under: field.rules.policy)
    }
    return found.of(own - leading).released(under: field.rules.policy)
  }

  /// The ranks on resamples, counted from the first of the board and with its own among them.
  private func ranks(of position: Int, _ finding: RankFinding) -> RankRange? {
    guard let range = evidence.ranks[position] else { return nil }
    let isBelow = field.violates(position)
    let offset = isBelow ? finding.keeping : 0
    return RankRange(
      low: min(range.low + offset, finding.rank), high: max(range.high + offset, finding.rank),
      // On no resample is it above those that keep the bounds.
      probabilityOfFirst: isBelow && offset > 0 ? 0 : range.probabilityOfFirst,
      shares: range.shares.isEmpty ? [] : Array(repeating: 0, count: offset) + range.shares
    ).released(under: field.rules.policy)
  }
}

extension StandingsField {
  /// Whether two submissions that are shown have the same published value, and both or neither keep
  /// the bounds.
  func hasEqualValue(_ first: Int, _ second: Int) -> Bool {
    guard let own = keys[first], let other = keys[second] else { return false }
    return own.hasValue(of: other)
  }
}
