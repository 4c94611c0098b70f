/// Items with the same score at a stage, by what becomes of them if they pass it.
struct TieGroup: Sendable {
  var size = 0
  /// Cases, and others, that would pass every later stage.
  var truePositives = 0
  var falsePositives = 0
  /// Items of which the next stage knows nothing.
  var unscored = 0
  /// How many items come how far: the stages after this one that they reach, and what these cost.
  /// The costs ascend.
  var laterCosts: [(cost: Double, count: Int)] = []
}

extension TieGroup {
  /// The groups of those who reached a stage, the highest score first.
  static func groups(of triage: Triage, stage: Int) -> [TieGroup] {
    let column = triage.reached[stage]
    let costs = laterCosts(triage.stages, after: stage)
    var groups: [TieGroup] = []
    // How many items of the group at hand come how far.
    var depths = Array(repeating: 0, count: costs.count)
    var last = Double.nan
    func finish() {
      guard !groups.isEmpty else { return }
      for depth in depths.indices where depths[depth] > 0 {
        groups[groups.count - 1].laterCosts.append((costs[depth], depths[depth]))
        depths[depth] = 0
      }
    }
    for place in ScoreOrder.descending(column.scores) {
      let item = Int(column.items[Int(place)])
      let copies = triage.count(item)
      guard copies > 0 else { continue }
      let score = column.scores[Int(place)]
      if triage.tiesAreBroken || score != last {
        finish()
        groups.append(TieGroup())
        last = score
      }
      let passed = Int(triage.passed[item])
      let depth = min(max(passed - stage - 1, 0), costs.count - 1)
      depths[depth] += copies
      groups[groups.count - 1].add(
        copies, isPositive: triage.scale.positive[Int(triage.gold[item])],
        passesAll: stage + 1 == triage.stages.count || passed == triage.stages.count,
        isScored: stage + 1 == triage.stages.count || passed > stage)
    }
    finish()
    return groups
  }

  private mutating func add(_ copies: Int, isPositive: Bool, passesAll: Bool, isScored: Bool) {
    size += copies
    if !isScored { unscored += copies }
    if passesAll, isPositive { truePositives += copies }
    if passesAll, !isPositive { falsePositives += copies }
  }

  /// What the stages after `stage` cost an item that passes none of them, one, two …: the last of
  /// them is where everybody comes who passes all before it.
  private static func laterCosts(_ stages: [TriageStage], after stage: Int) -> [Double] {
    guard stage + 1 < stages.count else { return [0] }
    var costs: [Double] = []
    var sum = 0.0
    for later in stages[(stage + 1)...] {
      sum += later.cost
      costs.append(sum)
    }
    return costs
  }
}

/// The sums over groups that pass whole.
struct CutCounts: Sendable {
  private(set) var size = 0
  private(set) var truePositives = 0
  private(set) var falsePositives = 0
  private(set) var unscored = 0
  private(set) var laterCost = 0.0

  mutating func add(_ group: TieGroup) {
    size += group.size
    truePositives += group.truePositives
    falsePositives += group.falsePositives
    unscored += group.unscored
    for (cost, count) in group.laterCosts { laterCost += cost * Double(count) }
  }
}
