/// The values of systems on units as whole numbers of one small step.
///
/// Sums of whole numbers are exact and do not depend on their order: two arrangements with the same
/// values in their sums have the same sum to the last bit, however it was put together, and may be
/// found by adding and subtracting. The step is a power of two, as small as the sums allow: with
/// 1,000 units and values up to 1 it is about 10⁻¹⁵.
struct WholeNumberTable: Sendable {
  let systems: Int
  let units: Int
  /// The numbers of unit after unit, each row of `stride` numbers.
  let rows: [Int64]
  /// The numbers of systems in a row, rounded up to whole vectors; the rest are 0.
  let stride: Int
  /// Of each system the sum over units.
  let sums: [Int64]
  /// Whether a system has a finite value on every unit; the numbers of others are 0. One beyond 2⁹⁶⁰,
  /// whose sums may leave the range, counts as infinite.
  let isFinite: [Bool]
  /// What two equal sums of the given values may differ by: half a step for each value of two
  /// systems, observed and arranged, and as much as if each value were off by sixteen units in its
  /// last place.
  let rounding: Int64

  /// No sum exceeds 2⁶⁰, so that a difference of two differences of sums still fits.
  private static let sumBits = 60
  /// 2⁶⁰ · 16 · 2⁻⁵².
  private static let roundingOfValues: Int64 = 4_096

  /// - Parameter values: of each system a column with the value on every unit. A column that is
  ///   shorter than the first is a system without values.
  init(_ values: [[Double]]) {
    systems = values.count
    units = values.first?.count ?? 0
    let units = units
    isFinite = values.map { $0.count == units && $0.allSatisfy(Self.isMeasurable) }
    let finite = zip(values, isFinite).compactMap { $1 ? $0 : nil }
    let largest = finite.joined().reduce(0) { max($0, $1.magnitude) }
    // The largest sum, in units of the largest value so that it cannot overflow.
    let sum =
      finite.map { $0.reduce(0) { $0 + $1.magnitude / max(largest, .leastNormalMagnitude) } }
      .max() ?? 0
    let exponent = largest > 0 ? Int(largest.exponent) + 2 + (sum >= 1 ? Int(sum.exponent) : 0) : 0
    let shift = Self.sumBits - exponent

    let width = SIMD4<Int64>.scalarCount
    stride = (systems + width - 1) / width * width
    var rows = [Int64](repeating: 0, count: units * stride)
    var sums = [Int64](repeating: 0, count: systems)
    for (system, column) in values.enumerated() where isFinite[system] {
      for (unit, value) in column.enumerated() {
        let number = Self.steps(value, shift)
        rows[unit * stride + system] = number
        sums[system] += number
      }
    }
    self.rows = rows
    self.sums = sums
    rounding = Int64(2 * units) + Self.roundingOfValues
  }

  /// Finite, and so far from the end of the range that no sum or difference of such values leaves it.
  private static func isMeasurable(_ value: Double) -> Bool { value.magnitude <= 0x1p960 }

  /// value · 2^shift, rounded to nearest. Two steps, as the power itself may be out of range.
  private static func steps(_ value: Double, _ shift: Int) -> Int64 {
    let half = shift / 2
    func power(_ exponent: Int) -> Double {
      Double(sign: .plus, exponent: exponent, significand: 1)
    }
    return Int64((value * power(half) * power(shift - half)).rounded())
  }
}
