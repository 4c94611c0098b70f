/// Capacities to try at a stage, as `--capacity` names them: `20..200`, `20..200:10`, `20,50,100`,
/// each with `STAGE=` in front or without.
package struct CapacityRange: Sendable, Hashable {
  /// Nil for the last stage.
  package let stage: String?
  /// Ascending, each once.
  package let capacities: [Int]

  /// More rows than anybody reads.
  package static let mostCapacities = 10_000
  private static let largest = 1_000_000_000

  /// Nil where the text is not of that form, or names more than ``mostCapacities``.
  package init?(_ text: String) {
    let equals = text.lastIndex(of: "=")
    stage = equals.map { String(text[..<$0]) }
    let numbers = equals.map { text[text.index(after: $0)...] } ?? text[...]
    guard stage != "",
      let capacities = numbers.contains("..") ? Self.range(numbers) : Self.list(numbers)
    else { return nil }
    self.capacities = capacities
  }

  private static func list(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap(number)
    guard numbers.count == parts.count, !numbers.isEmpty, numbers.count <= mostCapacities else {
      return nil
    }
    return Set(numbers).sorted()
  }

  private static func range(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let dots = parts[0].firstRange(of: "..") else {
      return nil
    }
    let step = parts.count == 2 ? number(parts[1]) : 1
    guard let first = number(parts[0][..<dots.lowerBound]),
      let last = number(parts[0][dots.upperBound...]), first <= last, let step, step > 0,
      (last - first) / step < mostCapacities
    else { return nil }
    return Array(stride(from: first, through: last, by: step))
  }

  /// A whole number in digits alone.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number <= largest
    else { return nil }
    return number
  }
}
