internal import Measures

/// What a measure between groups says, as it is published.
public struct BetweenDocument: Codable, Sendable, Equatable {
  /// Nil (`null`) where it is undefined or withheld.
  public var value: Double?
  public var undefined: String?
  /// True where small groups could be told from it.
  public var withheld: Bool?
  /// The group or the two groups that it is due to, the higher first.
  public var responsible: [String]?
  public var groupsUsed: Int
  public var groups: Int
  /// Kind ranking: in how many topics the measure has a value, of how many.
  public var topicsUsed: Int?
  public var topics: Int?
  public var interval: IntervalDocument?

  private enum CodingKeys: String, CodingKey {
    case value, undefined, withheld, responsible, groups, topics, interval
    case groupsUsed = "groups_used"
    case topicsUsed = "topics_used"
  }

  init(_ between: BetweenGroups, _ table: GroupTable) {
    value = between.value?.number
    undefined = between.value?.reason?.description
    withheld = between.value == nil ? true : nil
    if !between.responsible.isEmpty {
      responsible = between.responsible.map { GroupDocument.key(table.groups[$0].values) }
    }
    groupsUsed = between.used
    groups = between.total
    topicsUsed = between.topics?.used
    topics = between.topics?.total
    interval = between.interval.map(IntervalDocument.init)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encodeIfPresent(undefined, forKey: .undefined)
    try container.encodeIfPresent(withheld, forKey: .withheld)
    try container.encodeIfPresent(responsible, forKey: .responsible)
    try container.encode(groupsUsed, forKey: .groupsUsed)
    try container.encode(groups, forKey: .groups)
    try container.encodeIfPresent(topicsUsed, forKey: .topicsUsed)
    try container.encodeIfPresent(topics, forKey: .topics)
    try container.encodeIfPresent(interval, forKey: .interval)
  }
}
