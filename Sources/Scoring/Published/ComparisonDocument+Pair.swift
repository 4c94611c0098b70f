extension ComparisonDocument {
  /// Two systems: `difference` is the value of `a` less that of `b`.
  public struct Pair: Codable, Sendable, Equatable {
    public var a: Name
    public var b: Name
    public var difference: Double?
    public var interval: Interval?
    public var p: Double?
    public var pAdjusted: Double?
    /// Whether the adjusted p-value is below 1 − confidence.
    public var significant: Bool
    /// Whether every permutation was tried, so that p has no error of sampling.
    public var exact: Bool?
    /// The difference in standard deviations of the units' differences.
    public var effect: Double?
    public var equivalence: Equivalence?
    public var power: Power?
    /// Why a value is null, by its name.
    public var undefined: [String: String]?

    enum CodingKeys: String, CodingKey {
      case a, b, difference, interval, p, significant, exact, effect, equivalence, power, undefined
      case pAdjusted = "p_adjusted"
    }

    /// Two one-sided tests of whether the difference is smaller than the margin.
    public struct Equivalence: Codable, Sendable, Equatable {
      public var margin: Double
      public var p: Double?
      public var pAdjusted: Double?
      public var shown: Bool

      enum CodingKeys: String, CodingKey {
        case margin, p, shown
        case pAdjusted = "p_adjusted"
      }

      public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(margin, forKey: .margin)
        try container.encode(p, forKey: .p)
        try container.encode(pAdjusted, forKey: .pAdjusted)
        try container.encode(shown, forKey: .shown)
      }
    }

    /// What it takes to tell the systems apart with a power of `power`.
    public struct Power: Codable, Sendable, Equatable {
      public var power: Double
      public var units: Int?
      public var smallestDifference: Double?

      enum CodingKeys: String, CodingKey {
        case power, units
        case smallestDifference = "smallest_difference"
      }

      public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(power, forKey: .power)
        try container.encode(units, forKey: .units)
        try container.encode(smallestDifference, forKey: .smallestDifference)
      }
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(a, forKey: .a)
      try container.encode(b, forKey: .b)
      try container.encode(difference, forKey: .difference)
      try container.encodeIfPresent(interval, forKey: .interval)
      try container.encode(p, forKey: .p)
      try container.encode(pAdjusted, forKey: .pAdjusted)
      try container.encode(significant, forKey: .significant)
      try container.encodeIfPresent(exact, forKey: .exact)
      try container.encode(effect, forKey: .effect)
      try container.encodeIfPresent(equivalence, forKey: .equivalence)
      try container.encodeIfPresent(power, forKey: .power)
      try container.encodeIfPresent(undefined, forKey: .undefined)
    }

    init(_ pair: ComparedPair, _ comparison: Comparison) {
      let request = comparison.request
      a = Name(comparison.systems[pair.first].name)
      b = Name(comparison.systems[pair.second].name)
      difference = pair.difference.number
      interval = pair.interval.map { Interval($0, confidence: request.confidence) }
      p = pair.p.number
      pAdjusted = pair.adjusted.number
      significant = pair.isSignificant
      exact = [.permutation, .tukey].contains(request.test) ? pair.isExact : nil
      effect = pair.effect.number
      var reasons: [String: String] = [:]
      reasons["difference"] = pair.difference.reason
      reasons["p"] = pair.p.reason
      reasons["effect"] = pair.effect.reason
      if let margin = request.equivalence, let found = pair.equivalence {
        equivalence = Equivalence(
          margin: margin, p: found.p.number, pAdjusted: found.adjusted.number,
          shown: found.isShown)
        reasons["equivalence"] = found.p.reason
      }
      if let found = pair.power {
        power = Power(
          power: ComparisonRequest.power, units: found.units.number.map { Int($0) },
          smallestDifference: found.smallestDifference.number)
        reasons["power.units"] = found.units.reason
        reasons["power.smallest_difference"] = found.smallestDifference.reason
      }
      undefined = reasons.isEmpty ? nil : reasons
    }
  }
}
