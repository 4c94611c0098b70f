internal import Measures

/// The measures of one group, as they are published.
public struct GroupDocument: Codable, Sendable, Equatable {
  public var units: Int
  /// Kind ranking: in how many topics the group has a relevant item.
  public var topics: Int?
  /// The share of units with a positive label; nil where units have no labels.
  public var baseRate: GroupValueDocument?
  public var measures: [String: GroupValueDocument]

  private enum CodingKeys: String, CodingKey {
    case units, topics, measures
    case baseRate = "base_rate"
  }

  init(_ group: GroupTable.Group, names: [String]) {
    units = group.units
    topics = group.topics
    baseRate = group.baseRate.map(GroupValueDocument.init)
    measures = Dictionary(
      zip(names, group.cells.map(GroupValueDocument.init)), uniquingKeysWith: { first, _ in first })
  }

  /// `F`, or `F,18-29` of crossed attributes, where a comma or a backslash in a value has a backslash
  /// before it.
  static func key(_ values: [String]) -> String {
    values.count == 1
      ? values[0]
      : values.map {
        $0.replacing("\\", with: "\\\\").replacing(",", with: "\\,")
      }.joined(separator: ",")
  }
}

/// A measure of one group, as it is published.
public struct GroupValueDocument: Codable, Sendable, Equatable {
  /// Nil (`null`) where it is undefined or withheld.
  public var value: Double?
  public var undefined: String?
  /// Of a rate.
  public var numerator: Int?
  public var denominator: Int?
  public var interval: IntervalDocument?
  /// The value of all units that are not in the group.
  public var rest: Double?
  /// True where fewer units than the task's minimum are behind it, so that gaps leave it out.
  public var small: Bool?
  /// `small`, or `complementary` where another cell could be computed from it.
  public var withheld: String?

  private enum CodingKeys: String, CodingKey {
    case value, undefined, numerator, denominator, interval, rest, small, withheld
  }

  init(_ cell: GroupCell) {
    value = cell.value?.number
    undefined = cell.value?.reason?.description
    if case .ratio(let numerator, let denominator)? = cell.value {
      self.numerator = numerator
      self.denominator = denominator
    }
    interval = cell.interval.map(IntervalDocument.init)
    rest = cell.rest?.number
    small = cell.standing == .small ? true : nil
    withheld =
      switch cell.standing {
      case .counted, .small: nil
      case .withheld: "small"
      case .withheldForOthers: "complementary"
      }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encodeIfPresent(undefined, forKey: .undefined)
    try container.encodeIfPresent(numerator, forKey: .numerator)
    try container.encodeIfPresent(denominator, forKey: .denominator)
    try container.encodeIfPresent(interval, forKey: .interval)
    try container.encodeIfPresent(rest, forKey: .rest)
    try container.encodeIfPresent(small, forKey: .small)
    try container.encodeIfPresent(withheld, forKey: .withheld)
  }
}

/// How far groups are apart by a measure, as it is published.
public struct GapDocument: Codable, Sendable, Equatable {
  /// The greatest value minus the least; nil (`null`) with fewer than two groups.
  public var value: Double?
  public var highest: String?
  public var lowest: String?
  public var worst: String?
  /// The group that differs most from all other units.
  public var farthest: String?
  /// The least value over the greatest.
  public var ratio: Double?
  /// Of the value of the highest group minus that of the lowest.
  public var interval: IntervalDocument?
  /// The mean gap when units are put into the groups by lot.
  public var expected: Double?
  public var p: Double?
  public var permutations: Int?
  public var groupsUsed: Int
  public var groups: Int

  private enum CodingKeys: String, CodingKey {
    case value, highest, lowest, worst, farthest, ratio, interval, expected, p, permutations, groups
    case groupsUsed = "groups_used"
  }

  init(_ gap: Gap, _ table: GroupTable, confidence: Double) {
    func name(_ group: Int?) -> String? {
      group.map { GroupDocument.key(table.groups[$0].values) }
    }
    let finding = gap.finding
    value = finding?.difference
    highest = name(finding?.highest)
    lowest = name(finding?.lowest)
    worst = name(finding?.worst)
    farthest = name(finding?.farthest)
    ratio = finding?.ratio
    interval = finding?.interval.map { IntervalDocument($0, confidence: confidence) }
    expected = finding?.chance?.expected
    p = finding?.chance?.p
    permutations = finding?.chance?.permutations
    groupsUsed = gap.used
    groups = gap.total
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encodeIfPresent(highest, forKey: .highest)
    try container.encodeIfPresent(lowest, forKey: .lowest)
    try container.encodeIfPresent(worst, forKey: .worst)
    try container.encodeIfPresent(farthest, forKey: .farthest)
    try container.encodeIfPresent(ratio, forKey: .ratio)
    try container.encodeIfPresent(interval, forKey: .interval)
    try container.encodeIfPresent(expected, forKey: .expected)
    try container.encodeIfPresent(p, forKey: .p)
    try container.encodeIfPresent(permutations, forKey: .permutations)
    try container.encode(groupsUsed, forKey: .groupsUsed)
    try container.encode(groups, forKey: .groups)
  }
}

extension GroupTable {
  /// What the gaps of the table are published under: `sex,age`, or `sex|age=18-29` with what is held
  /// fixed, or `sex|age` for all values of it.
  package func key(level: String?) -> String {
    guard isConditional, let fixed = attributes.last else { return GroupDocument.key(attributes) }
    return GroupDocument.key(comparedAttributes) + "|" + fixed + (level.map { "=\($0)" } ?? "")
  }
}

extension GroupReport {
  /// Table → group → what is known of it; a table of crossed attributes is called `sex,age`.
  var groupDocuments: [String: [String: GroupDocument]] {
    let names = measures.map(\.description)
    return documents { table in
      Dictionary(
        table.groups.map { (GroupDocument.key($0.values), GroupDocument($0, names: names)) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Table → measure → its gap. Where an attribute is held fixed, `sex|age=18-29` has the gaps of those
  /// with that value.
  var gapDocuments: [String: [String: GapDocument]] {
    var documents: [String: [String: GapDocument]] = [:]
    for table in tables {
      for gap in table.gaps.joined() {
        documents[table.key(level: gap.level), default: [:]][gap.measure.description] = GapDocument(
          gap, table, confidence: confidence)
      }
    }
    return documents
  }

  /// Table → measure → the mean of its gaps where an attribute is held fixed, as `sex|age`; nil where
  /// none is.
  var meanGapDocuments: [String: [String: Double]]? {
    var documents: [String: [String: Double]] = [:]
    for table in tables where table.isConditional {
      for (place, measure) in measures.enumerated() {
        documents[table.key(level: nil), default: [:]][measure.description] =
          table.meanGap(of: place)
      }
    }
    return documents.isEmpty ? nil : documents
  }

  /// Table → measure → what it says of the groups at once; nil where no such measure was asked for.
  var betweenDocuments: [String: [String: BetweenDocument]]? {
    guard tables.contains(where: { !$0.between.isEmpty }) else { return nil }
    return documents { table in
      Dictionary(
        table.between.map { ($0.measure.description, BetweenDocument($0, table)) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private func documents<Document>(_ make: (GroupTable) -> Document) -> [String: Document] {
    Dictionary(
      tables.map { (GroupDocument.key($0.attributes), make($0)) },
      uniquingKeysWith: { first, _ in first })
  }
}
