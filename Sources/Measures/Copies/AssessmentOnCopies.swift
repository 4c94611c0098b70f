/// Measures of an assessment for many different copies of its items.
///
/// Items are sorted once; the list and the counts are made anew for each set of copies, in memory
/// that is kept. Of a loss that is a mean over items, each item's is worked out once, and added up as
/// often as the item is copied.
package struct AssessmentOnCopies: Sendable {
  private var assessment: Assessment
  private let ways: [Way]
  private let cells: [Int32]?
  private var confusion: Confusion
  private var list: RankedList
  private let hasList: Bool
  private var area: AreaOnCopies?

  /// How the value of a measure is found, without its definition and its arguments: to retain and
  /// release those took a sixth of the time of all values.
  private enum Way: Sendable {
    case area
    case mean(MeanOfItems)
    case assessment(Assessment.Function)
    case confusion(Confusion.Function)
    case list(RankedList.Function, allowsLeftOut: Bool)
    case none
  }

  package init(_ assessment: Assessment, _ measures: [BoundMeasure]) {
    let sorted = assessment.sorted
    self.assessment = sorted
    // A timeline of every resample takes as long as the list itself.
    if !measures.contains(where: { $0.measure.needsClock || $0.measure.needsTimes }) {
      self.assessment.clock = nil
    }
    confusion = Confusion(levels: assessment.scale.count)
    cells = measures.contains(where: \.isOfConfusion) ? confusion.cells(of: assessment) : nil
    list = RankedList(levels: assessment.scale.count, hasTies: assessment.tieOrder == nil)
    area = measures.contains(where: \.measure.isWholeAUC) ? AreaOnCopies(sorted) : nil
    let (hasArea, hasCells) = (area != nil, cells != nil)
    ways = measures.map { bound in
      if let mean = MeanOfItems(assessment, bound) { return .mean(mean) }
      switch bound.function {
      case .assessment(let value):
        return hasArea && bound.measure.isWholeAUC ? .area : .assessment(value)
      case .confusion(let value): return hasCells ? .confusion(value) : .none
      case .list(let kernel, let value):
        return kernel.allowsExpectedTies || assessment.tieOrder != nil
          ? .list(value, allowsLeftOut: kernel.allowsLeftOut) : .none
      case .people, .triage, .earlyDetection, .groups: return .none
      }
    }
    hasList = ways.contains { if case .list = $0 { true } else { false } }
  }

  /// Sets one entry for each measure; nil where it is undefined.
  package mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    assessment.copies = copies
    // Else whoever draws the next copies into the same array would have to make another one.
    defer { assessment.copies = nil }
    if let cells { confusion.recount(cells: cells, copies: copies) }
    let isListed = hasList && assessment.fill(&list)
    let leftOut = isListed && assessment.leftOut > 0
    for index in ways.indices {
      values[index] =
        switch ways[index] {
        case .area: area?.value(copies)
        case .mean(let mean): mean.value(copies)
        case .assessment(let value): value(assessment).orOverflow.number
        case .confusion(let value): value(confusion).orOverflow.number
        case .list(let value, let allowsLeftOut):
          isListed && (allowsLeftOut || !leftOut) ? value(list).orOverflow.number : nil
        case .none: nil
        }
    }
  }
}

extension BoundMeasure {
  fileprivate var isOfConfusion: Bool { if case .confusion = function { true } else { false } }
}
