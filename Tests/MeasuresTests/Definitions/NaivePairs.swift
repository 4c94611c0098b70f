extension NaiveGroups {
  private func positives(where isCounted: (NaiveMember) -> Bool) -> [Double] {
    members.filter { $0.item.isPositive && isCounted($0) }.map(\.urgency)
  }

  private func negatives(where isCounted: (NaiveMember) -> Bool) -> [Double] {
    members.filter { !$0.item.isPositive && isCounted($0) }.map(\.urgency)
  }

  /// Kallus and Zhou, 2019: P(a positive of g above a negative of h).
  private func cross(_ g: Int, _ h: Int) -> Double? {
    naiveAUC(positives { $0.isIn(g) }, negatives { $0.isIn(h) })
  }

  /// Borkan et al., 2019.
  var subgroupAUCs: [Double?] { groups.map { cross($0, $0) } }

  var bpsn: [Double?] {
    groups.map { g in naiveAUC(positives { !$0.isIn(g) }, negatives { $0.isIn(g) }) }
  }

  var bnsp: [Double?] {
    groups.map { g in naiveAUC(positives { $0.isIn(g) }, negatives { !$0.isIn(g) }) }
  }

  /// ½ − U(background, subgroup)/(n·n′), of one class.
  func averageEqualityGaps(_ isPositive: Bool) -> [Double?] {
    let side = isPositive ? positives(where:) : negatives(where:)
    guard !hasLeftOut else { return [] }
    return groups.map { g in
      naiveAUC(side { !$0.isIn(g) }, side { $0.isIn(g) }).map { 0.5 - $0 }
    }
  }

  func crossDisparity() -> Double? {
    hasLeftOut
      ? nil
      : groups.flatMap { g in
        groups.filter { $0 > g }.compactMap { h -> Double? in
          guard let one = cross(g, h), let other = cross(h, g) else { return nil }
          return abs(one - other)
        }
      }.max()
  }

  /// Narasimhan et al., 2020, with the cells within groups.
  func pairwiseEqualOpportunity() -> Double? {
    guard !hasLeftOut, groups.filter({ !of($0).isEmpty }).count > 1 else { return nil }
    let cells = groups.flatMap { g in groups.compactMap { cross(g, $0) } }
    guard let low = cells.min(), let high = cells.max() else { return nil }
    return high - low
  }

  /// P(an item of g above one of h), over the orders of ties.
  private func above(_ g: (NaiveMember) -> Bool, _ h: (NaiveMember) -> Bool) -> Double? {
    meanOverOrders { order in
      naiveAUC(
        order.indices.filter { g(order[$0]) }.map { -Double($0) },
        order.indices.filter { h(order[$0]) }.map { -Double($0) })
    }
  }

  /// Narasimhan et al., 2020.
  func pairwiseParity() -> Double? {
    groups.flatMap { g in
      groups.filter { $0 > g }.compactMap { h in
        above({ $0.isIn(g) }, { $0.isIn(h) }).map { abs($0 - 0.5) }
      }
    }.max()
  }

  /// Cachel et al., 2022.
  var favouredPairs: [Double?] { groups.map { g in above({ $0.isIn(g) }, { !$0.isIn(g) }) } }

  /// Gardner et al., 2019: the area between two ROC curves, each read off by interpolation.
  func abroca() -> Double? {
    hasLeftOut
      ? nil
      : groups.flatMap { g in
        groups.filter { $0 > g }.compactMap { areaBetween(g, $0) }
      }.max()
  }

  private func areaBetween(_ g: Int, _ h: Int) -> Double? {
    guard let one = curve(g), let other = curve(h) else { return nil }
    let rates = Set((one + other).map(\.x)).sorted()
    return zip(rates, rates.dropFirst()).map { low, high -> Double in
      // Both are straight in between: two points tell the line of their difference.
      func difference(_ x: Double) -> Double { height(one, x) - height(other, x) }
      let a = difference(low + (high - low) / 4)
      let b = difference(low + (high - low) * 3 / 4)
      let left = a - (b - a) / 2
      let right = b + (b - a) / 2
      if left * right >= 0 { return (high - low) * abs(left + right) / 2 }
      let crossing = (high - low) * left / (left - right)
      return (crossing * abs(left) + (high - low - crossing) * abs(right)) / 2
    }.total
  }

  private func curve(_ g: Int) -> [(x: Double, y: Double)]? {
    let found = positives { $0.isIn(g) }
    let alarms = negatives { $0.isIn(g) }
    guard !found.isEmpty, !alarms.isEmpty else { return nil }
    var points: [(x: Double, y: Double)] = [(0, 0)]
    for threshold in Set(found + alarms).sorted(by: >) {
      let x = Double(alarms.filter { $0 >= threshold }.count) / Double(alarms.count)
      let y = Double(found.filter { $0 >= threshold }.count) / Double(found.count)
      points.append((x, y))
    }
    return points
  }

  private func height(_ curve: [(x: Double, y: Double)], _ x: Double) -> Double {
    for (a, b) in zip(curve, curve.dropFirst()) where a.x < x && x < b.x {
      return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
    }
    return 0
  }
}
