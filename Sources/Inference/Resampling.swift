/// How often each of n units is drawn when n are drawn with replacement: a bootstrap resample, as
/// counts.
///
/// Efron, "Bootstrap methods: another look at the jackknife" (Annals of Statistics 1979). With
/// strata each of them keeps its size (Davison and Hinkley, "Bootstrap Methods and their
/// Application", 1997, section 3.2). A replicate has an address (seed, ``RandomStream/Purpose``
/// `.bootstrap`, number of the replicate), so any of them can be drawn again alone, and the same
/// resample serves every measure and every file of a command.
///
/// The 64-bit words of the stream are taken in halves, the low one first; each half gives a number
/// below the size of the stratum by Lemire's multiplication, and is skipped where that would make
/// some numbers likelier than others (TOMACS 2019).
package struct Resampling: Sendable {
  package let units: Int
  package let seed: UInt64
  package let replicates: Int
  private let strata: [Stratum]
  /// The units stratum by stratum; nil where all are one.
  private let members: [Int32]?

  private struct Stratum: Sendable {
    let first: Int
    let size: Int
  }

  /// - Parameter strata: which stratum each unit is of; nil where any may be drawn for any.
  package init(units: Int, strata: [Int32]? = nil, seed: UInt64, replicates: Int) {
    precondition(units >= 0 && units <= Int(Int32.max) && (strata?.count ?? units) == units)
    self.units = units
    self.seed = seed
    self.replicates = replicates
    guard let strata, Set(strata).count > 1 else {
      self.strata = [Stratum(first: 0, size: units)]
      members = nil
      return
    }
    let order = (0..<Int32(units)).sorted {
      (strata[Int($0)], $0) < (strata[Int($1)], $1)
    }
    var found: [Stratum] = []
    var first = 0
    for place in order.indices {
      let isLast =
        place + 1 == order.count || strata[Int(order[place])] != strata[Int(order[place + 1])]
      guard isLast else { continue }
      found.append(Stratum(first: first, size: place + 1 - first))
      first = place + 1
    }
    self.strata = found
    members = order
  }

  /// Counts of one replicate; they add up to the number of units.
  package func counts(replicate: Int) -> [Int32] {
    var counts = Array<Int32>(repeating: 0, count: units)
    self.counts(replicate: replicate, into: &counts)
    return counts
  }

  /// The same into an array of one entry a unit, without allocating.
  package func counts(replicate: Int, into counts: inout [Int32]) {
    var counts = counts.mutableSpan
    for unit in counts.indices { counts[unit] = 0 }
    var words = HalfWords(seed: seed, replicate: UInt32(truncatingIfNeeded: replicate))
    for stratum in strata {
      if let members {
        words.draw(stratum.size) { counts[Int(members[stratum.first + $0])] += 1 }
      } else {
        words.draw(stratum.size) { counts[unchecked: $0] += 1 }
      }
    }
  }
}

/// The halves of a replicate's words, sixteen at a time.
private struct HalfWords {
  private let key: Philox.Key
  private let replicate: UInt32
  private var block: UInt64 = 0
  private var words = SIMD16<UInt32>()
  private var next = 16

  init(seed: UInt64, replicate: UInt32) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.replicate = replicate
  }

  @inline(__always)
  private mutating func refill() {
    let blocks = Philox.FourBlocks(
      index: block, replicate: replicate, purpose: RandomStream.Purpose.bootstrap.rawValue, key: key
    )
    block &+= 4
    words = blocks.words
  }

  /// Calls `body` with `size` numbers below `size`.
  @inline(__always)
  mutating func draw(_ size: Int, _ body: (Int) -> Void) {
    guard size > 0 else { return }
    let bound = UInt64(size)
    let rejected = (1 << 32) % bound
    var left = size
    while left > 0 {
      if next == 16 {
        // Whole blocks without looking where one is.
        while left >= 16 {
          refill()
          for lane in 0..<16 {
            let product = UInt64(words[lane]) &* bound
            guard product & 0xFFFF_FFFF >= rejected else { continue }
            body(Int(truncatingIfNeeded: product &>> 32))
            left &-= 1
          }
        }
        guard left > 0 else { return }
        refill()
        next = 0
      }
      let product = UInt64(words[next]) &* bound
      next += 1
      guard product & 0xFFFF_FFFF >= rejected else { continue }
      body(Int(truncatingIfNeeded: product &>> 32))
      left -= 1
    }
  }
}
