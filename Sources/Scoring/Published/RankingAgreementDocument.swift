internal import Measures

/// How alike the orders of systems are under several measures, as it is published:
/// `cltask.rankings/1`.
public struct RankingAgreementDocument: Codable, Sendable, Equatable {
  public var schema = "cltask.rankings/1"
  public var cltask = CLTaskVersion.current
  public var task: String
  public var split: String
  public var units: Int
  public var systems: [System]
  public var agreement: [Pair]
  public var methods = Methods()
  public var signature: String
  public var notes: [String]?

  /// One system with its values and ranks by measure.
  public struct System: Codable, Sendable, Equatable {
    public var team: String?
    public var run: String?
    public var file: String?
    public var measures: [String: ValueDocument]
    /// 1 is the best; null without a value.
    public var ranks: [String: Int?]
  }

  /// Two measures.
  public struct Pair: Codable, Sendable, Equatable {
    public var measures: [String]
    /// Systems that have a value by both.
    public var systems: Int
    public var tau: Value
    public var tauAP: Value
    public var rbo: Value
    /// What the reverse order of so many systems has, the least there is.
    public var leastRBO: Double?

    private enum CodingKeys: String, CodingKey {
      case measures, systems, tau, rbo
      case tauAP = "tau_ap"
      case leastRBO = "rbo_least"
    }
  }

  /// How the numbers came about, where a reader could not tell from the rest.
  public struct Methods: Codable, Sendable, Equatable {
    /// `extrapolated`: RBO_EXT.
    public var rbo = "extrapolated"
    /// The weight of going deeper.
    public var persistence = RankingAgreement.persistence
    /// `b`: equal values are tied, as in RBO^b.
    public var ties = "b"

    private enum CodingKeys: String, CodingKey {
      case rbo
      case persistence = "rbo_p"
      case ties = "rbo_ties"
    }
  }

  /// A number, or null and why.
  public struct Value: Codable, Sendable, Equatable {
    public var value: Double?
    public var undefined: String?

    private enum CodingKeys: String, CodingKey { case value, undefined }

    init(_ value: ComparedValue) {
      self.value = value.number
      undefined = value.reason
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(value, forKey: .value)
      try container.encodeIfPresent(undefined, forKey: .undefined)
    }
  }

  package init(_ agreement: RankingAgreement) {
    task = agreement.task
    split = agreement.split
    units = agreement.units
    let measures = agreement.measures.map(\.description)
    systems = agreement.systems.indices.map { row in
      let name = ComparisonDocument.Name(agreement.systems[row])
      return System(
        team: name.team, run: name.run, file: name.file,
        measures: ValueDocument.byName(agreement.measures, agreement.values[row]),
        ranks: Dictionary(
          zip(measures, agreement.places[row]), uniquingKeysWith: { first, _ in first }))
    }
    self.agreement = agreement.pairs.map { pair in
      Pair(
        measures: [pair.first.description, pair.second.description], systems: pair.systems,
        tau: Value(pair.tau), tauAP: Value(pair.tauAP), rbo: Value(pair.overlap),
        leastRBO: pair.leastOverlap)
    }
    signature = agreement.signature.description
    notes = agreement.notes.isEmpty ? nil : agreement.notes
  }
}
