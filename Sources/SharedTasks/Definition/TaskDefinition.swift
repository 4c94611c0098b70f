public import Measures

/// What `task.yaml` says, checked: the rules by which the submissions of a task are scored.
///
/// A definition exists only if its file has no error, so whoever holds one need not check again:
/// the primary measure is among the measures, every label that is named is declared, there is a
/// grade for each label. Defaults are filled in. See ``TaskDefinitionReader``.
public struct TaskDefinition: Sendable, Equatable {
  public let id: String
  public let title: String
  public let kind: Kind
  /// In the order of the file; never empty.
  public let splits: [String]
  /// Least severe first; empty where grades are free.
  public let labels: [String]
  /// The labels that count as at risk; empty where grades of at least 1 do.
  public let positive: [String]
  public let groupings: [Grouping]
  /// The gain of each label, in the order of ``labels``.
  public let grades: [Double]
  /// A score of at least this is the positive label, for submissions without labels.
  public let threshold: Double?
  /// Never empty, without duplicates.
  public let measures: [LocatedText]
  public let primary: LocatedText
  public let ties: Ties
  public let missing: Missing
  public let timeModel: TimeModel
  /// In the order in which items pass them; empty unless the kind is triage.
  public let stages: [Stage]
  public let fairness: Fairness
  public let standing: Standing
  public let perTeam: PerTeam
  public let constraints: [Constraint]
  /// Decimals to which boards and published receipts round.
  public let publishedDecimals: Int

  /// Leaves to the caller what the reader checks.
  package init(
    id: String, title: String, kind: Kind, splits: [String] = ["test"], labels: [String] = [],
    positive: [String] = [], groupings: [Grouping] = [], grades: [Double]? = nil,
    threshold: Double? = nil, measures: [LocatedText], primary: LocatedText, ties: Ties? = nil,
    missing: Missing = .error, timeModel: TimeModel = TimeModel(), stages: [Stage] = [],
    fairness: Fairness = Fairness(), standing: Standing = .shared, perTeam: PerTeam = .best,
    constraints: [Constraint] = [], publishedDecimals: Int = 4
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.splits = splits
    self.labels = labels
    self.positive = positive
    self.groupings = groupings
    self.grades = grades ?? labels.indices.map(Double.init)
    self.threshold = threshold
    self.measures = measures
    self.primary = primary
    self.ties = ties ?? kind.defaultTies
    self.missing = missing
    self.timeModel = timeModel
    self.stages = stages
    self.fairness = fairness
    self.standing = standing
    self.perTeam = perTeam
    self.constraints = constraints
    self.publishedDecimals = publishedDecimals
  }

  /// The split that is meant where none is named: the last.
  public var defaultSplit: String { splits.last ?? "test" }

  /// The positive labels in the order of ``labels``.
  public var positiveLabels: [String] { labels.filter(positive.contains) }

  /// The gain of a label; nil for one that is not declared.
  public func grade(of label: String) -> Double? {
    guard let position = labels.firstIndex(of: label), position < grades.count else { return nil }
    return grades[position]
  }

  /// The labels that a label or a grouping stands for; nil where nothing has that name.
  public func labels(named name: String) -> [String]? {
    if labels.contains(name) { return [name] }
    return groupings.first { $0.name == name }?.labels
  }
}

/// Text and where in a file it stands.
public struct LocatedText: Sendable, Equatable, Hashable {
  public let text: String
  public let line: Int
  public let column: Int

  package init(_ text: String, line: Int = 1, column: Int = 1) {
    self.text = text
    self.line = line
    self.column = column
  }
}
