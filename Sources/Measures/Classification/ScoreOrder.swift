/// Positions of items by score, the highest first.
package enum ScoreOrder {
  /// The positions of `scores` in descending order; equal scores stand as in `ties`, or by position.
  ///
  /// A radix sort by eleven bits at a time, O(n), of keys that are moved along with their positions;
  /// a few scores are sorted by comparison, because a radix sort has 2,048 counters to clear.
  package static func descending(_ scores: [Double], ties: [Int32]? = nil) -> [Int32] {
    let order = ties ?? Array(Int32(0)..<Int32(scores.count))
    var entries = order.enumerated().map { place, position in
      Entry(key: key(scores[Int(position)]), place: Int32(truncatingIfNeeded: place))
    }
    if entries.count < 256 {
      entries.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    } else {
      radixSort(&entries)
    }
    return entries.map { order[Int($0.place)] }
  }

  private struct Entry {
    var key: UInt64
    var place: Int32
  }

  private static func radixSort(_ entries: inout [Entry]) {
    let first = entries[0].key
    let different = entries.reduce(0) { $0 | ($1.key ^ first) }
    var other = entries
    var counts = Array(repeating: 0, count: 2048)
    for shift in stride(from: UInt64(0), to: 64, by: 11) where (different >> shift) & 2047 != 0 {
      scatter(entries.span, by: shift, counts.mutableSpan, into: other.mutableSpan)
      swap(&entries, &other)
    }
  }

  /// One pass of the sort. Spans, because arrays ask at each write whether they are the only owner.
  private static func scatter(
    _ entries: Span<Entry>, by shift: UInt64, _ counts: consuming MutableSpan<Int>,
    into sorted: consuming MutableSpan<Entry>
  ) {
    for index in counts.indices { counts[index] = 0 }
    for index in entries.indices { counts[digit(entries[index], shift)] += 1 }
    var start = 0
    for index in counts.indices {
      let count = counts[index]
      counts[index] = start
      start += count
    }
    for index in entries.indices {
      let digit = digit(entries[index], shift)
      sorted[counts[digit]] = entries[index]
      counts[digit] += 1
    }
  }

  @inline(__always)
  private static func digit(_ entry: Entry, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (entry.key &>> shift) & 2047)
  }

  /// A whole number that is the smaller the higher the score; equal for equal scores, −0 and 0
  /// among them.
  private static func key(_ score: Double) -> UInt64 {
    let bits = (score + 0).bitPattern
    let ascending = bits >> 63 == 1 ? ~bits : bits | 1 << 63
    return ~ascending
  }
}
