import ExactMath

/// Random numbers that have an address.
///
/// A number is named by (seed, purpose, replicate, draw) and does not depend on what was drawn
/// before it, so results are the same bytes on one core or on sixty-four, and any replicate can be
/// computed again alone:
///
///     var stream = RandomStream(seed: 20260101, purpose: .bootstrap, replicate: 4711)
///     let index = stream.integer(below: 125)
///
/// The seed is the key of ``Philox``; purpose, replicate and draw are its counter. One block of the
/// generator holds two draws.
///
/// Only the methods declared here promise their bytes. `Array.shuffled(using:)`,
/// `Int.random(in:using:)` and the like turn bits into results by rules of the standard library,
/// which may change from one version to the next.
package struct RandomStream: RandomNumberGenerator, Sendable {
  /// What random numbers are for. Two purposes never share a number.
  package struct Purpose: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let bootstrap = Purpose(rawValue: 1)
    package static let permutation = Purpose(rawValue: 2)
    /// Synthetic data have the numbers from here on.
    package static let synthesis = Purpose(rawValue: 0x1000)
  }

  package let seed: UInt64
  package let purpose: Purpose
  package let replicate: UInt32

  /// The address of the number that ``next()`` gives.
  package private(set) var draw: UInt64

  /// The second half of the current block; means something while `draw` is odd.
  private var spare: UInt64 = 0

  /// A stream that starts at the given address.
  package init(seed: UInt64, purpose: Purpose, replicate: UInt32 = 0, draw: UInt64 = 0) {
    self.seed = seed
    self.purpose = purpose
    self.replicate = replicate
    self.draw = draw
    if draw & 1 == 1 { spare = block(draw >> 1).1 }
  }

  package mutating func next() -> UInt64 {
    defer { draw &+= 1 }
    guard draw & 1 == 0 else { return spare }
    let (first, second) = block(draw >> 1)
    spare = second
    return first
  }

  private func block(_ index: UInt64) -> (UInt64, UInt64) {
    let words = Philox.words(
      at: (
        UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32), replicate,
        purpose.rawValue
      ),
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    return (
      UInt64(words.1) << 32 | UInt64(words.0), UInt64(words.3) << 32 | UInt64(words.2)
    )
  }
}

extension RandomStream {
  /// A number in [0, 1): a multiple of 2⁻⁵³, each as likely as any other.
  package mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number in 0..<`bound`, each exactly as likely.
  ///
  /// Lemire, "Fast random integer generation in an interval" (TOMACS 2019): one multiplication, and
  /// almost never a division or a second draw.
  package mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "there is no whole number below \(bound) to draw")
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rejected = (0 &- bound) % bound
      while product.low < rejected { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// A standard normal deviate.
  ///
  /// Marsaglia's polar method (SIAM Review 1964), because it needs only a logarithm and a square
  /// root, which have the same bits everywhere; a sine would not. The second deviate of each pair is
  /// thrown away, so that the stream's address says all about its state.
  package mutating func normal() -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square > 0, square < 1 {
        return x * (-2 * Exact.log(square) / square).squareRoot()
      }
    }
  }

  /// Brings `elements` into an order, all orders equally likely (Fisher & Yates; Durstenfeld 1964).
  package mutating func shuffle<Elements>(_ elements: inout Elements)
  where Elements: MutableCollection & RandomAccessCollection, Elements.Index == Int {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      let chosen = integer(below: last + 1)
      elements.swapAt(elements.startIndex + last, elements.startIndex + chosen)
    }
  }
}
