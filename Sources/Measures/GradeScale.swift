/// The labels or grades of a task: what each is worth and which count as relevant.
///
/// An item's label is from then on its *level*, a position in this scale. Levels are ordered from
/// the least severe to the most; the position is what distance measures compare.
public struct GradeScale: Sendable, Hashable {
  /// The label, or the grade as text, of each level.
  public let names: [String]
  /// The gain of each level.
  public let grades: [Double]
  /// Whether a level counts as relevant (at risk) where a measure does not say `rel=`.
  public let positive: [Bool]
  /// Named sets of levels (`flagged`, `urgent`), usable wherever a label is.
  public let groupings: [String: [Bool]]
  /// The highest grade that the task declares; nil where grades are only what was found in a file.
  public let declaredMaximum: Double?

  /// The scale of a task with declared labels.
  ///
  /// `names`, `grades` and `positive` have one entry a level.
  public init(
    names: [String], grades: [Double], positive: [Bool], groupings: [String: [Bool]] = [:]
  ) {
    precondition(names.count == grades.count && names.count == positive.count)
    self.names = names
    self.grades = grades
    self.positive = positive
    self.groupings = groupings
    declaredMaximum = grades.max()
  }

  /// The scale of free grades, as in qrels: relevant is a grade of at least 1.
  public init(grades: [Double]) {
    names = grades.map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String($0) }
    self.grades = grades
    positive = grades.map { $0 >= 1 }
    groupings = [:]
    declaredMaximum = nil
  }

  public var count: Int { grades.count }

  /// Whether a level counts as judged: negative grades stand for items of the pool that nobody
  /// judged (trec_eval).
  package func isJudged(_ level: Int) -> Bool { grades[level] >= 0 }

  /// The levels that are relevant: grades of at least `threshold`, or else the positive ones.
  package func relevant(atLeast threshold: ExactDecimal?) -> [Bool] {
    guard let threshold else {
      return grades.indices.map { positive[$0] && isJudged($0) }
    }
    let bound = threshold.double
    return grades.indices.map { grades[$0] >= bound && isJudged($0) }
  }

  /// The levels that a label or a grouping names; nil where there is none of that name.
  package func members(of name: String) -> [Bool]? {
    if let grouping = groupings[name] { return grouping }
    guard let level = names.firstIndex(of: name) else { return nil }
    return names.indices.map { $0 == level }
  }
}
