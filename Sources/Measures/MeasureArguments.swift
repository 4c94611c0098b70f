/// The arguments of a measure after they were checked against its parameters: every one has a value
/// or its default.
package struct MeasureArguments: Sendable, Hashable {
  private let values: [String: String]
  /// The rank of `@k`; nil where the whole list counts.
  package let rank: Int?
  /// The recall level of `@r`.
  package let level: ExactDecimal?
  /// The time of `@600s`.
  package let seconds: ExactDecimal?

  package init(
    values: [String: String], rank: Int? = nil, level: ExactDecimal? = nil,
    seconds: ExactDecimal? = nil
  ) {
    self.values = values
    self.rank = rank
    self.level = level
    self.seconds = seconds
  }

  /// The word given for a parameter, or its default.
  package func text(_ name: String) -> String? { values[name] }

  package func decimal(_ name: String) -> ExactDecimal? {
    values[name].flatMap { ExactDecimal($0) }
  }

  package func number(_ name: String) -> Double? { decimal(name)?.double }

  package func count(_ name: String) -> Int? { decimal(name)?.whole }

  /// The levels that count as relevant: `rel=`, else the positive ones of the scale.
  package func relevant(in scale: GradeScale) -> [Bool] {
    scale.relevant(atLeast: decimal("rel"))
  }

  /// The levels that the label parameter names, or the positive ones where it is not given.
  ///
  /// Throws ``MeasureNameError`` where the task has no such label or grouping.
  package func members(in scale: GradeScale) throws -> [Bool] {
    guard let label = text("label") else { return scale.positive }
    guard let members = scale.members(of: label) else {
      let known = scale.names + scale.groupings.keys.sorted()
      throw MeasureNameError(
        "there is no label or grouping `\(label)`",
        hint: "this task has " + known.prefix(12).joined(separator: ", "))
    }
    return members
  }
}
