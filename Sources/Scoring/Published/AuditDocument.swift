internal import Inference
internal import SharedTasks

/// An audit as it is published: `cltask.audit/1`.
///
/// Other people's programs read these structs' JSON; a field is added, never changed.
public struct AuditDocument: Codable, Sendable, Equatable {
  public var schema = "cltask.audit/1"
  public var cltask = CLTaskVersion.current
  public var task: String
  public var split: String
  public var team: String?
  public var run: String?
  public var outcome: String
  public var attributes: [String]
  public var depth: Int
  /// The smallest number of units that the outcome is of that a subgroup needs.
  public var minimum: Int
  public var units: Int
  /// Those that the outcome is of.
  public var counted: Int
  public var overall: Value
  /// Why there is nothing to audit, where there is nothing.
  public var undefined: String?
  /// The largest γ of any set of units whatever.
  public var gammaMaximum: Double?
  public var largest: Largest?
  public var subgroups: [Subgroup]
  public var tooSmall: [Small]
  /// Others that are withheld; nil where none are.
  public var withheld: [Withheld]?
  public var conjunctions: Conjunctions
  public var digests: [String: String]
  public var signature: String
  public var notes: [String]?

  private enum CodingKeys: String, CodingKey {
    case schema, cltask, task, split, team, run, outcome, attributes, depth, minimum, units, counted
    case overall, undefined, largest, subgroups, conjunctions, digests, signature, notes
    case withheld
    case gammaMaximum = "gamma_max"
    case tooSmall = "too_small"
  }

  /// A rate with its numerator, a mean, or an area under the curve.
  public struct Value: Codable, Sendable, Equatable {
    public var rate: Double?
    public var hits: Int?
    public var mean: Double?
    public var area: Double?

    init(_ value: Double?, hits: Int?, _ kind: AuditOutcome.Kind) {
      switch kind {
      case .rate: (rate, self.hits) = (value, hits)
      case .number: mean = value
      case .area: area = value
      }
    }
  }

  /// The test of the largest γ by permutations.
  public struct Largest: Codable, Sendable, Equatable {
    public var p: Double
    public var replicates: Int
    public var seed: UInt64
    /// Where the outcome has nothing to do with attributes.
    public var expected: Double
    public var upper95: Double

    private enum CodingKeys: String, CodingKey {
      case p, replicates, seed, expected
      case upper95 = "upper_95"
    }
  }

  /// How many conjunctions there are, and what became of them.
  public struct Conjunctions: Codable, Sendable, Equatable {
    /// Nil where they are more than 2⁶³.
    public var possible: Int?
    public var tested: Int
    /// The same units as a shorter one.
    public var collapsed: Int
    public var tooSmall: Int
    /// Large enough, and withheld; nil where none are.
    public var withheld: Int?
    /// Parts of them are too small, or no unit has them.
    public var notExamined: Int?

    private enum CodingKeys: String, CodingKey {
      case possible, tested, collapsed, withheld
      case tooSmall = "too_small"
      case notExamined = "not_examined"
    }
  }

  /// A subgroup too small to be tested; without counts where the task withholds them.
  public struct Small: Codable, Sendable, Equatable {
    public var `where`: [String: String]
    public var n: Int?
    public var counted: Int?
    public var rate: Double?
    public var hits: Int?
    public var mean: Double?
    /// True where the task withholds so small ones.
    public var withheld: Bool?

    private enum CodingKeys: String, CodingKey {
      case `where`, n, counted, rate, hits, mean, withheld
    }

    init(_ small: Audit.SmallCell, _ audit: Audit, _ kind: AuditOutcome.Kind) {
      let value = Value(small.value, hits: small.hits, kind)
      self.where = audit.fields(of: small.conjunction)
      (n, counted) = (small.units, small.counted)
      (rate, hits, mean) = (value.rate, value.hits, value.mean)
      withheld = small.units == nil ? true : nil
    }
  }

  /// A subgroup that is large enough, and of which nothing is told.
  public struct Withheld: Codable, Sendable, Equatable {
    public var `where`: [String: String]
    /// `complementary` where a small one could be computed from it, `unchecked` where there are too
    /// many to find out.
    public var reason: String
  }

  package init(_ audit: Audit) {
    let findings = audit.findings
    let kind = audit.request.outcome.kind
    task = audit.task
    split = audit.split
    team = audit.team
    run = audit.run
    outcome = audit.request.outcome.rawValue
    attributes = audit.attributes.map(\.name)
    depth = audit.request.depth
    minimum = audit.minimum
    units = findings.units
    counted = findings.counted
    overall = Value(findings.overall, hits: findings.hits, kind)
    undefined = audit.undefined
    gammaMaximum = findings.largestViolation
    largest = findings.search.map {
      Largest(
        p: $0.p, replicates: $0.replicates, seed: audit.request.seed, expected: $0.expected,
        upper95: $0.upper)
    }
    subgroups = audit.cells.map { Subgroup($0, audit, kind) }
    tooSmall = audit.smallCells.map { Small($0, audit, kind) }
    let others = audit.withheldCells.map {
      Withheld(where: audit.fields(of: $0.conjunction), reason: $0.reason.rawValue)
    }
    withheld = others.isEmpty ? nil : others
    func known(_ count: Int) -> Int? { count == .max ? nil : count }
    conjunctions = Conjunctions(
      possible: known(findings.conjunctions), tested: findings.subgroups.count,
      collapsed: findings.collapsed, tooSmall: tooSmall.count,
      withheld: withheld?.count,
      notExamined: known(audit.notExamined))
    digests = ["gold": audit.digests.gold, "groups": audit.groupsDigest]
    digests["task"] = audit.digests.task
    digests["submission"] = audit.digests.submission
    signature = audit.signature.description
    notes = audit.notes.isEmpty ? nil : audit.notes
  }
}

extension Audit {
  /// The value of each attribute of a conjunction.
  func fields(of conjunction: Conjunction) -> [String: String] {
    Dictionary(names(of: conjunction).map { ($0.attribute, $0.value) }) { first, _ in first }
  }
}
