internal import Measures
internal import SharedTasks

extension LeaderboardDocument {
  /// One submission.
  public struct Entry: Codable, Sendable, Equatable {
    /// Nil (`null`) without a rank.
    public var rank: Int?
    /// The lowest and the highest rank on resamples, its own among them.
    public var rankInterval: [Int]?
    /// The share of resamples on which it is first among those that are ranked.
    public var probabilityOfFirst: Double?
    /// Two submissions that share a letter are not told apart.
    public var letters: String?
    /// Its value less that of the best that it is ranked against.
    public var toLeader: Difference?
    public var team: String
    public var run: String
    /// True for the organizers' baselines.
    public var baseline: Bool?
    /// In UTC.
    public var submitted: String?
    /// Why it stands where it does.
    public var why: String
    /// Nil for an invalid submission.
    public var measures: [String: ValueDocument]?
    /// What the task's bounds are on, where it has any: `gap(FNR,race)`.
    public var bounded: [String: ValueDocument]?
    /// Whether it keeps them all.
    public var keepsBounds: Bool?
    /// SHA-256 of what the score depends on, by what it is of.
    public var digests: [String: String]
    public var signature: String?

    private enum CodingKeys: String, CodingKey {
      case rank, letters, team, run, baseline, submitted, why, measures, bounded, digests
      case signature
      case toLeader = "to_leader"
      case rankInterval = "rank_interval"
      case probabilityOfFirst = "probability_of_first"
      case keepsBounds = "keeps_bounds"
    }

    init(_ standing: Standing, _ rules: StandingsRules) {
      rank = standing.rank
      rankInterval = standing.ranks.map { [$0.low, $0.high] }
      probabilityOfFirst = standing.ranks?.probabilityOfFirst
      letters = standing.letters
      toLeader = standing.toLeader.map(Difference.init)
      team = standing.submission.team
      run = standing.submission.run
      baseline = standing.isBaseline ? true : nil
      submitted = standing.submission.submitted?.description
      why = standing.why
      if let readings = standing.readings?.answer {
        measures = Dictionary(
          zip(readings.measures.map(\.description), readings.values),
          uniquingKeysWith: { first, _ in first })
        bounded =
          rules.bounds.isEmpty
          ? nil
          : Dictionary(
            zip(rules.bounds.map(\.subject), readings.bounded.map(ValueDocument.init)),
            uniquingKeysWith: { first, _ in first })
      }
      keepsBounds = standing.keepsBounds
      digests = standing.submission.digests
      signature = standing.submission.signature
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(rank, forKey: .rank)
      try container.encodeIfPresent(rankInterval, forKey: .rankInterval)
      try container.encodeIfPresent(probabilityOfFirst, forKey: .probabilityOfFirst)
      try container.encodeIfPresent(letters, forKey: .letters)
      try container.encodeIfPresent(toLeader, forKey: .toLeader)
      try container.encode(team, forKey: .team)
      try container.encode(run, forKey: .run)
      try container.encodeIfPresent(baseline, forKey: .baseline)
      try container.encodeIfPresent(submitted, forKey: .submitted)
      try container.encode(why, forKey: .why)
      try container.encodeIfPresent(measures, forKey: .measures)
      try container.encodeIfPresent(bounded, forKey: .bounded)
      try container.encodeIfPresent(keepsBounds, forKey: .keepsBounds)
      try container.encode(digests, forKey: .digests)
      try container.encodeIfPresent(signature, forKey: .signature)
    }
  }
}

extension LeaderboardDocument {
  /// A difference to the best, and what a paired test says of it.
  public struct Difference: Codable, Sendable, Equatable {
    public var difference: NumberOrNull
    public var low: Double?
    public var high: Double?
    public var p: NumberOrNull
    /// By Holm's method, for all tests of the board.
    public var adjustedP: NumberOrNull
    /// Why there is no p-value.
    public var undefined: String?

    private enum CodingKeys: String, CodingKey {
      case difference, low, high, p, undefined
      case adjustedP = "p_adjusted"
    }

    init(_ found: LeaderDifference) {
      difference = NumberOrNull(found.difference.number)
      (low, high) = (found.low, found.high)
      p = NumberOrNull(found.p.number)
      adjustedP = NumberOrNull(found.adjusted.number)
      undefined = found.p.reason
    }
  }
}

extension ValueDocument {
  fileprivate init(_ value: ComparedValue) {
    self.init(MeasureValue.number(0))
    self.value = value.number
    undefined = value.reason
  }
}
