extension Exact {
  /// e to the power x; provisional accuracy.
  public static func exp(_ x: Double) -> Double { exp2(x * 0x1.71547652b82fep0) }

  /// 2 to the power x; provisional accuracy.
  public static func exp2(_ x: Double) -> Double {
    guard x > -1080 else { return x.isNaN ? x : 0 }
    guard x < 1024 else { return x.isNaN ? x : .infinity }
    let whole = (x + 0x1.8p52) - 0x1.8p52
    let r = (x - whole) * 0x1.62e42fefa39efp-1
    var term = 1.0
    var sum = 1.0
    for i in 1...16 {
      term *= r / Double(i)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(whole), significand: sum)
  }

  /// The natural logarithm of x; provisional accuracy.
  public static func log(_ x: Double) -> Double { log2(x) * 0x1.62e42fefa39efp-1 }

  /// The binary logarithm of x; provisional accuracy.
  public static func log2(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return x }
    let s = (x.significand - 1) / (x.significand + 1)
    var term = s * 0x1.71547652b82fep1
    var sum = 0.0
    for i in 0..<18 {
      sum += term / Double(2 * i + 1)
      term *= s * s
    }
    return Double(x.exponent) + sum
  }

  /// x to the power y; provisional accuracy, positive x only.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x == 0 { return y > 0 ? 0 : .infinity }
    return exp2(y * log2(x))
  }
}
