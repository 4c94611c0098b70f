internal import Inference

extension AuditDocument {
  /// A subgroup that was tested, the largest γ first.
  public struct Subgroup: Codable, Sendable, Equatable {
    /// The value of each attribute.
    public var `where`: [String: String]
    public var n: Int
    /// Those of them that the outcome is of.
    public var counted: Int
    public var rate: Double?
    public var hits: Int?
    public var mean: Double?
    public var area: Double?
    /// Wilson's, of a rate.
    public var interval: Interval?
    /// The value less that of all units.
    public var gap: Double
    public var direction: String
    /// α: the share of units that are in the subgroup and that the outcome is of.
    public var mass: Double
    /// α times the gap.
    public var gamma: Double
    /// γ over the largest γ of any set of units.
    public var gammaShare: Double?
    /// Of the subgroup against the rest.
    public var p: NumberOrNull
    /// By Holm's method.
    public var adjustedP: NumberOrNull
    /// Why there is no p-value, where there is none.
    public var undefined: String?
    public var adjusted: Adjusted
    /// Whether a conjunction with one term less has a γ as large.
    public var explainedByParents: Bool
    /// Other descriptions of the same units.
    public var also: [[String: String]]?

    private enum CodingKeys: String, CodingKey {
      case `where`, n, counted, rate, hits, mean, area, interval, gap, direction, mass, gamma, p
      case adjusted, also, undefined
      case gammaShare = "gamma_share"
      case adjustedP = "p_adjusted"
      case explainedByParents = "explained_by_parents"
    }

    init(_ cell: Audit.Cell, _ audit: Audit, _ kind: AuditOutcome.Kind) {
      let subgroup = cell.subgroup
      let value = Value(subgroup.value, hits: subgroup.hits, kind)
      self.where = audit.fields(of: subgroup.conjunction)
      n = subgroup.units
      counted = subgroup.counted
      (rate, hits, mean, area) = (value.rate, value.hits, value.mean, value.area)
      interval = cell.interval.map {
        Interval(low: $0.low, high: $0.high, confidence: $0.confidence, method: "wilson")
      }
      gap = subgroup.gap
      direction = cell.direction
      mass = subgroup.mass
      gamma = subgroup.violation
      gammaShare = cell.share
      p = NumberOrNull(subgroup.p)
      adjustedP = NumberOrNull(subgroup.adjusted.holm)
      if subgroup.p == nil {
        undefined =
          kind == .area
          ? "fewer than two of a class in the subgroup or the rest, or areas without variance"
          : "there is no rest to compare with, or all have the same"
      }
      adjusted = Adjusted(
        holm: subgroup.adjusted.holm, bh: subgroup.adjusted.benjaminiHochberg,
        by: subgroup.adjusted.benjaminiYekutieli, largest: subgroup.adjusted.largestViolation)
      explainedByParents = subgroup.isExplainedByParents
      also =
        subgroup.otherDescriptions.isEmpty
        ? nil : subgroup.otherDescriptions.map(audit.fields)
    }
  }

  /// Where a rate lies.
  public struct Interval: Codable, Sendable, Equatable {
    public var low: Double
    public var high: Double
    public var confidence: Double
    public var method: String
  }

  /// P-values corrected for all subgroups that were tested.
  public struct Adjusted: Codable, Sendable, Equatable {
    public var holm: Double?
    public var bh: Double?
    public var by: Double?
    /// By the largest γ of each permutation.
    public var largest: Double?

    private enum CodingKeys: String, CodingKey {
      case holm, bh, by
      case largest = "max_gamma"
    }
  }
}
