internal import Measures

/// The keys that hold keys of their own: time-model, stages, fairness, publish.
extension TaskDefinitionReader {
  /// A day in seconds, and more than any count of words or items in a task.
  private static let longestTime = 86_400.0
  private static let largestCount = 1_000_000_000

  mutating func readTimeModel() -> TimeModel {
    var model = TimeModel()
    guard let mapping = root["time-model"]?.mapping(#""time-model""#, &problems) else {
      return model
    }
    let time = 0...Self.longestTime
    let keys: [(String, WritableKeyPath<TimeModel, Double>, ClosedRange<Double>)] = [
      ("summary", \.summary, time), ("per-word", \.perWord, time), ("per-item", \.perItem, time),
      ("click-relevant", \.clickRelevant, 0...1), ("click-nonrelevant", \.clickNonrelevant, 0...1),
      ("save-relevant", \.saveRelevant, 0...1), ("half-life", \.halfLife, 0.001...1e9),
    ]
    mapping.refuseKeys(besides: keys.map(\.0), in: #""time-model""#, &problems)
    for (key, path, range) in keys {
      let number = mapping[key]?.number(Diagnostic.quoted(key), in: range, &problems)
      if let number { model[keyPath: path] = number }
    }
    return model
  }

  mutating func readStages(
    kind: TaskDefinition.Kind?, labels: [LocatedText]?
  ) -> [TaskDefinition.Stage] {
    guard let key = root.key("stages"), let node = root["stages"] else {
      if kind == .triage { _ = root.required("stages", in: "a triage task", &problems) }
      return []
    }
    if let kind, kind != .triage {
      problems.report(
        .keyNotAllowed, at: key,
        #""stages" is for triage, and this task is of kind "#
          + Diagnostic.quoted(kind.rawValue))
    }
    guard let values = node.list(#""stages""#, &problems) else { return [] }
    if values.isEmpty { problems.report(.emptyValue, at: node, #""stages" is an empty list"#) }
    var places: [StagePlaces] = []
    let stages = values.compactMap { stage($0, labels: labels, places: &places) }
    _ = LocatedYAML.withoutDuplicates(
      places.map(\.name), in: #""stages""#, code: .duplicateValue, &problems)
    warn(of: stages, at: places, labels: labels)
    return stages
  }

  /// A stage as far as it can be read; nil where not even its name can be.
  private mutating func stage(
    _ node: LocatedYAML, labels: [LocatedText]?, places: inout [StagePlaces]
  ) -> TaskDefinition.Stage? {
    let place = "a stage"
    guard let mapping = node.mapping(place, &problems) else { return nil }
    mapping.refuseKeys(besides: ["name", "cost", "capacity", "view", "tier"], in: place, &problems)
    let name = mapping.required("name", in: place, &problems)?.text(#""name""#, &problems)
    if let name, let problem = Self.problem(withLabel: name.text) {
      problems.report(
        .badName, at: name, "\(Diagnostic.quoted(name.text)) cannot name a stage: it \(problem)")
    }
    let cost = mapping.required("cost", in: place, &problems)?
      .number(#""cost""#, in: 0...1e9, &problems)
    let capacity = mapping["capacity"]?
      .wholeNumber(#""capacity""#, in: 0...Self.largestCount, &problems)
    let view = mapping["view"]?.text(#""view""#, &problems)?.text
    let tier = mapping.required("tier", in: place, &problems)?.text(#""tier""#, &problems)
    if let tier { _ = declared([tier], labels: labels, in: #""tier""#) }
    guard let name else { return nil }
    places.append(StagePlaces(name: name, capacity: mapping["capacity"], tier: tier))
    return TaskDefinition.Stage(
      name: name.text, cost: cost ?? 0, capacity: capacity, view: view, tier: tier?.text ?? "")
  }

  mutating func readFairness() -> TaskDefinition.Fairness {
    var fairness = TaskDefinition.Fairness()
    guard let mapping = root["fairness"]?.mapping(#""fairness""#, &problems) else {
      return fairness
    }
    mapping.refuseKeys(
      besides: ["attributes", "targets", "minimum-size", "suppress-below"], in: #""fairness""#,
      &problems)
    fairness.attributes = mapping["attributes"]?.texts(#""attributes""#, &problems) ?? []
    for attribute in fairness.attributes where PrintableText.hidesSomething(attribute.text) {
      problems.report(
        .badName, at: attribute,
        "\(Diagnostic.quoted(attribute.text)) cannot name a column of groups.tsv")
    }
    let counts = 0...Self.largestCount
    fairness.minimumSize =
      mapping["minimum-size"]?.wholeNumber(#""minimum-size""#, in: counts, &problems)
      ?? fairness.minimumSize
    fairness.suppressBelow =
      mapping["suppress-below"]?.wholeNumber(#""suppress-below""#, in: counts, &problems)
      ?? fairness.suppressBelow
    if let targets = mapping["targets"]?.mapping(#""targets""#, &problems) {
      let attributes = Set(fairness.attributes.map(\.text))
      for entry in targets.entries {
        fairness.targets[entry.key.text] = shares(entry, attributes: attributes)
      }
    }
    return fairness
  }

  /// The share that is due to each group of an attribute.
  private mutating func shares(
    _ entry: LocatedYAML.Entry, attributes: Set<String>
  ) -> [String: Double] {
    if !attributes.contains(entry.key.text) {
      let names = attributes.count > 100 ? [] : attributes.sorted()
      LocatedYAML.report(entry.key, asNoneOf: names, #"an attribute of "targets""#, &problems)
    }
    let place = "the target of " + Diagnostic.quoted(entry.key.text)
    guard let mapping = entry.value.mapping(place, &problems) else { return [:] }
    var shares: [String: Double] = [:]
    for group in mapping.entries {
      shares[group.key.text] = group.value.number(
        "the share of " + Diagnostic.quoted(group.key.text), in: 0...1, &problems)
    }
    let sum = mapping.entries.reduce(0) { $0 + (shares[$1.key.text] ?? 0) }
    if shares.count == mapping.entries.count, abs(sum - 1) > 1e-6 {
      problems.report(
        .probabilitiesDoNotSum, at: entry.value,
        "\(place) adds up to \(DecimalText.short(sum)), not to 1")
    }
    return shares
  }

  mutating func readPublish() -> Int {
    let ordinary = 4
    guard let mapping = root["publish"]?.mapping(#""publish""#, &problems) else { return ordinary }
    mapping.refuseKeys(besides: ["decimals"], in: #""publish""#, &problems)
    return mapping["decimals"]?.wholeNumber(#""decimals""#, in: 0...15, &problems) ?? ordinary
  }
}
