/// The sums Σ s x of all systems under blocks of arrangements that stay in a processor's cache.
struct SignedSums {
  private let table: WholeNumberTable
  private let arrangements: Arrangements
  private let groups: Int
  private let vectors: Int
  private let block: Int
  /// The sums of one group of eight units in all 256 arrangements, a row of vectors each.
  private var groupSums: [SIMD4<Int64>]
  /// Of each group the byte of every arrangement of the block.
  private var bytes: [UInt8]
  /// The sums of all systems, a row of vectors an arrangement.
  private var sums: [SIMD4<Int64>]
  /// The same, a column a system.
  private var columns: [Int64]

  /// How many of a range of arrangements reach what was observed, by comparison.
  static func reached(
    _ table: WholeNumberTable, _ arrangements: Arrangements, _ range: Range<Int>,
    _ comparisons: [PairComparison]
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: comparisons.count)
    var sums = SignedSums(table, arrangements, largestBlock: range.count)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + sums.block, range.upperBound)
      sums.evaluate(start..<end)
      sums.count(comparisons, in: end - start, &counts)
      start = end
    }
    return counts
  }

  private init(_ table: WholeNumberTable, _ arrangements: Arrangements, largestBlock: Int) {
    self.table = table
    self.arrangements = arrangements
    groups = (table.units + 7) / 8
    vectors = table.stride / SIMD4<Int64>.scalarCount
    // Half a megabyte of sums: less costs more tables than arrangements, more leaves the cache. Many
    // units take room by the bytes of their arrangements, of which there are a few megabytes too.
    let inCache = 65_536 / max(1, table.stride)
    let inMemory = 1 << 22 / max(1, groups)
    block = max(1, min(largestBlock, max(256, min(inCache, inMemory))))
    groupSums = [SIMD4<Int64>](repeating: .zero, count: 256 * vectors)
    bytes = [UInt8](repeating: 0, count: groups * block)
    sums = [SIMD4<Int64>](repeating: .zero, count: block * vectors)
    columns = [Int64](repeating: 0, count: table.systems * block)
  }

  /// Computes the sums of the arrangements of a block.
  private mutating func evaluate(_ range: Range<Int>) {
    layOutBytes(range)
    for index in 0..<(range.count * vectors) { sums[index] = .zero }
    for group in 0..<groups {
      tabulate(group)
      addGroup(group, count: range.count)
    }
    layOutColumns(count: range.count)
  }

  /// Writes the arrangements of a range, group by group.
  private mutating func layOutBytes(_ range: Range<Int>) {
    let (groups, block, arrangements) = (groups, block, arrangements)
    var bytes = bytes.mutableSpan
    for (position, arrangement) in range.enumerated() {
      arrangements.forEachWord(of: arrangement) { index, word in
        for byte in 0..<min(8, groups - index * 8) {
          bytes[(index &* 8 &+ byte) &* block &+ position] =
            UInt8(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: byte &* 8))
        }
      }
    }
  }

  /// Computes the sums of eight units in all arrangements: each differs in one unit from one before.
  private mutating func tabulate(_ group: Int) {
    let (vectors, stride) = (vectors, table.stride)
    let units = min(8, table.units - group * 8)
    // With spans, this alone of the loops here takes a tenth more of the time of all.
    groupSums.withUnsafeMutableBufferPointer { sums in
      table.rows.withUnsafeBufferPointer { rows in
        func vector(_ unit: Int, _ index: Int) -> SIMD4<Int64> {
          let start = (group &* 8 &+ unit) &* stride &+ index &* 4
          return SIMD4(rows[start], rows[start &+ 1], rows[start &+ 2], rows[start &+ 3])
        }
        for index in 0..<vectors {
          var total = SIMD4<Int64>.zero
          for unit in 0..<units { total &+= vector(unit, index) }
          sums[index] = total
        }
        for pattern in 1..<256 {
          // The bits beyond the last unit change nothing.
          let unit = pattern.trailingZeroBitCount
          let before = (pattern & (pattern &- 1)) &* vectors
          for index in 0..<vectors {
            let value = unit < units ? vector(unit, index) : .zero
            sums[pattern &* vectors &+ index] = sums[before &+ index] &- (value &+ value)
          }
        }
      }
    }
  }

  /// Adds the sums of a group to those of every arrangement of the block.
  private mutating func addGroup(_ group: Int, count: Int) {
    let (vectors, start) = (vectors, group * block)
    let (groupSums, bytes) = (groupSums, bytes)
    let addends = groupSums.span
    let patterns = bytes.span
    var sums = sums.mutableSpan
    for position in 0..<count {
      let row = Int(patterns[start + position]) &* vectors
      let target = position &* vectors
      for index in 0..<vectors {
        sums[target &+ index] &+= addends[row &+ index]
      }
    }
  }

  private mutating func layOutColumns(count: Int) {
    let (block, systems) = (block, table.systems)
    let (sums, vectors) = (sums, vectors)
    let rows = sums.span
    var columns = columns.mutableSpan
    for position in 0..<count {
      for index in 0..<vectors {
        let vector = rows[position &* vectors &+ index]
        for lane in 0..<min(4, systems &- index &* 4) {
          columns[(index &* 4 &+ lane) &* block &+ position] = vector[lane]
        }
      }
    }
  }

  private func count(_ comparisons: [PairComparison], in count: Int, _ counts: inout [Int]) {
    let columns = columns.span
    for (index, comparison) in comparisons.enumerated() {
      let first = columns.extracting(droppingFirst: comparison.first * block).extracting(
        first: count)
      let second = columns.extracting(droppingFirst: comparison.second * block).extracting(
        first: count)
      var reached: UInt64 = 0
      for position in 0..<count {
        reached &+= comparison.isReached(first[position], second[position])
      }
      counts[index] += Int(reached)
    }
  }
}
