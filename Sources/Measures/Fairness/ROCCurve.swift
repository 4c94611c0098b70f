internal import ExactMath

/// A ROC curve as the points of its straight pieces, counted in whole items.
struct ROCCurve: Sendable {
  /// False and true positives from (0, 0) on, one point a score; several items of one score make a
  /// slope.
  private var falsePositives = [0]
  private var truePositives = [0]

  var negatives: Int { falsePositives[falsePositives.count - 1] }
  var positives: Int { truePositives[truePositives.count - 1] }

  mutating func append(positives: Int, negatives: Int) {
    guard positives + negatives > 0 else { return }
    truePositives.append(self.positives + positives)
    falsePositives.append(self.negatives + negatives)
  }

  /// The area between two curves: ∫₀¹ |ROC_a(t) − ROC_b(t)| dt, exact but for rounding.
  ///
  /// Between two false positive rates at which either has a point both are straight, and where they
  /// cross there are two triangles. Nil where either has items of one class only. Takes time linear in
  /// the points.
  static func areaBetween(_ a: ROCCurve, _ b: ROCCurve) -> Double? {
    guard a.positives > 0, a.negatives > 0, b.positives > 0, b.negatives > 0 else { return nil }
    var area = CompensatedSum()
    var first = Walk(a, scale: b.negatives)
    var second = Walk(b, scale: a.negatives)
    var rate = 0
    let end = a.negatives * b.negatives
    while rate < end {
      first.reach(beyond: rate)
      second.reach(beyond: rate)
      let next = min(first.end, second.end)
      let left = first.height(at: rate) - second.height(at: rate)
      let right = first.height(at: next) - second.height(at: next)
      let width = Double(next - rate) / Double(end)
      let sizes = abs(left) + abs(right)
      if left * right < 0 {
        area.add(width * (left * left + right * right) / (2 * sizes))
      } else {
        area.add(width * sizes / 2)
      }
      rate = next
    }
    return area.value
  }

  /// A place on a curve, whose false positives are counted in parts that both curves share, so that
  /// equal rates are equal numbers.
  private struct Walk {
    private let curve: ROCCurve
    private let scale: Int
    private var index = 0

    init(_ curve: ROCCurve, scale: Int) {
      self.curve = curve
      self.scale = scale
    }

    /// Where the piece ends.
    var end: Int { curve.falsePositives[index + 1] * scale }

    /// Goes to the piece that leads beyond a rate.
    mutating func reach(beyond rate: Int) {
      while end <= rate { index += 1 }
    }

    func height(at rate: Int) -> Double {
      let start = curve.falsePositives[index] * scale
      let low = Double(curve.truePositives[index])
      let rise = Double(curve.truePositives[index + 1]) - low
      return (low + rise * Double(rate - start) / Double(end - start)) / Double(curve.positives)
    }
  }
}
