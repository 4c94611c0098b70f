/// Where labels are put so that none covers another.
enum PictureLabels {
  /// Places as near to the wished ones as may be, in their order, `gap` apart, within a range; closer
  /// together where it has no room for all.
  ///
  /// Neighbours that are too close make a block, which stands around the mean of what its members
  /// wish: the least squares solution (pool adjacent violators, Barlow et al., "Statistical Inference
  /// under Order Restrictions", 1972).
  static func spread(
    _ wishes: [Double], apart gap: Double, within range: ClosedRange<Double>
  ) -> [Double] {
    guard wishes.count > 1 else {
      return wishes.map { min(max($0, range.lowerBound), range.upperBound) }
    }
    let room = (range.upperBound - range.lowerBound) / Double(wishes.count - 1)
    let gap = min(gap, room)
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    // Without the gaps of those before, places need only ascend.
    let most = range.upperBound - gap * Double(wishes.count - 1)
    var blocks: [(sum: Double, count: Int)] = []
    for (place, index) in order.enumerated() {
      blocks.append((wishes[index] - gap * Double(place), 1))
      while blocks.count > 1 {
        let (last, before) = (blocks[blocks.count - 1], blocks[blocks.count - 2])
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        blocks.removeLast()
        blocks[blocks.count - 1] = (before.sum + last.sum, before.count + last.count)
      }
    }
    var places = wishes
    var position = 0
    for block in blocks {
      let mean = block.sum / Double(block.count)
      for _ in 0..<block.count {
        places[order[position]] =
          min(max(mean, range.lowerBound), most) + gap * Double(position)
        position += 1
      }
    }
    return places
  }
}
