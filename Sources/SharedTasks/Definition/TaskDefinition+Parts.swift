extension TaskDefinition {
  /// What kind of answer a submission gives.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    case ranking, assessment, prioritization
    case earlyDetection = "early-detection"
    case triage

    /// The order of items with equal scores where the definition says nothing.
    package var defaultTies: Ties {
      switch self {
      case .ranking, .earlyDetection: .trec
      case .assessment, .prioritization, .triage: .expected
      }
    }
  }

  /// The order of items with equal scores.
  public enum Ties: String, Sendable, Equatable, CaseIterable {
    case trec, expected, file
  }

  /// What becomes of an answer that a submission leaves out.
  public enum Missing: String, Sendable, Equatable, CaseIterable {
    case error, worst
  }

  /// Which of a team's submissions stand on the board.
  public enum PerTeam: String, Sendable, Equatable, CaseIterable {
    case best, last, all
  }

  /// What decides between submissions with the same value.
  public enum Standing: Sendable, Equatable {
    case shared, earliest, significance
    case measure(LocatedText)
  }

  /// A named set of labels, used as `F1(flagged)`.
  public struct Grouping: Sendable, Equatable {
    public let name: String
    /// In the order of the task's labels.
    public let labels: [String]

    package init(name: String, labels: [String]) {
      self.name = name
      self.labels = labels
    }
  }

  /// One stage of a triage.
  public struct Stage: Sendable, Equatable {
    public let name: String
    /// Of each item that reaches the stage.
    public let cost: Double
    /// How many items may pass; nil for all.
    public let capacity: Int?
    /// What the stage looks at, in the task's own words.
    public let view: String?
    /// The label that passing the stage assigns.
    public let tier: String

    package init(name: String, cost: Double, capacity: Int?, view: String?, tier: String) {
      self.name = name
      self.cost = cost
      self.capacity = capacity
      self.view = view
      self.tier = tier
    }
  }

  public struct Fairness: Sendable, Equatable {
    /// The columns of groups.tsv that reports go by.
    public package(set) var attributes: [LocatedText] = []
    /// The share of exposure that each group of an attribute is due.
    public package(set) var targets: [String: [String: Double]] = [:]
    /// Groups with fewer items are reported with a caution.
    public package(set) var minimumSize = 10
    /// Groups with fewer items are not reported at all.
    public package(set) var suppressBelow = 0

    package init() {}
  }

  /// A bound that a submission must keep to be ranked, as `gap(FNR,race) <= 0.1`.
  public struct Constraint: Sendable, Equatable {
    public enum Relation: String, Sendable, Equatable {
      case atMost = "<="
      case atLeast = ">="
    }

    public let quantity: LocatedText
    public let relation: Relation
    public let bound: Double

    package init(quantity: LocatedText, relation: Relation, bound: Double) {
      self.quantity = quantity
      self.relation = relation
      self.bound = bound
    }
  }
}
