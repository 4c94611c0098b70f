/// Elementary functions and sums that give the same bits on every machine.
///
/// The C library may answer differently in the last bit from one processor or version to the next.
/// These functions use only what IEEE 754 defines to the bit: addition, subtraction,
/// multiplication and division in double precision, and bit patterns. There is no fused
/// multiply-add, which rounds once where a machine without it rounds twice, and no call of the C
/// library. Each function takes constant time and its error stays below 1 unit in the last place
/// (ulp); the comments give the largest error seen. Rounding is assumed to be to nearest, which
/// Swift gives no means to change.
///
/// An undefined result is always the one bit pattern `Double.nan`: the sign and the payload of
/// other NaNs depend on the processor.
public enum Exact {}
