internal import ExactMath

/// Sums over a group of tied items, expected over all orders of the group.
///
/// Reading posts until one makes the reader stop and gain that fades with time come to the same sum:
/// each item l adds its value v(l) times the product of the factors f(m) of the items before it. A
/// factor is 1 − evidence for posts, 2^(−cost/half-life) for people.
///
/// Give every item a time of its own, drawn uniformly from [0, 1]: by time they stand in a random
/// order, all orders equally likely. With u the time of l, each other item m stands before it with
/// probability u, independently of the others, so the expected product is the product of
/// 1 − u + u·f(m), and
///
///     E[Σ v(l) Π f(m before l)] = ∫₀¹ Σ v(l) Π_{m≠l} (1 − u·(1 − f(m))) du.
///
/// The integrand is a polynomial in u. Up to ``exactFactors`` items that have a factor below 1 it is
/// integrated exactly by one Gauss–Legendre rule of 16 nodes; beyond that, [0, 1] is cut where u
/// doubles, because the product falls off like exp(−u·Σ(1 − f)), and the pieces are halved until two
/// results agree to 10⁻¹³. Equal factors are then raised to their power at once, so that a million
/// items of a few lengths take no longer than a few. Takes time linear in the items, but for sorting.
package enum RandomOrder {
  /// The most factors below 1 for which one rule is exact: 16 nodes are so up to degree 31.
  package static let exactFactors = 31

  fileprivate static let rule = GaussLegendre(count: 16)

  /// A group in the making. Items without a loss need only be counted, and those without a value and
  /// without a loss do not matter.
  package struct Group: Sendable {
    private var values: [Double] = []
    private var losses: [Double] = []
    private var lossless = CompensatedSum()
    private var totalLoss = 0.0

    package init() {}

    /// - Parameters:
    ///   - value: what the item adds where nothing stands before it.
    ///   - loss: 1 − its factor, in [0, 1].
    package mutating func append(value: Double, loss: Double) {
      guard loss > 0 else { return lossless.add(value) }
      values.append(value)
      losses.append(loss)
      totalLoss += loss
    }

    /// Empties the group and keeps its memory.
    package mutating func removeAll() {
      values.removeAll(keepingCapacity: true)
      losses.removeAll(keepingCapacity: true)
      lossless = CompensatedSum()
      totalLoss = 0
    }

    /// The product of the factors of the group.
    package var product: Double { losses.reduce(1) { $0 * (1 - $1) } }

    /// The expected sum of each item's value times the factors of the items before it.
    package var expectedSum: Double {
      if losses.isEmpty { return lossless.value }
      if losses.count <= RandomOrder.exactFactors {
        return Self.integral(pieces: 1, from: 0, to: 1, of: integrand)
      }
      let kinds = kinds
      var pieces = 1
      var value = integralInDoublings(pieces: pieces, kinds)
      while pieces < 64 {
        pieces *= 2
        let finer = integralInDoublings(pieces: pieces, kinds)
        if abs(finer - value) <= 1e-13 * abs(finer) { return finer }
        value = finer
      }
      return value
    }

    /// From 0 to where the product begins to fall, and on from there by doublings of u.
    private func integralInDoublings(pieces: Int, _ kinds: [Kind]) -> Double {
      var sum = CompensatedSum()
      var end = 1.0
      while end * totalLoss > 4 {
        sum.add(Self.integral(pieces: pieces, from: end / 2, to: end) { integrand($0, kinds) })
        end /= 2
      }
      sum.add(Self.integral(pieces: pieces, from: 0, to: end) { integrand($0, kinds) })
      return sum.value
    }

    private static func integral(
      pieces: Int, from start: Double, to end: Double, of integrand: (Double) -> Double
    ) -> Double {
      let width = (end - start) / Double(pieces)
      var sum = CompensatedSum()
      for piece in 0..<pieces {
        let first = start + Double(piece) * width
        for (node, weight) in zip(RandomOrder.rule.nodes, RandomOrder.rule.weights) {
          sum.add(weight * integrand(first + node * width))
        }
      }
      return sum.value * width
    }

    /// The sum at u: the product is formed once and divided by the factor of each item, which is not
    /// 0, because the nodes lie inside [0, 1].
    private func integrand(_ u: Double) -> Double {
      var product = 1.0
      var sum = 0.0
      for index in losses.indices {
        let factor = 1 - u * losses[index]
        product *= factor
        sum += values[index] / factor
      }
      return product * (lossless.value + sum)
    }

    /// Items of one factor.
    private struct Kind {
      var loss: Double
      var items: Double
      /// The sum of their values.
      var value: Double
    }

    private var kinds: [Kind] {
      var kinds: [Kind] = []
      for index in losses.indices.sorted(by: { losses[$0] < losses[$1] }) {
        if kinds.last?.loss != losses[index] {
          kinds.append(Kind(loss: losses[index], items: 0, value: 0))
        }
        kinds[kinds.count - 1].items += 1
        kinds[kinds.count - 1].value += values[index]
      }
      return kinds
    }

    /// The same as the other, where many factors are equal.
    private func integrand(_ u: Double, _ kinds: [Kind]) -> Double {
      var logarithm = CompensatedSum()
      var sum = CompensatedSum()
      for kind in kinds {
        let factor = 1 - u * kind.loss
        logarithm.add(kind.items * Exact.log(factor))
        sum.add(kind.value / factor)
      }
      return Exact.exp(logarithm.value) * (lossless.value + sum.value)
    }
  }
}
