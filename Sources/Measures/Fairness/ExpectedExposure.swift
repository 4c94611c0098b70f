internal import ExactMath

/// The exposure that items or groups get on average over one or several rankings, and what they are
/// due.
///
/// A system that draws its ranking anew for each reader is judged by what an item gets on average.
/// One ranking is a sample of size 1; a ranking with ties stands for all orders of the tied.
package struct ExpectedExposure: Sendable, Equatable {
  /// E: one number a copy of an item, or a group.
  package let exposure: [Double]
  /// T: what the policy that ranks by relevance alone, equals in random order, would give.
  package let target: [Double]

  /// EE-D = ‖E‖², disparity: high where the same always get the attention.
  package var disparity: Double { sum { exposure[$0] * exposure[$0] } }
  /// EE-R = E·T, relevance: high where those who are due attention get it.
  package var relevance: Double { sum { exposure[$0] * target[$0] } }
  /// EE-L = ‖E − T‖², the loss.
  package var loss: Double {
    sum { (exposure[$0] - target[$0]) * (exposure[$0] - target[$0]) }
  }

  private func sum(_ term: (Int) -> Double) -> Double {
    Exact.sum(exposure.indices.map(term))
  }

  /// - Parameter samples: rankings of the same items, equally likely.
  ///
  /// Nil without rankings, or where they are not of the same items. Throws ``MeasureNameError`` for
  /// attention that a measure cannot have, and where there are no scores.
  package init?(
    samples: [GroupedItems], measure: Measure, overGroups: Bool
  ) throws {
    try self.init(
      samples: samples, attention: Attention(measure.arguments), overGroups: overGroups)
  }

  init?(samples: [GroupedItems], attention: Attention, overGroups: Bool) throws(Undefined) {
    guard let first = samples.first,
      samples.allSatisfy({
        $0.assessment.gold == first.assessment.gold
          && $0.assessment.copies == first.assessment.copies
      })
    else { return nil }
    // Copies of an item are items side by side, at ranks of their own in a strict order.
    let items = first.assessment.gold.indices.flatMap {
      Array(repeating: $0, count: first.assessment.count($0))
    }
    var mean = Array(repeating: CompensatedSum(), count: items.count)
    for sample in samples {
      let exposure = try sample.exposureOfCopies(attention)
      for copy in mean.indices { mean[copy].add(exposure[copy] / Double(samples.count)) }
    }
    let exposure = mean.map(\.value)
    let byItem = first.exposureByRelevance(attention)
    let target = items.map { byItem[$0] }
    guard overGroups else {
      self.exposure = exposure
      self.target = target
      return
    }
    var sums = Array(
      repeating: (exposure: CompensatedSum(), target: CompensatedSum()),
      count: first.groups.count)
    for (copy, item) in items.enumerated() {
      first.groups.forEachGroup(of: item) { group, share in
        sums[group].exposure.add(share * exposure[copy])
        sums[group].target.add(share * target[copy])
      }
    }
    self.exposure = sums.map(\.exposure.value)
    self.target = sums.map(\.target.value)
  }
}

extension GroupedItems {
  /// The attention of each copy of the first item, of the second, and so on; 0 of those at no rank.
  fileprivate func exposureOfCopies(_ attention: Attention) throws(Undefined) -> [Double] {
    let blocks = try RankBlocks(self)
    var first = Array(repeating: 0, count: assessment.gold.count)
    var copies = 0
    for item in assessment.gold.indices {
      first[item] = copies
      copies += assessment.count(item)
    }
    var exposure = Array(repeating: 0.0, count: copies)
    let isTied = assessment.tieOrder == nil
    for block in blocks.blocks {
      let mean = attention.sum(above: block.above, ranks: block.length) / Double(block.length)
      for position in blocks.items[block.range] {
        for copy in 0..<assessment.count(Int(position)) {
          exposure[first[Int(position)] + copy] =
            isTied ? mean : attention.sum(above: block.above + copy, ranks: 1)
        }
      }
    }
    return exposure
  }

  /// The mean weight of the ranks that the items of a grade take up where the higher grades stand
  /// above them: T of Diaz et al. for any weights of ranks. What nobody judged has grade 0.
  fileprivate func exposureByRelevance(_ attention: Attention) -> [Double] {
    let grades = assessment.gold.map { max(assessment.scale.grades[Int($0)], 0) }
    var counts: [Double: Int] = [:]
    for item in grades.indices { counts[grades[item], default: 0] += assessment.count(item) }
    var above = 0
    var weights: [Double: Double] = [:]
    for (grade, count) in counts.sorted(by: { $0.key > $1.key }) where count > 0 {
      weights[grade] = attention.sum(above: above, ranks: count) / Double(count)
      above += count
    }
    return grades.map { weights[$0] ?? 0 }
  }
}
