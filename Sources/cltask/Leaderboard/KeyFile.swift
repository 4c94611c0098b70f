import Attestation
import Scoring
import SharedTasks

/// Reads keys; their bytes never appear in messages.
enum KeyFile {
  /// A key that is longer is none.
  private static let longest = 65_536

  static func signing(_ path: String) throws -> SigningKey {
    try key(path, SigningKey.init(pem:))
  }

  static func verification(_ path: String) throws -> VerificationKey {
    try key(path, VerificationKey.init(pem:))
  }

  private static func key<Key>(
    _ path: String, _ read: ([UInt8]) throws(KeyProblem) -> Key
  ) throws -> Key {
    let bytes = try FileSystem.bytes(of: path, limit: longest)
    do {
      return try read(bytes)
    } catch {
      throw KeyFileError(path: path, problem: error)
    }
  }
}

/// A file that is no key.
struct KeyFileError: StoppingError {
  let path: String
  let problem: KeyProblem

  var exitCode: Int32 { 65 }
  var description: String { "\(Diagnostic.quoted(path)) \(problem)" }
}
