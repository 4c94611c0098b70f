internal import ExactMath

/// The exposure that items or groups get on average over one or several rankings, and what they are
/// due.
///
/// A system that draws its ranking anew for each reader is judged by what an item gets on average.
/// One ranking is a sample of size 1; a ranking with ties stands for all orders of the tied.
package struct ExpectedExposure: Sendable, Equatable {
  /// E: one number an item or group.
  package let exposure: [Double]
  /// T: what the policy that ranks by relevance alone, equals in random order, would give.
  package let target: [Double]
  /// How often each counts.
  private let copies: [Double]

  /// EE-D = ‖E‖², disparity: high where the same always get the attention.
  package var disparity: Double { sum { exposure[$0] * exposure[$0] } }
  /// EE-R = E·T, relevance: high where those who are due attention get it.
  package var relevance: Double { sum { exposure[$0] * target[$0] } }
  /// EE-L = ‖E − T‖², the loss.
  package var loss: Double {
    sum { (exposure[$0] - target[$0]) * (exposure[$0] - target[$0]) }
  }

  private func sum(_ term: (Int) -> Double) -> Double {
    Exact.sum(exposure.indices.map { copies[$0] * term($0) })
  }

  /// - Parameter samples: rankings of the same items, equally likely.
  ///
  /// Nil without rankings, without scores, or where they are not of the same items.
  package init?(
    samples: [GroupedItems], measure: Measure, overGroups: Bool
  ) throws {
    self.init(
      samples: samples, attention: try Attention(measure.arguments), overGroups: overGroups)
  }

  init?(samples: [GroupedItems], attention: Attention, overGroups: Bool) {
    guard let first = samples.first,
      samples.allSatisfy({ $0.assessment.gold == first.assessment.gold })
    else { return nil }
    var mean = Array(repeating: CompensatedSum(), count: first.assessment.gold.count)
    for sample in samples {
      guard let exposure = sample.exposureOfItems(attention) else { return nil }
      for item in mean.indices { mean[item].add(exposure[item] / Double(samples.count)) }
    }
    let exposure = mean.map(\.value)
    let target = first.exposureByRelevance(attention)
    guard overGroups else {
      self.exposure = exposure
      self.target = target
      copies = target.indices.map { Double(first.assessment.count($0)) }
      return
    }
    var sums = Array(
      repeating: (exposure: CompensatedSum(), target: CompensatedSum()),
      count: first.groups.count)
    for item in exposure.indices {
      let copies = Double(first.assessment.count(item))
      first.groups.forEachGroup(of: item) { group, share in
        sums[group].exposure.add(copies * share * exposure[item])
        sums[group].target.add(copies * share * target[item])
      }
    }
    self.exposure = sums.map(\.exposure.value)
    self.target = sums.map(\.target.value)
    copies = sums.map { _ in 1 }
  }
}

extension GroupedItems {
  /// The attention of one copy of each item; 0 of those at no rank. Nil without scores.
  fileprivate func exposureOfItems(_ attention: Attention) -> [Double]? {
    guard let blocks = RankBlocks(self) else { return nil }
    var exposure = Array(repeating: 0.0, count: assessment.gold.count)
    for block in blocks.blocks {
      let weight = attention.sum(above: block.above, ranks: block.length) / Double(block.length)
      for item in blocks.items[block.range] { exposure[Int(item)] = weight }
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
