internal import ExactMath

/// The expected discount of items whose order within a tie group is random.
///
/// Let each item of the group stand at a random place u between 0 and 1, so that their order is
/// uniformly random. Given that item i stands at u, every other item l stands before it with
/// probability u, on its own, and then multiplies the discount of i by q_l = 2^(−cost_l/h). So
///
///     E[2^(−(time before i)/h)] = ∫₀¹ Π_{l≠i} (1 − u + u·q_l) du
///
/// The product over all items is formed once, as a sum of logarithms, and divided by the factor of
/// each item. It falls at least as fast as exp(−u·Σ(1 − q_l)), so that the integral ends where it
/// is below 2^−65 of its beginning.
struct TiedDiscount {
  /// Items of one cost, in ascending order of costs.
  private struct Kind {
    /// 1 − q.
    var loss: Double
    var count: Int
    /// How many of them are relevant.
    var relevant: Int
  }

  private let kinds: [Kind]
  private let end: Double

  /// - Parameter items: costs in seconds, and whether the item is relevant.
  init(_ items: some Sequence<(cost: Double, isRelevant: Bool)>, halfLife: Double) {
    var kinds: [Kind] = []
    var last: Double?
    for item in items.sorted(by: { $0.cost < $1.cost }) {
      if item.cost != last {
        kinds.append(Kind(loss: 1 - Exact.exp2(-item.cost / halfLife), count: 0, relevant: 0))
        last = item.cost
      }
      kinds[kinds.count - 1].count += 1
      if item.isRelevant { kinds[kinds.count - 1].relevant += 1 }
    }
    self.kinds = kinds
    let losses = Exact.sum(kinds.lazy.map { Double($0.count) * $0.loss }) - 1
    end = losses > 46 ? 46 / losses : 1
  }

  /// The sum over the relevant items of their expected discounts.
  ///
  /// Nodes are doubled until two results agree to 1e-12.
  func sumOfRelevant() -> Double {
    var before = Double.nan
    for rule in GaussLegendre.doubled {
      var sum = CompensatedSum()
      for (node, weight) in zip(rule.nodes, rule.weights) {
        sum.add(weight * integrand(at: node * end))
      }
      let value = end * sum.value
      if (value - before).magnitude <= 1e-12 * value.magnitude { return value }
      before = value
    }
    return before
  }

  private func integrand(at place: Double) -> Double {
    var logarithms = CompensatedSum()
    var shares = CompensatedSum()
    for kind in kinds {
      let factor = 1 - place * kind.loss
      logarithms.add(Double(kind.count) * Exact.log(factor))
      if kind.relevant > 0 { shares.add(Double(kind.relevant) / factor) }
    }
    return Exact.exp(logarithms.value) * shares.value
  }
}
