/// Elementary functions and sums that give the same bits on every machine.
///
/// The functions of the C library differ in the last bit between processors and versions. These
/// use only the operations that IEEE 754 defines to the bit: + − × ÷ and bit patterns, never a
/// fused multiply-add.
public enum Exact {
}
