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

  /// What keeps a text from being a range of capacities, to be read after "it".
  package struct Problem: Error, Hashable {
    package let description: String

    fileprivate init(_ description: String) { self.description = description }
  }

  /// Throws ``Problem`` with the rule that the text breaks.
  package init(parsing text: String) throws(Problem) {
    let equals = text.lastIndex(of: "=")
    stage = equals.map { String(text[..<$0]) }
    guard stage != "" else { throw Problem("names no stage before the `=`") }
    let numbers = equals.map { text[text.index(after: $0)...] } ?? text[...]
    capacities = try numbers.contains("..") ? Self.range(numbers) : Self.list(numbers)
  }

  /// Nil where the text is not a range of capacities.
  package init?(_ text: String) {
    guard let range = try? Self(parsing: text) else { return nil }
    self = range
  }

  private static func list(_ text: Substring) throws(Problem) -> [Int] {
    var numbers: Set<Int> = []
    var count = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      numbers.insert(try number(part))
      count += 1
      guard count <= mostCapacities else {
        throw Problem("names more than \(mostCapacities) capacities")
      }
    }
    return numbers.sorted()
  }

  private static func range(_ text: Substring) throws(Problem) -> [Int] {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let dots = parts[0].firstRange(of: "..") else {
      throw Problem("has more than one step")
    }
    let first = try number(parts[0][..<dots.lowerBound])
    let last = try number(parts[0][dots.upperBound...])
    let step = parts.count == 2 ? try number(parts[1]) : 1
    guard first <= last else { throw Problem("ends before it begins") }
    guard step > 0 else { throw Problem("has a step of 0") }
    let count = (last - first) / step + 1
    guard count <= mostCapacities else {
      throw Problem("names \(count) capacities, and \(mostCapacities) are the most")
    }
    return Array(stride(from: first, through: last, by: step))
  }

  /// A whole number in digits alone.
  private static func number(_ text: Substring) throws(Problem) -> Int {
    guard !text.isEmpty else { throw Problem("lacks a number") }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw Problem("holds `\(text.prefix(40))`, which is not a whole number in digits")
    }
    guard let number = Int(text), number <= largest else {
      throw Problem("holds a number above \(largest), the largest capacity")
    }
    return number
  }
}
