/// Members and others of a class by descending score, one entry a distinct score: the shape from
/// which AUC and everything like it is one pass over whole numbers.
struct ScoreGroups {
  private(set) var members: [Int] = []
  private(set) var others: [Int] = []
  private(set) var memberCount = 0
  private(set) var otherCount = 0

  /// Counts the items of `assessment` among `included` levels by `scores`.
  ///
  /// Items without an answer are put where they hurt: members below all, others above all.
  ///
  /// - Parameters:
  ///   - assessment: borrowed, as initialisers own what they are given, and to retain and release all
  ///     of its columns took as long as to count.
  ///   - order: the items by descending score, where that is known.
  init(
    _ assessment: borrowing Assessment, scores: [Double], order: [Int32]?, members isMember: [Bool],
    included: [Bool]? = nil
  ) {
    let order = order ?? ScoreOrder.descending(scores)
    var missingMembers = 0
    var missingOthers = 0
    if assessment.answered != nil {
      for item in assessment.gold.indices where !assessment.isAnswered(item) {
        let level = Int(assessment.gold[item])
        guard included?[level] ?? true else { continue }
        if isMember[level] {
          missingMembers += assessment.count(item)
        } else {
          missingOthers += assessment.count(item)
        }
      }
    }
    members.reserveCapacity(order.count + 1)
    others.reserveCapacity(order.count + 1)
    append(members: 0, others: missingOthers)
    var last = Double.nan
    for position in order {
      let item = Int(position)
      guard assessment.isAnswered(item) else { continue }
      let level = Int(assessment.gold[item])
      guard included?[level] ?? true else { continue }
      let copies = assessment.count(item)
      guard copies > 0 else { continue }
      if scores[item] != last {
        members.append(0)
        others.append(0)
        last = scores[item]
      }
      if isMember[level] {
        members[members.count - 1] += copies
        memberCount += copies
      } else {
        others[others.count - 1] += copies
        otherCount += copies
      }
    }
    memberCount += missingMembers
  }

  private mutating func append(members newMembers: Int, others newOthers: Int) {
    guard newMembers + newOthers > 0 else { return }
    members.append(newMembers)
    others.append(newOthers)
    memberCount += newMembers
    otherCount += newOthers
  }

  /// Why nothing can be ranked, where all items are of one class.
  var oneClass: MeasureValue? {
    memberCount == 0 || otherCount == 0
      ? .undefined(.oneClass(positives: memberCount, negatives: otherCount)) : nil
  }
}
