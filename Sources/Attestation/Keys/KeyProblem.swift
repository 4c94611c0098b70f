/// Why a file is not the key that is needed. Nothing of a private key is ever quoted.
package enum KeyProblem: Error, Sendable, Equatable {
  case notPEM
  case damagedPEM
  case severalBlocks
  /// Another label than the one that is needed.
  case label(String)
  /// A private key where a public one is needed.
  case isPrivate
  /// A public key where a private one is needed.
  case isPublic
  /// A key of something else than Ed25519.
  case algorithm(String)
  /// Not the bytes of such a key.
  case damagedKey
}

extension KeyProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notPEM:
      "it is not a key in PEM, which begins with `-----BEGIN`; "
        + "`openssl genpkey -algorithm ed25519` makes one"
    case .damagedPEM:
      "its PEM is damaged: lines of 64 characters of base64 stand between BEGIN and END; copy it again"
    case .severalBlocks:
      "it holds more than one key, or text after it; keep each key in a file of its own"
    case .label("ENCRYPTED PRIVATE KEY"):
      "the key is encrypted; `openssl pkey -in KEY -out PLAIN` takes the password off"
    case .label("OPENSSH PRIVATE KEY"):
      "it is a key of OpenSSH; `openssl genpkey -algorithm ed25519` makes one in PEM"
    case .label(let label):
      "it holds \(label), which is not a key of Ed25519 as `openssl genpkey` writes it"
    case .isPrivate:
      "it is a private key, and the public one is needed; `openssl pkey -in KEY -pubout` gives it, "
        + "and a private key is for nobody else's eyes"
    case .isPublic:
      "it is a public key, and the private one is needed to sign"
    case .algorithm(let name):
      "it is a key of \(name), and receipts are signed with Ed25519; "
        + "`openssl genpkey -algorithm ed25519` makes one"
    case .damagedKey:
      "what its PEM holds is not a key of Ed25519 as RFC 8410 writes it; copy it again"
    }
  }
}
