internal import Measures
internal import SharedTasks

/// The posts of one person as a ranked list: the gain is the evidence, and relevant is what has any.
struct EvidenceList {
  private let scale: GradeScale
  private let list: RankedList

  init(_ answers: PersonAnswers) {
    let (evidence, scores, ties) = (answers.posts.evidence, answers.scores, answers.ties)
    // 1 is always there: it is the most that evidence can be, which some measures divide by.
    let grades = Set(evidence + [0, 1]).sorted()
    var levelOf: [Double: Int] = [:]
    for (level, grade) in grades.enumerated() { levelOf[grade] = level }
    let levels = evidence.map { levelOf[$0] ?? 0 }
    scale = GradeScale(
      names: Array(repeating: "", count: grades.count), grades: grades,
      positive: grades.map { $0 > 0 })
    var list = RankedList(levels: grades.count, hasTies: ties == nil)
    for (post, level) in levels.enumerated() {
      list.pool[level] += 1
      if scores[post].isNaN { list.leaveOut(level: level) }
    }
    let order = ScoreOrder.descending(scores.map { $0.isNaN ? 0 : $0 }, ties: ties)
      .lazy.map { Int($0) }.filter { !scores[$0].isNaN }
    if ties != nil {
      for post in order { list.append(level: levels[post]) }
    } else {
      list.appendTied(order, scores, levels)
    }
    self.list = list
  }

  func values(of measures: [BoundMeasure]) -> [MeasureValue] {
    measures.map(value)
  }

  private func value(of measure: BoundMeasure) -> MeasureValue {
    guard let bound = try? measure.measure.bound(to: scale),
      case .list(let kernel, let value) = bound.function
    else { return .undefined(.needs(.grades)) }
    if !kernel.allowsLeftOut, list.leftOut.contains(where: { $0 > 0 }) {
      return .undefined(.answersLeftOut)
    }
    return value(list).orOverflow
  }
}

extension RankedList {
  /// Appends the posts of each score together. Takes time linear in posts: a group sorts its own
  /// levels and looks at no others.
  fileprivate mutating func appendTied(
    _ order: some Sequence<Int>, _ scores: [Double], _ levels: [Int]
  ) {
    var group: [Int] = []
    var last: Double?
    for post in order {
      if let last, last != scores[post] { appendTied(clearing: &group) }
      group.append(levels[post])
      last = scores[post]
    }
    appendTied(clearing: &group)
  }

  private mutating func appendTied(clearing group: inout [Int]) {
    group.sort()
    let above = count
    var next = 0
    while next < group.count {
      let first = next
      while next < group.count, group[next] == group[first] { next += 1 }
      rows.append(
        Row(above: above, length: group.count, level: group[first], items: next - first))
    }
    count += group.count
    group.removeAll(keepingCapacity: true)
  }
}
