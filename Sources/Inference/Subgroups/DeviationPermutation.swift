/// The largest violations of fairness where the outcome has nothing to do with attributes: what was
/// seen is dealt out anew among the units that the outcome is of.
///
/// Eight permutations are added up at once, pattern by pattern and then table by table, so that where
/// a pattern belongs is looked up once for all of them.
struct DeviationPermutation: Sendable {
  private let family: SubgroupFamily
  private let rounding: Int64
  /// The deviations of the units that the outcome is of, by pattern.
  private let deviations: [Int64]
  /// The patterns of these units.
  private let patterns: [Int32]
  /// Of each table the conjunctions that count.
  private let cells: [[Int]]

  init(_ family: SubgroupFamily, _ representatives: [Int], _ outcome: SubgroupOutcome) {
    self.family = family
    rounding = outcome.rounding
    cells = family.byTable(representatives).map { $0.map(\.cell) }
    // Units by pattern, in the order of the universe within one: a counting sort.
    var starts = [Int](repeating: 0, count: family.patterns.count + 1)
    for (unit, pattern) in family.patterns.ofUnit.enumerated() where outcome.isCounted[unit] != 0 {
      starts[Int(pattern) + 1] += 1
    }
    for pattern in 0..<family.patterns.count { starts[pattern + 1] += starts[pattern] }
    var deviations = [Int64](repeating: 0, count: outcome.counted)
    var patterns = [Int32](repeating: 0, count: outcome.counted)
    for (unit, pattern) in family.patterns.ofUnit.enumerated() where outcome.isCounted[unit] != 0 {
      let place = starts[Int(pattern)]
      starts[Int(pattern)] += 1
      deviations[place] = outcome.deviations[unit]
      patterns[place] = pattern
    }
    self.deviations = deviations
    self.patterns = patterns
  }

  /// The largest sum of deviations of each permutation; none where there is no subgroup.
  func largestViolations(replicates: Int, seed: UInt64, threads: Int) async -> [Int64] {
    guard replicates > 0, cells.contains(where: { !$0.isEmpty }) else { return [] }
    let wanted = min(replicates, Int(Int32.max))
    let parts = await inRanges(of: wanted, threads: threads) { range in
      var sums = BlockSums(patterns: family.patterns.count, units: deviations.count)
      var largest: [Int64] = []
      largest.reserveCapacity(range.count)
      for first in stride(from: range.lowerBound, to: range.upperBound, by: BlockSums.width) {
        let block = first..<min(first + BlockSums.width, range.upperBound)
        sums.deal(deviations, to: patterns, block, seed: seed)
        var maxima = SIMD8<Int64>.zero
        for (table, cells) in zip(family.tables, cells) where !cells.isEmpty {
          sums.addUp(table, cells, &maxima)
        }
        for lane in 0..<block.count { largest.append(maxima[lane]) }
      }
      return largest
    }
    return Array(parts.joined())
  }
}

/// Sums of eight permutations, with memory of their own.
private struct BlockSums {
  static let width = SIMD8<Int64>.scalarCount

  private var ofPatterns: [SIMD8<Int64>]
  private var ofCells: [SIMD8<Int64>] = []
  private var dealing: Dealing

  init(patterns: Int, units: Int) {
    ofPatterns = Array(repeating: .zero, count: patterns)
    dealing = Dealing(count: units)
  }

  /// Deals out `deviations` anew, once for each replicate, and adds them up by pattern.
  mutating func deal(
    _ deviations: [Int64], to patterns: [Int32], _ replicates: Range<Int>, seed: UInt64
  ) {
    for pattern in ofPatterns.indices { ofPatterns[pattern] = .zero }
    for (lane, replicate) in replicates.enumerated() {
      dealing.deal(deviations, replicate: replicate, seed: seed)
      for (place, pattern) in patterns.enumerated() {
        ofPatterns[Int(pattern)][lane] &+= dealing.dealt[place]
      }
    }
  }

  /// Raises `maxima` to the sums of the conjunctions of a table that count.
  mutating func addUp(_ table: CrossTable, _ cells: [Int], _ maxima: inout SIMD8<Int64>) {
    let count = table.conjunctions.count + 1
    if ofCells.count < count { ofCells = Array(repeating: .zero, count: count) }
    for cell in 0..<count { ofCells[cell] = .zero }
    if let patterns = table.patterns {
      for (entry, cell) in table.cells.enumerated() {
        ofCells[Int(cell)] &+= ofPatterns[Int(patterns[entry])]
      }
    } else {
      for (pattern, cell) in table.cells.enumerated() {
        ofCells[Int(cell)] &+= ofPatterns[pattern]
      }
    }
    for cell in cells {
      let sum = ofCells[cell]
      let magnitude = sum.replacing(with: .zero &- sum, where: sum .< .zero)
      maxima.replace(with: magnitude, where: magnitude .> maxima)
    }
  }
}
