/// What a test holds against "there is no difference".
package enum Alternative: String, CaseIterable, Sendable {
  /// There is a difference, in one direction or the other.
  case twoSided = "two-sided"
  /// The first is greater than the second.
  case greater
  /// The first is less than the second.
  case less
}
