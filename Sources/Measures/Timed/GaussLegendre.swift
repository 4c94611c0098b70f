/// Nodes and weights of Gauss–Legendre quadrature on the interval from 0 to 1.
///
/// With n nodes a polynomial of degree 2n − 1 is integrated exactly (Golub and Welsch, Mathematics
/// of Computation 23, 1969). The nodes are the roots of the Legendre polynomial, found by Newton's
/// method from Tricomi's approximation, by plain arithmetic alone, so that every machine has the
/// same bits.
struct GaussLegendre: Sendable {
  /// Ascending.
  let nodes: [Double]
  /// They sum to 1.
  let weights: [Double]

  /// - Parameter count: at least 1.
  init(count: Int) {
    var nodes = Array(repeating: 0.5, count: count)
    var weights = Array(repeating: 1.0, count: count)
    for index in 0..<((count + 1) / 2) {
      var root = Self.cosine(
        Double.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<10 {
        let (value, derivative) = Self.legendre(count, at: root)
        slope = derivative
        let step = value / derivative
        root -= step
        if step.magnitude < 1e-16 { break }
      }
      let weight = 1 / ((1 - root * root) * slope * slope)
      nodes[index] = (1 - root) / 2
      nodes[count - 1 - index] = (1 + root) / 2
      weights[index] = weight
      weights[count - 1 - index] = weight
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// The Legendre polynomial of a degree and its derivative, by Bonnet's recursion.
  private static func legendre(_ degree: Int, at x: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, x)
    for k in stride(from: 2.0, through: Double(max(degree, 1)), by: 1) {
      (before, value) = (value, ((2 * k - 1) * x * value - (k - 1) * before) / k)
    }
    return (value, Double(degree) * (x * value - before) / (x * x - 1))
  }

  /// The cosine of an angle from 0 to π/2, by its series.
  private static func cosine(_ angle: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for k in 1...14 {
      let twice = Double(2 * k)
      term *= -angle * angle / (twice * (twice - 1))
      sum += term
    }
    return sum
  }
}
