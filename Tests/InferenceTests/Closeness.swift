/// Whether two numbers are the same but for rounding: within `tolerance` of the larger of 1 and the
/// expected one's size.
func isClose(_ value: Double?, _ expected: Double, within tolerance: Double = 1e-13) -> Bool {
  guard let value else { return false }
  return (value - expected).magnitude <= tolerance * max(1, expected.magnitude)
}

/// Whether two columns are the same but for rounding.
func areClose(_ values: [Double], _ expected: [Double], within tolerance: Double = 1e-13) -> Bool {
  values.count == expected.count
    && zip(values, expected).allSatisfy { isClose($0, $1, within: tolerance) }
}
