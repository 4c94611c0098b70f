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
  public var conjunctions: Conjunctions
  public var digests: [String: String]
  public var signature: String
  public var notes: [String]?

  private enum CodingKeys: String, CodingKey {
    case schema, cltask, task, split, team, run, outcome, attributes, depth, minimum, units, counted
    case overall, undefined, largest, subgroups, conjunctions, digests, signature, notes
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
    /// Parts of them are too small, or no unit has them.
    public var notExamined: Int?

    private enum CodingKeys: String, CodingKey {
      case possible, tested, collapsed
      case tooSmall = "too_small"
      case notExamined = "not_examined"
    }
  }

  /// A subgroup too small to be tested; without counts where the task withholds them.
  public struct Small: Codable, Sendable, Equatable {
    public var `where`: [String: String]
    public var n: Int?
    public var counted: Int?
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
    tooSmall = audit.smallCells.map { small in
      Small(where: audit.fields(of: small.conjunction), n: small.units, counted: small.counted)
    }
    func known(_ count: Int) -> Int? { count == .max ? nil : count }
    conjunctions = Conjunctions(
      possible: known(findings.conjunctions), tested: findings.subgroups.count,
      collapsed: findings.collapsed, tooSmall: findings.tooSmall.count,
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
