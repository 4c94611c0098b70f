package import Measures

/// A scorecard as it is published: `cltask.scorecard/1`.
///
/// Other people's programs read these structs' JSON; a field is added, never changed.
public struct ScorecardDocument: Codable, Sendable, Equatable {
  public var schema = "cltask.scorecard/1"
  public var cltask = CLTaskVersion.current
  public var task: String
  public var split: String
  public var team: String?
  public var run: String?
  public var primary: String
  public var units: Int
  public var measures: [String: ValueDocument]
  public var confusion: ConfusionDocument?
  /// Unit → measure → value, for measures that are means over units.
  public var perUnit: [String: [String: Double?]]?
  public var digests: [String: String]
  public var signature: String
  public var notes: [String]?
  /// Kind triage.
  public var triage: StagesDocument?
  public var sweep: SweepDocument?

  private enum CodingKeys: String, CodingKey {
    case schema, cltask, task, split, team, run, primary, units, measures, confusion, digests
    case signature, notes, triage, sweep
    case perUnit = "per_unit"
  }

  /// - Parameter perUnit: whether the values of each unit are published.
  package init(_ card: Scorecard, perUnit: Bool) {
    task = card.task
    split = card.split
    team = card.team
    run = card.run
    primary = card.primary.description
    units = card.units
    measures = ValueDocument.byName(card.measures, card.values)
    confusion = card.confusion.map(ConfusionDocument.init)
    self.perUnit = perUnit ? card.perUnit.map(UnitsDocument.of) : nil
    digests = ["gold": card.digests.gold]
    digests["task"] = card.digests.task
    digests["submission"] = card.digests.submission
    signature = card.signature.description
    notes = card.notes.isEmpty ? nil : card.notes
    triage = card.triage.map(StagesDocument.init)
    sweep = card.sweep.map(SweepDocument.init)
  }
}

/// A value as it is published: a bare number never stands where a value may be undefined.
public struct ValueDocument: Codable, Sendable, Equatable {
  /// Nil (`null`) where the measure is undefined.
  public var value: Double?
  /// Why there is no value.
  public var undefined: String?

  private enum CodingKeys: String, CodingKey { case value, undefined }

  package init(_ value: MeasureValue) {
    self.value = value.number
    undefined = value.reason?.description
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encodeIfPresent(undefined, forKey: .undefined)
  }

  static func byName(_ measures: [Measure], _ values: [MeasureValue]) -> [String: ValueDocument] {
    Dictionary(
      zip(measures.map(\.description), values.map(ValueDocument.init)),
      uniquingKeysWith: { first, _ in first })
  }
}

/// Gold labels (rows) by predicted labels.
public struct ConfusionDocument: Codable, Sendable, Equatable {
  public var labels: [String]
  public var counts: [[Int]]
  /// Items of each gold label without an answer; only where there are any.
  public var leftOut: [Int]?

  private enum CodingKeys: String, CodingKey {
    case labels, counts
    case leftOut = "left_out"
  }

  init(_ table: ConfusionTable) {
    labels = table.labels
    counts = table.counts
    leftOut = table.leftOut.contains { $0 > 0 } ? table.leftOut : nil
  }
}

/// Values unit by unit: a number, or null where the measure is undefined for the unit.
enum UnitsDocument {
  static func of(_ table: UnitTable) -> [String: [String: Double?]] {
    let names = table.measures.map(\.description)
    return Dictionary(
      zip(
        table.units,
        table.values.map { values in
          Dictionary(zip(names, values.map(\.number)), uniquingKeysWith: { first, _ in first })
        }), uniquingKeysWith: { first, _ in first })
  }
}
