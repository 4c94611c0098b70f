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
    guard let members else {
      return words.draw(units) { counts[$0] &+= 1 }
    }
    let unitsOf = members.span
    for stratum in strata {
      words.draw(stratum.size) { counts[Int(unitsOf[stratum.first &+ $0])] &+= 1 }
    }
  }
}
