internal import Inference
internal import Measures
internal import SharedTasks

/// The trade-off between utility and unfairness as it is published: `cltask.tradeoff/1`.
///
/// Other people's programs read these structs' JSON; a field is added, never changed.
public struct TradeOffDocument: Codable, Sendable, Equatable {
  public var schema = "cltask.tradeoff/1"
  public var cltask = CLTaskVersion.current
  public var task: String
  public var split: String
  /// The measure, as `AUC`.
  public var utility: String
  /// Which way it is better.
  public var direction: String
  /// The gap, as `gap(FNR,race)`; less is better.
  public var unfairness: String
  public var attributes: [String]
  public var units: Int
  public var minimumSize: Int
  /// In the order of the files.
  public var submissions: [Submission]
  /// The strictest bound first.
  public var price: [Step]
  /// Where a bound was given.
  public var atMost: Bound?
  /// Nil (`null`) where a measure has no worst value.
  public var hypervolume: Hypervolume?
  /// Resamples that were drawn, and those on which all submissions have both values.
  public var resamples: Int
  public var resamplesCounted: Int
  public var seed: UInt64?
  public var digests: [String: String]
  public var signature: String
  public var notes: [String]?

  private enum CodingKeys: String, CodingKey {
    case schema, cltask, task, split, utility, direction, unfairness, attributes, units, submissions
    case price, hypervolume, resamples, seed, digests, signature, notes
    case minimumSize = "minimum_size"
    case atMost = "at_most"
    case resamplesCounted = "resamples_counted"
  }

  public struct Submission: Codable, Sendable, Equatable {
    public var name: ComparisonDocument.Name
    public var digest: String?
    public var utility: ValueDocument
    public var gap: GapDocument
    public var onFront: Bool
    /// The share of the counted resamples on which it is on the front.
    public var probabilityOnFront: Double?
    /// Why it has no place among the others.
    public var leftOut: String?

    private enum CodingKeys: String, CodingKey {
      case name, digest, utility, gap
      case onFront = "on_front"
      case probabilityOnFront = "probability_on_front"
      case leftOut = "left_out"
    }
  }

  /// The best utility with a gap of no more than `at_most`.
  public struct Step: Codable, Sendable, Equatable {
    public var atMost: Double
    public var utility: Double
    /// How much better the best of all submissions is.
    public var lost: Double
    /// Positions in `submissions`, from 0.
    public var submissions: [Int]

    private enum CodingKeys: String, CodingKey {
      case utility, lost, submissions
      case atMost = "at_most"
    }

    init(_ step: ParetoFront.Step) {
      (atMost, utility, lost) = (step.atMost, step.utility, step.lost)
      submissions = step.systems
    }
  }

  public struct Bound: Codable, Sendable, Equatable {
    public var bound: Double
    /// Nil where no submission keeps the bound.
    public var best: Step?
  }

  public struct Hypervolume: Codable, Sendable, Equatable {
    public var value: Double
    /// The point that it is measured up to.
    public var utility: Double
    public var unfairness: Double
  }

  package init(_ tradeOff: TradeOff) {
    task = tradeOff.task
    split = tradeOff.split
    utility = tradeOff.question.utility.description
    direction = tradeOff.question.utility.definition.direction.rawValue
    unfairness = tradeOff.question.unfairness.description
    attributes = tradeOff.question.attributes
    units = tradeOff.units
    minimumSize = tradeOff.minimumSize
    submissions = tradeOff.systems.enumerated().map { place, system in
      Submission(
        name: ComparisonDocument.Name(system.name), digest: system.digest,
        utility: ValueDocument(system.utility),
        gap: GapDocument(system.gap, system.table, confidence: tradeOff.confidence),
        onFront: tradeOff.front.contains(place),
        probabilityOnFront: tradeOff.probability?.shares[place], leftOut: system.whyLeftOut)
    }
    price = tradeOff.front.price.map(Step.init)
    atMost = tradeOff.question.atMost.map { Bound(bound: $0, best: tradeOff.best.map(Step.init)) }
    if let reference = tradeOff.reference, let value = tradeOff.hypervolume {
      hypervolume = Hypervolume(
        value: value, utility: reference.utility, unfairness: reference.unfairness)
    }
    resamples = tradeOff.probability?.resamples ?? 0
    resamplesCounted = tradeOff.probability?.counted ?? 0
    seed = tradeOff.isDrawn ? tradeOff.seed : nil
    digests = ["gold": tradeOff.digests.gold, "groups": tradeOff.digests.groups]
    digests["task"] = tradeOff.digests.task
    signature = tradeOff.signature.description
    notes = tradeOff.notes.isEmpty ? nil : tradeOff.notes
  }
}
