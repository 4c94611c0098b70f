@testable import Measures

/// A random assessment, once for the kernels and once for the definitions.
struct AnswerSample: Sendable, CustomStringConvertible {
  /// Which columns there are.
  enum Columns: CaseIterable { case all, scoresAndLabels, probabilities }

  var kernel: Assessment
  let columns: Columns
  /// Words of each item; −1 where nobody counted them.
  private let words: [Double]

  init(
    seed: Int, items: ClosedRange<Int>, copies: Int = 1, leavesOut: Bool = false,
    hasTies: Bool? = nil
  ) {
    var random = SeededGenerator(seed)
    let scale = random.pick(Scales.ofAnswers)
    let count = Int.random(in: items, using: &random)
    // Now and then all items have one label, or all answers are one.
    let goldLevels = random.chance(0.15) ? [random.pick([0, 1])] : Array(0..<scale.count)
    let answers = random.chance(0.15) ? [random.pick([0, 1])] : Array(0..<scale.count)
    kernel = Assessment(
      scale: scale, gold: (0..<count).map { _ in UInt8(random.pick(goldLevels)) })
    columns = random.pick(Columns.allCases)
    if columns != .probabilities {
      let spread = random.chance(0.2) ? [0.25] : Self.scores
      kernel.scores = (0..<count).map { _ in
        random.chance(0.6) ? random.pick(spread) : .random(in: 0...1, using: &random)
      }
    }
    if columns != .scoresAndLabels {
      let rows = (0..<count).map { _ in Self.distribution(scale.count, &random) }
      kernel.probabilities = (0..<scale.count).map { level in rows.map { $0[level] } }
    }
    kernel.predicted = (0..<count).map { _ in UInt8(random.pick(answers)) }
    if copies > 1 {
      kernel.copies = (0..<count).map { _ in .random(in: 0...Int32(copies), using: &random) }
    }
    if leavesOut { kernel.answered = (0..<count).map { _ in !random.chance(0.3) } }
    if !(hasTies ?? random.chance(0.5)) {
      kernel.tieOrder = Array(Int32(0)..<Int32(count)).shuffled(using: &random)
    }
    // Some items have no count, and take the mean of the others.
    let words = (0..<count).map { _ in Double(random.pick([-1, 0, 20, 90, 400, 5000])) }
    kernel.clock = Assessment.Clock(model: TimeModel(), words: WordCounts(words, items: count))
    self.words = words
  }

  /// Values that tie, and that stand on the edges of bins.
  private static let scores = [0, 0.1, 0.25, 0.29, 0.3, 0.5, 0.57, 0.7, 0.9, 1]

  private static func distribution(_ count: Int, _ random: inout SeededGenerator) -> [Double] {
    var weights = (0..<count).map { _ in Double(random.pick([0, 0, 1, 1, 2, 3])) }
    if weights.total == 0 { weights[0] = 1 }
    return weights.map { $0 / weights.total }
  }

  var description: String {
    let names = kernel.scale.names
    let rows = kernel.gold.indices.map { item in
      var text = names[Int(kernel.gold[item])] + "→"
      text += kernel.predicted.map { names[Int($0[item])] } ?? ""
      text += kernel.scores.map { " \($0[item])" } ?? ""
      if let columns = kernel.probabilities { text += " \(columns.map { $0[item] })" }
      if kernel.count(item) != 1 { text += " ×\(kernel.count(item))" }
      return kernel.isAnswered(item) ? text : "(" + text + ")"
    }
    return "\(rows.joined(separator: "; ")); ties \(kernel.tieOrder.map { "\($0)" } ?? "kept")"
  }
}

extension AnswerSample {
  /// The items, each written as often as it counts.
  private var items: [NaiveItem] { kernel.gold.indices.flatMap(copies) }

  private var known: [Double] { words.filter { $0 >= 0 } }

  private func copies(of position: Int) -> [NaiveItem] {
    var item = NaiveItem(Int(kernel.gold[position]), on: kernel.scale)
    let count = words[position] >= 0 ? words[position] : known.isEmpty ? 0 : known.average
    item.cost = 4.4 + (item.isPositive ? 0.64 : 0.39) * (0.018 * count + 7.8)
    item.hasAnswer = kernel.isAnswered(position)
    item.score = kernel.scores?[position] ?? 0
    item.predicted = kernel.predicted.map { Int($0[position]) } ?? 0
    item.probabilities = kernel.probabilities?.map { $0[position] } ?? []
    return Array(repeating: item, count: kernel.count(position))
  }

  var naive: NaiveAnswers {
    let scale = kernel.scale
    func set(_ mask: [Bool]) -> Set<Int> { Set(mask.indices.filter { mask[$0] }) }
    return NaiveAnswers(
      items: items, labels: scale.names, grades: scale.grades, positive: set(scale.positive),
      groupings: scale.groupings.mapValues(set), hasScores: kernel.scores != nil,
      hasLabels: kernel.predicted != nil, hasProbabilities: kernel.probabilities != nil)
  }

  /// The one list of the assessment: who has no answer first, then by urgency.
  var naiveList: NaiveList {
    let answers = naive
    let order = kernel.tieOrder?.map { Int($0) } ?? Array(kernel.gold.indices)
    let written = order.flatMap(copies)
    let answered = written.filter(\.hasAnswer)
    var groups = written.filter { !$0.hasAnswer }.map { [$0] }
    for urgency in Set(answered.map(answers.urgency)).sorted(by: >) {
      let group = answered.filter { answers.urgency($0) == urgency }
      if kernel.tieOrder == nil { groups.append(group) } else { groups += group.map { [$0] } }
    }
    var list = NaiveList(groups: groups, declaredMaximum: kernel.scale.grades.max())
    list.unknownCost = 4.4 + 0.39 * (0.018 * (known.isEmpty ? 0 : known.average) + 7.8)
    return list
  }
}
