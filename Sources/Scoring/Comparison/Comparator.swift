internal import ExactMath
internal import Inference
package import Measures

/// Compares submissions of one task by one measure.
package struct Comparator: Sendable {
  let entries: [ComparisonEntry]
  let measure: BoundMeasure
  let request: ComparisonRequest
  private let values: [MeasureValue]
  /// The submissions that have a value, in the order of the files.
  let defined: [Int]
  /// What each unit has of those; nil where the measure is no mean over units.
  let units: UnitValues?

  /// - Parameter entries: scored with that measure alone.
  ///
  /// Throws ``ComparisonError`` where submissions do not belong together or the test is none of the
  /// measure.
  package init(
    _ entries: [ComparisonEntry], measure: Measure, request: ComparisonRequest
  ) throws(ComparisonError) {
    try ComparisonEntry.checkBelongTogether(entries)
    self.entries = entries
    self.request = request
    guard let bound = entries[0].measures.first(where: { $0.measure == measure }) else {
      throw .notScored(measure)
    }
    self.measure = bound
    let column = entries[0].card.measures.firstIndex(of: measure) ?? 0
    values = entries.map { $0.card.values[column] }
    let numbers = values.map(\.number)
    defined = values.indices.filter { numbers[$0] != nil }
    units = UnitValues(defined.map { entries[$0].answers }, bound)
    try request.check(
      measure, isMeanOfUnits: units != nil || defined.isEmpty, systems: entries.count)
  }

  /// The whole comparison.
  package func comparison() async -> Comparison {
    let places = Places.of(values, measure.measure)
    let order = Places.order(places)
    let replicates = await Replicates(of: self)
    var pairs = await findings(for: orientedPairs(order), replicates)
    adjust(&pairs)
    let names = SystemName.of(entries)
    let ranks = replicates.ranks(of: self)
    let letters = letters(order, pairs)
    var systems: [ComparedSystem] = []
    for index in entries.indices {
      systems.append(
        ComparedSystem(
          name: names[index], digest: entries[index].card.digests.submission,
          value: values[index], interval: interval(of: index, replicates),
          place: places[index], ranks: ranks[index], letters: letters?[index]))
    }
    let card = entries[0].card
    return Comparison(
      request: request, task: card.task, kind: card.kind, split: card.split,
      measure: measure.measure, isMeanOfUnits: units != nil, units: unitCount, resamples: resamples,
      permutations: permutations(of: pairs.count), systems: systems, order: order, pairs: pairs,
      digests: (task: card.digests.task, gold: card.digests.gold), signature: signature(pairs),
      notes: notes(replicates, pairs, letters))
  }

  /// The interval of a system's value: that of its scorecard, by the rule for the measure.
  func interval(of system: Int, _ replicates: Replicates) -> ComparisonInterval? {
    let formula = MeasureInterval.formula(
      measure, values[system], of: entries[system].byUnits, confidence: request.confidence)
    return formula.map {
      ComparisonInterval(
        low: $0.low, high: $0.high, method: .formula($0.method), replicates: nil, undefined: 0)
    } ?? replicates.interval(of: system, confidence: request.confidence)
  }

  /// Units that take part.
  var unitCount: Int { units?.units ?? entries[0].byUnits.units }

  /// The pairs, each turned as ``Comparison/pairs`` says.
  private func orientedPairs(_ order: [Int]) -> [(Int, Int)] {
    if let baseline = request.baseline {
      return entries.indices.filter { $0 != baseline }.map { ($0, baseline) }
    }
    let systems = request.alternative == .twoSided ? order : Array(entries.indices)
    return systems.indices.flatMap { first in
      systems[(first + 1)...].map { (systems[first], $0) }
    }
  }

  /// Why there is nothing to say of a pair; nil where both have a value.
  func reason(_ first: Int, _ second: Int) -> String? {
    for system in [first, second] {
      if let reason = values[system].reason { return "\(measure.measure) is undefined: \(reason)" }
    }
    return nil
  }

  /// The value of the first less that of the second; over the units that are tested, where those are
  /// fewer than there are.
  func difference(_ first: Int, _ second: Int) -> Double? {
    if let units, units.leftOut > 0, let differences = unitDifferences((first, second)) {
      return differences.isEmpty ? nil : Exact.sum(differences) / Double(differences.count)
    }
    return values[first].number.flatMap { a in values[second].number.map { a - $0 } }
  }

  private func letters(_ order: [Int], _ pairs: [ComparedPair]) -> [String]? {
    guard request.baseline == nil, request.alternative == .twoSided else { return nil }
    var different: Set<[Int]> = []
    for pair in pairs where pair.isSignificant {
      different.insert([pair.first, pair.second])
      different.insert([pair.second, pair.first])
    }
    return LetterDisplay.letters(
      order.filter { values[$0].number != nil }, of: entries.count
    ) { different.contains([$0, $1]) }
  }
}
