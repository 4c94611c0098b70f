/// Measures of an assessment for many different copies of its items.
///
/// Items are sorted once; the list and the counts are made anew for each set of copies, in memory
/// that is kept. Of a loss that is a mean over items, each item's is worked out once, and added up as
/// often as the item is copied.
package struct AssessmentOnCopies: Sendable {
  private var assessment: Assessment
  private let measures: [BoundMeasure]
  private let cells: [Int32]?
  private var confusion: Confusion
  private var list: RankedList
  private let hasList: Bool
  private var area: AreaOnCopies?
  /// What each item has alone, of those measures of scores that are means over items.
  private let items: [MeanOfItems?]

  package init(_ assessment: Assessment, _ measures: [BoundMeasure]) {
    self.assessment = assessment.sorted
    self.measures = measures
    confusion = Confusion(levels: assessment.scale.count)
    cells = measures.contains(where: \.isOfConfusion) ? confusion.cells(of: assessment) : nil
    list = RankedList(levels: assessment.scale.count, hasTies: assessment.tieOrder == nil)
    hasList = measures.contains { if case .list = $0.function { true } else { false } }
    items = measures.map { MeanOfItems(assessment, $0) }
    area = measures.contains(where: \.measure.isWholeAUC) ? AreaOnCopies(self.assessment) : nil
  }

  /// Sets one entry for each measure; nil where it is undefined.
  package mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    assessment.copies = copies
    // Else whoever draws the next copies into the same array would have to make another one.
    defer { assessment.copies = nil }
    if let cells { confusion.recount(cells: cells, copies: copies) }
    let isListed = hasList && assessment.fill(&list)
    let leftOut = hasList && assessment.leftOut > 0
    for (index, bound) in measures.enumerated() {
      values[index] =
        if let mean = items[index] {
          mean.value(copies)
        } else {
          value(of: bound, copies, isListed: isListed, leftOut: leftOut)
        }
    }
  }

  private mutating func value(
    of bound: BoundMeasure, _ copies: [Int32], isListed: Bool, leftOut: Bool
  ) -> Double? {
    switch bound.function {
    case .assessment(let value):
      if area != nil, bound.measure.isWholeAUC { return area?.value(copies) }
      return value(assessment).orOverflow.number
    case .confusion(let value): return cells == nil ? nil : value(confusion).orOverflow.number
    case .list(let kernel, let value):
      guard isListed, kernel.allowsExpectedTies || assessment.tieOrder != nil,
        kernel.allowsLeftOut || !leftOut
      else { return nil }
      return value(list).orOverflow.number
    case .people, .triage, .earlyDetection, .groups: return nil
    }
  }
}

extension BoundMeasure {
  fileprivate var isOfConfusion: Bool { if case .confusion = function { true } else { false } }
}
