/// Why there is no value, thrown out of what a value is made of.
struct Undefined: Error {
  let reason: UndefinedReason

  init(_ reason: UndefinedReason) { self.reason = reason }
}
