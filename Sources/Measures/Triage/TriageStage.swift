/// One stage of a triage: what it costs, how many may pass it, and what passing it assigns.
package struct TriageStage: Sendable, Hashable {
  package let name: String
  /// Of each item that reaches the stage, in the unit that the task has chosen.
  package let cost: Double
  /// How many items may pass; nil for all.
  package let capacity: Int?
  /// The level that passing the stage assigns.
  package let tier: Int

  package init(name: String, cost: Double, capacity: Int? = nil, tier: Int) {
    self.name = name
    self.cost = cost
    self.capacity = capacity
    self.tier = tier
  }
}

extension MeasureArguments {
  /// The position of the stage that the name gives.
  ///
  /// Throws ``MeasureNameError`` where it gives none, or one that the task does not have.
  func stage(among stages: [TriageStage], of measure: String) throws -> Int {
    let known = "the stages are " + stages.prefix(12).map(\.name).joined(separator: ", ")
    guard let name = text("stage") else {
      throw MeasureNameError("`\(measure)` needs a stage, as in `\(measure)(NAME)`", hint: known)
    }
    guard let position = stages.firstIndex(where: { $0.name == name }) else {
      throw MeasureNameError("there is no stage `\(name)`", hint: known)
    }
    return position
  }
}
