internal import Inference
internal import Measures

/// Evaluates measures between groups of the units of a submission, table by table.
struct BetweenScorer {
  let answer: any AnswerByUnits
  let measures: [BoundMeasure]
  let request: GroupRequest
  /// Which units have a positive label; nil where units have no labels.
  let positives: [Bool]?

  /// Fewer replicates than asked for where they would take minutes.
  var replicates: Int {
    let resampled = measures.count { $0.measure.resamplingBetweenGroups != .none }
    return IntervalOptions.affordable(
      request.replicates, units: answer.units, measures: resampled * request.tables.count)
  }

  /// Adds to each table what the measures say of it.
  func add(to tables: inout [GroupTable], _ slices: [GroupSlices], threads: Int) async {
    let isTold =
      GroupReport.mayCompare(tables, suppressBelow: request.suppressBelow)
      && slices.allSatisfy(hasEnoughOfEachClass)
    for table in tables.indices {
      let whole = ComparedGroups(tables[table], request)
      let ofClasses = ComparedGroups(
        tables[table], request, fewest: fewestOfAClass(slices[table]))
      let groups = measures.map { $0.measure.isOfClassesOfGroups ? ofClasses : whole }
      var statistics = FindingsOnCopies(
        zip(measures, groups).map { GroupedAnswer($0, answer, $1, slices[table]) })
      let findings = statistics.findings
      statistics.setContrasts(findings)
      var between = measures.indices.map { place in
        BetweenGroups(measures[place].measure, isTold ? findings[place] : nil, groups[place])
      }
      if isTold, replicates > 0 {
        let prepared = statistics
        let columns = await Bootstrap.replicates(
          Resampling(units: answer.units, seed: request.seed, replicates: replicates),
          columns: measures.count, threads: threads
        ) { prepared }
        for (place, column) in columns.enumerated() {
          let pair = between[place].responsible
          if pair.count == 2, slices[table].areSeparate(pair[0], pair[1]),
            between[place].setIntervalOfRates(confidence: request.confidence)
          {
            continue
          }
          between[place].setInterval(column, confidence: request.confidence, isNamed: true)
        }
      }
      tables[table].between = between
    }
  }

  /// How many positive or negative units each group has, whichever are fewer; nil where units have no
  /// labels. Of a class that a group does not have there is no value that could be one of few.
  private func fewestOfAClass(_ slices: GroupSlices) -> [Int]? {
    positives.map { positives in
      slices.members.map { members in
        let count = members.count { positives[Int($0)] }
        return [count, members.count - count].filter { $0 > 0 }.min() ?? 0
      }
    }
  }

  /// Which values have no interval, and why.
  func notes(on tables: [GroupTable]) -> [String] {
    guard request.replicates > 0, request.given == nil else { return [] }
    let biased = measures.indices.filter { place in
      tables.contains { $0.between[place].isBiasedOnResamples }
    }
    guard !biased.isEmpty else { return [] }
    return [
      "no interval, as resamples of groups that do not differ do: "
        + biased.map { measures[$0].measure.description }.joined(separator: ", ")
    ]
  }

  /// Whether no group has so few units with a label, or with a decision, that its rates may not be
  /// told.
  private func hasEnoughOfEachClass(_ slices: GroupSlices) -> Bool {
    guard request.suppressBelow > 0 else { return true }
    var classes = [positives].compactMap(\.self)
    if let answers = answer.unitAnswers(isTimed: false), let predicted = answers.predicted {
      classes.append(predicted.map { answers.scale.positive[Int($0)] })
    }
    return slices.members.filter { !$0.isEmpty }.allSatisfy { members in
      classes.allSatisfy { isOfClass in
        let count = members.count { isOfClass[Int($0)] }
        return min(count, members.count - count) >= request.suppressBelow
      }
    }
  }
}

/// A submission as a measure between groups takes it.
private struct GroupedAnswer: Sendable {
  private let function: GroupedItems.Function?
  private let resampling: GroupsKernel.Resampling
  /// What of the value is looked up on resamples; nil where that is the value itself, or nothing.
  var contrast: GroupContrast?
  private var items: GroupedItems?
  /// How often each unit counts where nothing is drawn; nil for once. A unit of no group takes up a
  /// rank, and is nothing to a measure of scores or labels.
  private var copies: [Int32]?
  /// What was drawn of those that count.
  private var counted: [Int32] = []

  init(
    _ bound: BoundMeasure, _ answer: any AnswerByUnits, _ groups: ComparedGroups,
    _ slices: GroupSlices
  ) {
    if case .groups(let function) = bound.function {
      self.function = function
    } else {
      function = nil
    }
    resampling = bound.measure.resamplingBetweenGroups
    let byUnit = groups.byUnit(slices.members, units: slices.units)
    items = answer.unitAnswers(isTimed: bound.measure.needsClock).map { assessment in
      GroupedItems(
        assessment, groups: GroupMembership(members: byUnit, count: groups.names.count),
        names: groups.names, targets: groups.targets
      ).sorted
    }
    if !bound.measure.isOfOrderOfGroups, byUnit.contains(where: \.isEmpty) {
      copies = byUnit.map { $0.isEmpty ? 0 : 1 }
    }
  }

  var finding: GroupFinding {
    var whole = self
    whole.items?.assessment.copies = copies
    return whole.evaluated
  }

  private var evaluated: GroupFinding {
    guard let function, let items else { return GroupFinding(value: .undefined(.needs(.scores))) }
    return function(items)
  }

  /// Whether anything is looked up on resamples.
  var isResampled: Bool { resampling == .value || (resampling == .named && contrast != nil) }

  mutating func value(_ drawn: [Int32]) -> Double? {
    if let copies {
      if counted.isEmpty { counted = copies }
      for unit in counted.indices { counted[unit] = copies[unit] * drawn[unit] }
    }
    items?.assessment.copies = copies == nil ? drawn : counted
    // Else whoever draws the next copies into the same array would have to make another one.
    defer { items?.assessment.copies = nil }
    let finding = evaluated
    guard let contrast else { return finding.value.number }
    return contrast.value(of: finding.parts)
  }

  mutating func setContrast(of finding: GroupFinding) {
    contrast = resampling == .named && finding.value.number != nil ? finding.contrast : nil
  }
}

/// The measures of a table on resamples of all units, which are drawn before they are cut into groups.
private struct FindingsOnCopies: StatisticOnCopies {
  private var answers: [GroupedAnswer]

  init(_ answers: [GroupedAnswer]) { self.answers = answers }

  var findings: [GroupFinding] { answers.map(\.finding) }

  /// Says which parts are looked up on resamples: those that the findings are.
  mutating func setContrasts(_ findings: [GroupFinding]) {
    for place in answers.indices { answers[place].setContrast(of: findings[place]) }
  }

  mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    for place in answers.indices {
      values[place] = answers[place].isResampled ? answers[place].value(copies) : nil
    }
  }
}
