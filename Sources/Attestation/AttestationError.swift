internal import Scoring

/// What keeps a receipt from being made.
package enum AttestationError: StoppingError, Equatable {
  /// The submission was not read from a file, so that there is nothing to name it by.
  case noDigest(of: String)
  /// A value that JSON cannot hold.
  case notJSON
  case signingFailed

  package var exitCode: Int32 {
    switch self {
    case .noDigest: 65
    case .notJSON, .signingFailed: 70
    }
  }

  package var description: String {
    switch self {
    case .noDigest(let what):
      "a receipt needs the SHA-256 of the \(what), which was not taken; score it from its file"
    case .notJSON:
      "the scorecard holds a value that cannot be written as JSON; please report this as a bug"
    case .signingFailed:
      "the receipt could not be signed; please report this as a bug"
    }
  }
}
