/// Random orders of rows of one length, all orders equally likely, in few random words.
///
/// A Fisher–Yates shuffle (Durstenfeld, Communications of the ACM 7(7), 1964) whose numbers below n,
/// n − 1, … are taken from a random word several at a time, without bias: Brackett-Rozinsky & Lemire,
/// "Batched ranged random integer generation", Software: Practice and Experience 55(1), 2025.
struct ShuffledRows {
  /// Consecutive steps of the shuffle that share a random word.
  private struct Batch {
    /// The first bound; each next one is 1 smaller.
    let largest: Int
    let smallest: Int
    /// The product of the bounds.
    let product: UInt64
    /// A word whose last remainder is below this is drawn again: 2⁶⁴ mod product.
    let rejected: UInt64
  }

  private let batches: [Batch]
  private var chosen: [Int]

  init(length: Int) {
    chosen = [Int](repeating: 0, count: max(length, 0) + 1)
    var batches: [Batch] = []
    var largest = length
    while largest > 1 {
      var product: UInt64 = 1
      var next = largest
      // At most 2⁵⁶, so that fewer than 1 word in 256 looks like one to be drawn again.
      while next > 1, product.multipliedReportingOverflow(by: UInt64(next)).partialValue <= 1 << 56,
        !product.multipliedReportingOverflow(by: UInt64(next)).overflow
      {
        product *= UInt64(next)
        next -= 1
      }
      batches.append(
        Batch(
          largest: largest, smallest: next + 1, product: product,
          rejected: (0 &- product) % product))
      largest = next
    }
    self.batches = batches
  }

  /// Shuffles a row and adds it to the sums, place by place.
  @inline(__always)
  mutating func shuffle(
    _ row: UnsafeMutableBufferPointer<Int64>, addingTo sums: UnsafeMutableBufferPointer<Int64>,
    _ stream: inout RandomStream
  ) {
    chosen.withUnsafeMutableBufferPointer { chosen in
      for batch in batches {
        var rest: UInt64
        repeat {
          rest = stream.next()
          for bound in stride(from: batch.largest, through: batch.smallest, by: -1) {
            let product = rest.multipliedFullWidth(by: UInt64(bound))
            chosen[bound] = Int(product.high)
            rest = product.low
          }
        } while rest < batch.rejected
      }
      for bound in stride(from: row.count, to: 1, by: -1) {
        let place = chosen[bound]
        let value = row[place]
        row[place] = row[bound - 1]
        sums[bound - 1] &+= value
      }
    }
    if let last = row.first { sums[0] &+= last }
  }
}
