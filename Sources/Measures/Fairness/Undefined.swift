/// Why there is no value, thrown out of what a value is made of.
package struct Undefined: Error {
  package let reason: UndefinedReason

  init(_ reason: UndefinedReason) { self.reason = reason }
}
