internal import Inference
internal import Measures
internal import SharedTasks

/// A leaderboard as it is published: `cltask.leaderboard/1`.
///
/// All values, bounds of intervals and shares are rounded to `decimals`; ranks, ties and bounds go by
/// the rounded values, so that the ranks can be had again from the document. A field is added to these
/// structs, never changed.
public struct LeaderboardDocument: Codable, Sendable, Equatable {
  package static let schema = "cltask.leaderboard/1"

  public var schema = Self.schema
  public var cltask = CLTaskVersion.current
  public var task: String
  public var split: String
  public var primary: String
  /// Which way it is better.
  public var direction: String
  /// What decides between equal values: `shared`, `earliest`, `measure:NAME` or `significance`.
  public var standing: String
  /// `best`, `last` or `all`.
  public var perTeam: String
  /// As task.yaml writes them: `gap(FNR,race) <= 0.1`.
  public var subjectTo: [String]?
  /// What values are rounded to.
  public var decimals: Int
  /// The best first. What has no value comes after all others, with `rank` null and its reason in
  /// `why`; a baseline stands where its value puts it, with `rank` null and `baseline` true.
  public var standings: [Entry]
  /// Runs that another run of their team stands for.
  public var otherRuns: [Entry]?
  /// How rank intervals and tests were found; nil where there are none.
  public var method: Method?
  /// What each submission was scored with, by the names of the command line: `replicates`,
  /// `confidence`, `seed`, and `by`, the tables of groups.
  public var options: [String: String]
  /// SHA-256 of what all scores depend on, by what it is of.
  public var digests: [String: String]
  public var notes: [String]?
  /// Which publication of the board this is: it grows when what was published no longer holds.
  public var epoch: Int
  /// Those before, the oldest first; nil for the first.
  public var epochs: [Epoch]?

  /// A publication that another one took the place of.
  public struct Epoch: Codable, Sendable, Equatable {
    public var epoch: Int
    public var cltask: String
    /// Of the task's definition, gold and tables.
    public var digests: [String: String]
    /// SHA-256 of its leaderboard.json.
    public var leaderboard: String

    package init(epoch: Int, cltask: String, digests: [String: String], leaderboard: String) {
      self.epoch = epoch
      self.cltask = cltask
      self.digests = digests
      self.leaderboard = leaderboard
    }
  }

  private enum CodingKeys: String, CodingKey {
    case schema, cltask, task, split, primary, direction, standing, decimals, standings, method
    case options
    case digests, notes, epoch, epochs
    case perTeam = "per_team"
    case subjectTo = "subject_to"
    case otherRuns = "other_runs"
  }

  /// How rank intervals and tests were found.
  public struct Method: Codable, Sendable, Equatable {
    public var confidence: Double
    public var replicates: Int
    public var seed: UInt64
    /// Where ranks go by tests.
    public var test: String?
    public var correction: String?

    init(_ method: StandingsEvidence.Method) {
      (confidence, replicates, seed) = (method.confidence, method.replicates, method.seed)
      test = method.test?.rawValue
      correction = method.correction?.rawValue
    }
  }

  /// - Parameters:
  ///   - digests: of the task's definition and its gold.
  ///   - notes: things that are not wrong but that a reader should know.
  package init(
    _ standings: Standings, task: String, split: String, digests: [String: String],
    options: BoardOptions = BoardOptions(), notes: [String] = [], epochs: [Epoch] = []
  ) {
    let rules = standings.rules
    self.task = task
    self.split = split
    primary = rules.primary.description
    direction = rules.primary.definition.direction.rawValue
    standing = rules.ties.word
    perTeam = rules.perTeam.rawValue
    subjectTo = rules.bounds.isEmpty ? nil : rules.bounds.map(\.description)
    decimals = rules.policy.decimals
    self.standings = standings.standings.map { Entry($0, rules) }
    otherRuns =
      standings.passedOver.isEmpty ? nil : standings.passedOver.map { Entry($0, rules) }
    method = standings.method.map(Method.init)
    self.options = options.named.merging(["seed": "\(options.seed)"]) { first, _ in first }
    self.digests = digests
    self.notes = notes.isEmpty ? nil : notes
    epoch = epochs.count + 1
    self.epochs = epochs.isEmpty ? nil : epochs
  }
}

extension StandingsRules.Ties {
  /// As task.yaml writes it.
  package var word: String {
    switch self {
    case .shared: "shared"
    case .earliest: "earliest"
    case .significance: "significance"
    case .measure(let measure): "measure:\(measure)"
    }
  }
}
