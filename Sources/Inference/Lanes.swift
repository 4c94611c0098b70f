/// Four numbers for a vector unit.
///
/// Under one name because that settles which operators are meant: `SIMD4(repeating: x) * y` is a loop
/// over scalars, `Lanes(repeating: x) * y` one instruction.
typealias Lanes = SIMD4<UInt64>

extension Lanes {
  /// The low 32 bits of each lane.
  @inline(__always)
  var lowHalves: Lanes { self & Lanes(repeating: 0xFFFF_FFFF) }

  /// The high 32 bits of each lane.
  @inline(__always)
  var highHalves: Lanes { self &>> 32 }
}
