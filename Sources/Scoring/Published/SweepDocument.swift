internal import Measures

/// What a pipeline would find with other capacities of one stage, as it is published.
public struct SweepDocument: Codable, Sendable, Equatable {
  public var stage: String
  public var rows: [Row]

  public struct Row: Codable, Sendable, Equatable {
    public var capacity: Int
    public var netSensitivity: Estimate
    public var ppv: Estimate
    public var cost: Estimate
    public var missed: Estimate

    private enum CodingKeys: String, CodingKey {
      case capacity, ppv, cost, missed
      case netSensitivity = "net_sensitivity"
    }
  }

  /// An expected value; `low` and `high` only where equal scores leave more than one value.
  public struct Estimate: Codable, Sendable, Equatable {
    public var value: Double?
    public var low: Double?
    public var high: Double?
    public var undefined: String?

    private enum CodingKeys: String, CodingKey { case value, low, high, undefined }

    init(_ estimate: CapacitySweep.Estimate) {
      value = estimate.value.number
      undefined = estimate.value.reason?.description
      if estimate.low != estimate.high { (low, high) = (estimate.low, estimate.high) }
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(value, forKey: .value)
      try container.encodeIfPresent(low, forKey: .low)
      try container.encodeIfPresent(high, forKey: .high)
      try container.encodeIfPresent(undefined, forKey: .undefined)
    }
  }

  init(_ table: SweepTable) {
    stage = table.stage
    rows = table.rows.map {
      Row(
        capacity: $0.capacity, netSensitivity: Estimate($0.sensitivity),
        ppv: Estimate($0.predictiveValue), cost: Estimate($0.cost), missed: Estimate($0.missed))
    }
  }
}
