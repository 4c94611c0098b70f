internal import Inference
internal import Measures
internal import SharedTasks

/// A comparison as it is published: `cltask.comparison/1`.
///
/// Other people's programs read these structs' JSON; a field is added, never changed.
public struct ComparisonDocument: Codable, Sendable, Equatable {
  public var schema = "cltask.comparison/1"
  public var cltask = CLTaskVersion.current
  public var task: String
  public var split: String
  public var measure: String
  /// Which way is better.
  public var direction: String
  /// Of the task: it says what units are.
  public var kind: String
  public var units: Int
  public var test: String
  public var alternative: String
  /// Of the p-values; `none` also where the test corrects by itself.
  public var correction: String
  /// How many p-values were corrected together.
  public var tests: Int
  public var confidence: Double
  /// As many as were asked for.
  public var replicates: Int
  /// Resamples that were drawn, for intervals and ranks.
  public var resamples: Int
  /// Permutations that were drawn for each pair, where not all were tried; nil for other tests.
  public var permutations: Int?
  public var seed: UInt64
  public var methods: Methods
  public var baseline: Name?
  public var systems: [System]
  public var pairs: [Pair]
  /// SHA-256 of the task's definition and of its gold; those of the submissions are with the systems.
  public var digests: [String: String]
  public var signature: String
  public var notes: [String]?

  /// What a submission is called; the file only where team and run do not tell it from the others.
  public struct Name: Codable, Sendable, Equatable {
    public var team: String?
    public var run: String?
    public var file: String?

    init(_ name: SystemName) {
      team = name.team
      run = name.run
      file = name.isShared || name.team == nil || name.run == nil ? name.file : nil
    }
  }

  /// Where a value lies; `replicates` are the resamples that it was found from.
  public struct Interval: Codable, Sendable, Equatable {
    public var low: Double
    public var high: Double
    public var confidence: Double
    public var method: String
    public var replicates: Int?
    /// Replicates on which there was no value, which are left out; nil where there are none.
    public var undefined: Int?

    init(_ interval: ComparisonInterval, confidence: Double) {
      low = interval.low
      high = interval.high
      self.confidence = confidence
      method = interval.method.name
      replicates = interval.replicates
      undefined = interval.undefined > 0 ? interval.undefined : nil
    }
  }

  package init(_ comparison: Comparison) {
    let request = comparison.request
    task = comparison.task
    split = comparison.split
    measure = comparison.measure.description
    direction = comparison.measure.definition.direction.rawValue
    kind = comparison.kind.rawValue
    units = comparison.units
    test = request.test.rawValue
    alternative = request.alternative.rawValue
    correction = request.effectiveCorrection.rawValue
    tests = comparison.tests
    confidence = request.confidence
    replicates = request.replicates
    resamples = comparison.resamples
    permutations = comparison.isPermuted ? comparison.permutations : nil
    seed = request.seed
    methods = Methods(comparison)
    baseline = request.baseline.map { Name(comparison.systems[$0].name) }
    systems = comparison.systems.map { System($0, confidence: request.confidence) }
    pairs = comparison.pairs.map { Pair($0, comparison) }
    digests = ["gold": comparison.digests.gold]
    digests["task"] = comparison.digests.task
    signature = comparison.signature.description
    notes = comparison.notes.isEmpty ? nil : comparison.notes
  }
}

extension ComparisonDocument {
  /// One of the systems, in the order of the files.
  public struct System: Codable, Sendable, Equatable {
    public var team: String?
    public var run: String?
    public var file: String?
    /// SHA-256 of the submission.
    public var digest: String?
    public var value: Double?
    public var undefined: String?
    public var interval: Interval?
    public var rank: Int?
    public var rankInterval: [Int]?
    public var probabilityOfFirst: Double?
    /// Systems that share a letter are not told apart.
    public var letters: String?

    private enum CodingKeys: String, CodingKey {
      case team, run, file, digest, value, undefined, interval, rank, letters
      case rankInterval = "rank_interval"
      case probabilityOfFirst = "probability_of_first"
    }

    init(_ system: ComparedSystem, confidence: Double) {
      let name = Name(system.name)
      (team, run, file) = (name.team, name.run, name.file)
      digest = system.digest
      value = system.value.number
      undefined = system.value.reason?.description
      interval = system.interval.map { Interval($0, confidence: confidence) }
      rank = system.place
      rankInterval = system.ranks.map { [$0.low, $0.high] }
      probabilityOfFirst = system.ranks?.probabilityOfFirst
      letters = system.letters
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(team, forKey: .team)
      try container.encodeIfPresent(run, forKey: .run)
      try container.encodeIfPresent(file, forKey: .file)
      try container.encodeIfPresent(digest, forKey: .digest)
      try container.encode(value, forKey: .value)
      try container.encodeIfPresent(undefined, forKey: .undefined)
      try container.encodeIfPresent(interval, forKey: .interval)
      try container.encode(rank, forKey: .rank)
      try container.encodeIfPresent(rankInterval, forKey: .rankInterval)
      try container.encodeIfPresent(probabilityOfFirst, forKey: .probabilityOfFirst)
      try container.encodeIfPresent(letters, forKey: .letters)
    }
  }
}
