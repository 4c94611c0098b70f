internal import ExactMath

extension MeasureDefinition {
  static let rankBiasedOverlap = MeasureDefinition(
    "RBO",
    summary: "Overlap of the list with the order by grade, the top weighing most.",
    formula: "(1 − p)/p · Σ_{d=1}^{n} A(d)·p^d + A(n)·p^n; A(d): overlap of the first d items, an "
      + "item tied across depth d counts as the part of its group that fits",
    source: "Webber, Moffat and Zobel, TOIS 28(4), 2010 (RBO_EXT); ties as in τ-b: Corsi and "
      + "Urbano, SIGIR 2024 (RBO^b); over the judged items",
    needs: [.grades, .scores],
    parameters: [
      MeasureParameter("p", .number(0.01...0.9999), default: "0.9", "the weight of going deeper")
    ],
    undefined: "there is no judged item",
    examples: [
      MeasureExample(
        "RBO(p=0.5)", .ranking([2, 1, 0]), is: 1, because: "the list is in the order of grades")
    ],
    kernel: .list(
      ListKernel(allowsLeftOut: false) { arguments, scale in
        let order = GradeOrder(scale)
        let persistence = arguments.number("p") ?? 0.9
        return { overlap(Agreement($0, order), persistence) }
      }))
}

private func overlap(_ agreement: Agreement, _ persistence: Double) -> MeasureValue {
  guard agreement.count > 0 else { return .undefined(.nothing(.items)) }
  var overlap = Overlap(agreement)
  var sum = CompensatedSum()
  var weight = persistence
  var last = 0.0
  for depth in 1...agreement.count {
    last = overlap.agreement(at: depth)
    sum.add(last * weight)
    weight *= persistence
  }
  let tail = last * weight / persistence
  return .number((1 - persistence) / persistence * sum.value + tail)
}

/// Goes down both orders at once and keeps how many items are wholly inside in both.
private struct Overlap {
  /// Tie groups of the list as counts by grade; strictly ordered items one by one.
  private let groups: [[(grade: Int, count: Int)]]
  private let sizes: [Int]
  private let gradeCounts: [Int]
  /// Groups and grades that end at or above the depth, and where the next begins.
  private var group = 0
  private var groupStart = 0
  private var grade = 0
  private var gradeStart = 0
  /// Items of whole groups, by grade, and those of them of whole grades.
  private var inList: [Int]
  private var both = 0

  init(_ agreement: Agreement) {
    var groups: [[(grade: Int, count: Int)]] = []
    for group in agreement.groups {
      if group.isTied {
        groups.append(group.items)
      } else {
        for item in group.items {
          groups.append(contentsOf: repeatElement([(item.grade, 1)], count: item.count))
        }
      }
    }
    self.groups = groups
    sizes = groups.map { $0.reduce(0) { $0 + $1.count } }
    gradeCounts = agreement.gradeCounts
    inList = Array(repeating: 0, count: gradeCounts.count)
  }

  mutating func agreement(at depth: Int) -> Double {
    while group < groups.count, groupStart + sizes[group] <= depth {
      for item in groups[group] {
        inList[item.grade] += item.count
        if item.grade < grade { both += item.count }
      }
      groupStart += sizes[group]
      group += 1
    }
    while grade < gradeCounts.count, gradeStart + gradeCounts[grade] <= depth {
      both += inList[grade]
      gradeStart += gradeCounts[grade]
      grade += 1
    }
    // The part of the group, and of the grade, that the depth cuts through.
    let groupPart = group < groups.count ? Double(depth - groupStart) / Double(sizes[group]) : 0
    let gradePart =
      grade < gradeCounts.count ? Double(depth - gradeStart) / Double(gradeCounts[grade]) : 0
    var shared = Double(both)
    if group < groups.count, groupPart > 0 {
      for item in groups[group] where item.grade <= grade {
        let part = item.grade < grade ? groupPart : groupPart * gradePart
        shared += Double(item.count) * part
      }
    }
    if grade < gradeCounts.count { shared += Double(inList[grade]) * gradePart }
    let listNorm =
      Double(groupStart) + (group < groups.count ? Double(sizes[group]) : 0) * groupPart * groupPart
    let gradeNorm =
      Double(gradeStart)
      + (grade < gradeCounts.count ? Double(gradeCounts[grade]) : 0) * gradePart * gradePart
    return shared / (listNorm * gradeNorm).squareRoot()
  }
}
