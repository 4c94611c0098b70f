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
  /// Of what was drawn at random; nil where nothing was.
  public var seed: UInt64?
  public var notes: [String]?
  /// Where a measure goes by the reviewer's clock, or curves were asked for.
  public var curves: CurvesDocument?
  /// Kind triage.
  public var triage: StagesDocument?
  public var sweep: SweepDocument?
  /// By table of groups and group, where groups were asked for.
  public var groups: [String: [String: GroupDocument]]?
  /// By table of groups and measure.
  public var gaps: [String: [String: GapDocument]]?
  /// By table of groups and measure the mean over the values of an attribute, where one is held fixed.
  public var meanGaps: [String: [String: Double]]?
  /// By table of groups and measure between groups, where there are such measures.
  public var between: [String: [String: BetweenDocument]]?

  private enum CodingKeys: String, CodingKey {
    case schema, cltask, task, split, team, run, primary, units, measures, confusion, digests
    case signature, seed, notes, curves, triage, sweep, groups, gaps, between
    case perUnit = "per_unit"
    case meanGaps = "mean_gaps"
  }

  /// - Parameter perUnit: whether the values of each unit are published.
  package init(_ card: Scorecard, perUnit: Bool) {
    task = card.task
    split = card.split
    team = card.team
    run = card.run
    primary = card.primary.description
    units = card.units
    measures = ValueDocument.byName(card.measures, card.values, card.intervals?.all)
    seed = card.intervals?.usedSeed
    confusion = card.confusion.map(ConfusionDocument.init)
    self.perUnit = perUnit ? card.perUnit.map(UnitsDocument.of) : nil
    digests = ["gold": card.digests.gold]
    digests["task"] = card.digests.task
    digests["items"] = card.digests.items
    digests["submission"] = card.digests.submission
    signature = card.signature.description
    notes = card.notes.isEmpty ? nil : card.notes
    curves = card.curve.map(CurvesDocument.init)
    triage = card.triage.map(StagesDocument.init)
    sweep = card.sweep.map(SweepDocument.init)
    groups = card.groups?.groupDocuments
    gaps = card.groups?.gapDocuments
    meanGaps = card.groups?.meanGapDocuments
    between = card.groups?.betweenDocuments
    digests["groups"] = card.groups?.digest
    if let groups = card.groups {
      notes = card.notes + groups.notes
      if notes?.isEmpty == true { notes = nil }
      if groups.replicates > 0 { seed = groups.seed }
    }
  }
}

/// A value as it is published: a bare number never stands where a value may be undefined.
public struct ValueDocument: Codable, Sendable, Equatable {
  /// Nil (`null`) where the measure is undefined.
  public var value: Double?
  /// Why there is no value.
  public var undefined: String?
  /// Nil where there is none, or where nobody asked.
  public var interval: IntervalDocument?

  private enum CodingKeys: String, CodingKey { case value, undefined, interval }

  package init(_ value: MeasureValue, _ interval: MeasureInterval? = nil) {
    self.value = value.number
    undefined = value.reason?.description
    self.interval = interval.map(IntervalDocument.init)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encodeIfPresent(undefined, forKey: .undefined)
    try container.encodeIfPresent(interval, forKey: .interval)
  }

  static func byName(
    _ measures: [Measure], _ values: [MeasureValue], _ intervals: [MeasureInterval?]? = nil
  ) -> [String: ValueDocument] {
    let documents = values.indices.map { ValueDocument(values[$0], intervals?[$0]) }
    return Dictionary(
      zip(measures.map(\.description), documents), uniquingKeysWith: { first, _ in first })
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
