/// Why bytes are not JSON.
package struct JSONProblem: Error, Sendable, Equatable, CustomStringConvertible {
  enum Kind: Sendable, Equatable {
    case endsEarly
    case unexpected(String)
    case number
    case tooLarge
    case escape
    case control
    case notUTF8
    case twice
    case tooDeep
    case goesOn
  }

  /// Bytes before the place.
  let offset: Int
  let kind: Kind

  package var description: String { "at byte \(offset + 1): \(words)" }

  private var words: String {
    switch kind {
    case .endsEarly: "it ends too early; copy it again"
    case .unexpected(let wanted): "\(wanted) is expected here"
    case .number: "not a number as JSON writes it"
    case .tooLarge: "a number too large for a double"
    case .escape: "not an escape that JSON has, or half of a surrogate pair"
    case .control: "a control character in text; JSON writes it as an escape"
    case .notUTF8: "text that is not UTF-8"
    case .twice: "a name that the object has already; readers would differ in which one they take"
    case .tooDeep: "nested deeper than \(JSONReader.deepest) levels"
    case .goesOn: "more follows after the end of the value"
    }
  }
}
