/// Random orders of units in which each takes the place of one of its own stratum, all of them
/// equally likely.
///
/// It is what a permutation test needs whose null hypothesis holds something fixed: within strata,
/// which unit is in which group is chance. Good, Permutation, Parametric and Bootstrap Tests of
/// Hypotheses, 3rd edition, 2005, section 3.7; a Fisher–Yates shuffle (Durstenfeld, Communications of
/// the ACM 7(7), 1964) in each stratum. An order has an address (seed, purpose, number), so that any
/// of them can be drawn again alone.
package struct ShuffleWithinStrata: Sendable {
  /// The units stratum by stratum.
  private let members: [Int32]
  /// Where each stratum begins in `members`, and the end of the last.
  private let starts: [Int]
  private let seed: UInt64

  /// - Parameter strata: which stratum each unit is of.
  package init(strata: [Int32], seed: UInt64) {
    members = (0..<Int32(truncatingIfNeeded: strata.count)).sorted {
      (strata[Int($0)], $0) < (strata[Int($1)], $1)
    }
    var starts = [0]
    for place in members.indices.dropFirst()
    where strata[Int(members[place])] != strata[Int(members[place - 1])] {
      starts.append(place)
    }
    self.starts = starts + [members.count]
    self.seed = seed
  }

  package var units: Int { members.count }

  /// Sets, for each unit, the one that takes its place.
  ///
  /// - Parameters:
  ///   - order: one entry a unit.
  ///   - buffer: as long, to work in.
  package func order(
    _ number: Int, into order: inout [Int32], buffer: inout [Int32]
  ) {
    var stream = RandomStream(
      seed: seed, purpose: .membership, replicate: UInt32(truncatingIfNeeded: number))
    for place in members.indices { buffer[place] = members[place] }
    for stratum in starts.indices.dropLast() {
      let first = starts[stratum]
      var left = starts[stratum + 1] - first
      while left > 1 {
        let chosen = first + stream.integer(below: left)
        left -= 1
        buffer.swapAt(chosen, first + left)
      }
    }
    for place in members.indices { order[Int(members[place])] = buffer[place] }
  }
}

extension RandomStream.Purpose {
  /// Which units are members of a group.
  static let membership = RandomStream.Purpose(rawValue: 6)
}
