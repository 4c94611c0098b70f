/// The orders of systems within units that the randomised Tukey test looks at: all of them where
/// they are no more than the replicates that were asked for, else a sample.
struct Orders: Sendable {
  let isExact: Bool
  /// How many arrangements of all units there are to look at, from 0 on.
  let count: Int
  /// The orders of one unit: all of them if all arrangements are looked at, else none.
  private let permutations: [[Int]]

  init(systems: Int, units: Int, replicates: Int) {
    let wanted = min(max(replicates, 0), Arrangements.largestCount)
    var ofUnit = 1
    for factor in 0..<max(0, systems) where ofUnit <= wanted {
      ofUnit *= min(factor + 1, wanted + 1)
    }
    var total = 1
    var unit = 0
    // With one order of a unit there is one arrangement, however many units there are.
    while ofUnit > 1, unit < units, total <= wanted {
      total = ofUnit > wanted ? wanted + 1 : total * ofUnit
      unit += 1
    }
    isExact = total <= wanted
    count = isExact ? total : wanted
    permutations = isExact && units > 0 ? Self.permutations(of: Array(0..<max(0, systems))) : []
  }

  /// The largest difference between two systems' sums in each arrangement of a range.
  func ranges(of table: WholeNumberTable, in range: Range<Int>, seed: UInt64) -> [Int64] {
    var sums = [Int64](repeating: 0, count: table.systems)
    return isExact
      ? range.map { enumerated($0, table, &sums) } : sampled(range, table, seed: seed, &sums)
  }

  /// The arrangement whose digits, one a unit, are the numbers of the units' orders.
  private func enumerated(
    _ arrangement: Int, _ table: WholeNumberTable, _ sums: inout [Int64]
  ) -> Int64 {
    for system in sums.indices { sums[system] = 0 }
    var digits = arrangement
    for unit in 0..<table.units {
      let order = permutations[digits % permutations.count]
      digits /= permutations.count
      for (place, system) in order.enumerated() {
        sums[place] += table.rows[unit * table.stride + system]
      }
    }
    return Self.range(of: sums)
  }

  private func sampled(
    _ range: Range<Int>, _ table: WholeNumberTable, seed: UInt64, _ sums: inout [Int64]
  ) -> [Int64] {
    var shuffledRows = ShuffledRows(length: table.systems)
    var row = sums
    return range.map { arrangement in
      var stream = RandomStream(
        seed: seed, purpose: .orderOfSystems, replicate: UInt32(truncatingIfNeeded: arrangement))
      row.withUnsafeMutableBufferPointer { row in
        sums.withUnsafeMutableBufferPointer { sums in
          table.rows.withUnsafeBufferPointer { rows in
            sums.update(repeating: 0)
            for unit in 0..<table.units {
              for system in row.indices { row[system] = rows[unit &* table.stride &+ system] }
              shuffledRows.shuffle(row, addingTo: sums, &stream)
            }
          }
        }
      }
      return Self.range(of: sums)
    }
  }

  private static func range(of sums: [Int64]) -> Int64 {
    guard let first = sums.first else { return 0 }
    var (smallest, largest) = (first, first)
    for sum in sums {
      smallest = min(smallest, sum)
      largest = max(largest, sum)
    }
    return largest - smallest
  }

  private static func permutations(of elements: [Int]) -> [[Int]] {
    guard elements.count > 1 else { return [elements] }
    return elements.flatMap { first in
      permutations(of: elements.filter { $0 != first }).map { [first] + $0 }
    }
  }
}

extension RandomStream.Purpose {
  /// The order of systems within units.
  static let orderOfSystems = RandomStream.Purpose(rawValue: 4)
}
