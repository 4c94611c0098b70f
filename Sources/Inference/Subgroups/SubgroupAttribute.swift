/// An attribute of all units: which of its values each unit has.
package struct SubgroupAttribute: Sendable {
  /// How many values there are. A missing value is a value like any other.
  package let values: Int
  /// The value of each unit, or `values` and a position in `several`.
  package let codes: [Int32]
  /// The values of units that have more than one, or none; each once.
  package let several: [[Int32]]

  /// - Parameters:
  ///   - codes: one a unit; others than those that `values` and `several` have are a programmer's
  ///     mistake.
  package init(values: Int, codes: [Int32], several: [[Int32]] = []) {
    let known = Int32(clamping: values + several.count)
    precondition(codes.allSatisfy { $0 >= 0 && $0 < known })
    precondition(several.allSatisfy { $0.allSatisfy { $0 >= 0 && $0 < Int32(clamping: values) } })
    self.values = values
    self.codes = codes
    self.several = several.map { Set($0).sorted() }
  }
}
