/// Where the values of a stage stand.
struct StagePlaces {
  let name: LocatedText
  let capacity: LocatedYAML?
  let tier: LocatedText?
}

/// What a definition may say, and hardly means.
extension TaskDefinitionReader {
  /// Warns of stages that undo what the stages before them do.
  ///
  /// - Parameter places: of the same stages, in the same order.
  mutating func warn(
    of stages: [TaskDefinition.Stage], at places: [StagePlaces], labels: [LocatedText]?
  ) {
    var positions: [String: Int] = [:]
    for (position, label) in (labels ?? []).enumerated() { positions[label.text] = position }
    var highest: (position: Int, stage: TaskDefinition.Stage)?
    var narrowest: (capacity: Int, stage: TaskDefinition.Stage)?
    for (stage, place) in zip(stages, places) {
      if let position = positions[stage.tier] {
        if let highest, position < highest.position, let tier = place.tier {
          problems.report(
            .unlikelyValue, at: tier,
            "stage \(Diagnostic.quoted(stage.name)) assigns \(Diagnostic.quoted(stage.tier)), which is "
              + "less severe than \(Diagnostic.quoted(highest.stage.tier)) of stage "
              + "\(Diagnostic.quoted(highest.stage.name)) before it",
            hint: "whoever passes more stages should not be assigned less care")
        }
        if position >= highest?.position ?? 0 { highest = (position, stage) }
      }
      guard let capacity = stage.capacity else { continue }
      if let narrowest, capacity > narrowest.capacity, let node = place.capacity {
        problems.report(
          .unlikelyValue, at: node,
          "stage \(Diagnostic.quoted(stage.name)) has room for \(capacity) items, and no more than "
            + "\(narrowest.capacity) can pass stage \(Diagnostic.quoted(narrowest.stage.name)) before it",
          hint: "a capacity is how many may pass a stage, not how many may come to it")
      }
      if capacity <= narrowest?.capacity ?? .max { narrowest = (capacity, stage) }
    }
  }

  /// Warns of labels that all count as at risk, which leaves nothing to tell apart. In early
  /// detection that is an error.
  mutating func warn(ofPositive positive: [String], labels: [LocatedText]?) {
    let positive = Set(positive)
    guard let node = root["positive"], let labels, !labels.isEmpty,
      labels.allSatisfy({ positive.contains($0.text) })
    else { return }
    problems.report(
      .unlikelyValue, at: node, #""positive" names every label, so nobody is not at risk"#,
      hint: "leave out the labels that do not count as at risk")
  }
}
