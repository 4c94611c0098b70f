internal import ExactMath

extension GroupedItems {
  /// The attention that the items of each group get together, with their copies and shares.
  ///
  /// Within ties an item gets what it would get on average over all orders of the tied: of ranks, the
  /// mean weight of those that the tied items take up (Diaz et al., CIKM 2020, of a random policy);
  /// of time, the expected fading by what stands before it (``RandomOrder``).
  ///
  /// - Parameter levels: of which levels items count; nil for all.
  ///
  /// Throws without scores, and by time without a clock. Takes time linear in the items, times the groups
  /// within ties by time.
  func exposure(
    _ attention: Attention, of levels: [Bool]? = nil
  ) throws(Undefined) -> [Double] {
    let blocks = try RankBlocks(self)
    var sums = Array(repeating: CompensatedSum(), count: groups.count)
    guard attention.goesByTime else {
      for block in blocks.blocks {
        let weight = attention.sum(above: block.above, ranks: block.length) / Double(block.length)
        if weight == 0 { break }
        for position in blocks.items[block.range] {
          let item = Int(position)
          guard levels?[Int(assessment.gold[item])] ?? true else { continue }
          let exposure = Double(assessment.count(item)) * weight
          groups.forEachGroup(of: item) { sums[$0].add(exposure * $1) }
        }
      }
      return sums.map(\.value)
    }
    guard let clock = assessment.clock, let halfLife = attention.halfLife(clock) else {
      throw Undefined(.noClock)
    }
    let costs = clock.costs(assessment.gold, assessment.scale)
    var time = CompensatedSum()
    var tied = Array(repeating: RandomOrder.Group(), count: groups.count)
    var values = Array(repeating: 0.0, count: groups.count)
    for block in blocks.blocks {
      let fading = Exact.exp2(-time.value / halfLife)
      if fading == 0 { break }
      for position in blocks.items[block.range] {
        let item = Int(position)
        let counts = levels?[Int(assessment.gold[item])] ?? true
        for group in values.indices { values[group] = 0 }
        if counts { groups.forEachGroup(of: item) { values[$0] = $1 } }
        let loss = 1 - Exact.exp2(-costs[item] / halfLife)
        for _ in 0..<assessment.count(item) {
          time.add(costs[item])
          for group in values.indices {
            if block.length > 1 {
              tied[group].append(value: values[group], loss: loss)
            } else {
              sums[group].add(fading * values[group])
            }
          }
        }
      }
      guard block.length > 1 else { continue }
      for group in tied.indices {
        sums[group].add(fading * tied[group].expectedSum)
        tied[group].removeAll()
      }
    }
    return sums.map(\.value)
  }
}
