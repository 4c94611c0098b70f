@testable import Attestation

/// Keys that were made for these tests alone.
enum SampleKeys {
  /// `openssl genpkey -algorithm ed25519` of OpenSSL 3.0.19.
  static let organizer = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEIMmBOcySa6HbtUYl51KNMFXd9J9AXE6pJyNCX/58OD4v
    -----END PRIVATE KEY-----

    """

  /// `openssl pkey -pubout` of it.
  static let organizerPublic = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEA3AI2cTSYdtOCKOMDAWdi+nUP0tG82LqamlZtzXnH4lM=
    -----END PUBLIC KEY-----

    """

  /// `openssl pkey -pubin -outform DER | sha256sum` of that.
  static let organizerIdentifier =
    "ec0418e6c66ad1be5e4bbcc3fe46788b8c1c0c54c39b47ee5f7e99d80edb0bfa"

  /// Somebody else's.
  static let strangerPublic = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEAcQsmY0L/oXR28Yax1SP2slOWWGSaczuWSHP9g8tEry8=
    -----END PUBLIC KEY-----

    """

  /// `openssl genpkey -algorithm x25519`.
  static let agreement = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VuBCIEIOgaFLOuyFq9hQckgIN/55SoPkYZVXY/LXgS7+MW9SZG
    -----END PRIVATE KEY-----

    """

  /// `openssl genpkey -algorithm ed448`.
  static let longer = """
    -----BEGIN PRIVATE KEY-----
    MEcCAQAwBQYDK2VxBDsEORucDRFGu956dC69oWy1zEbd8qrV1kYMAYHtKTYn/s47
    nXWvKezoxpENbBJEH9z5czTvVGLwixSANg==
    -----END PRIVATE KEY-----

    """

  /// `openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt`.
  static let ellipticCurve = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXo8XyKH6li4XxNID
    5B3zoIr571B6M/hEyi5BVy1PT0WhRANCAASsMLPxEFyNd83Z130tdETo/htmbTfZ
    93G8/b3rhoxohhr1lAb0jggcHrTVO0Xva3c1HLRpHan+oWS8btWwNBJO
    -----END PRIVATE KEY-----

    """

  /// `openssl pkey -pubout` of a short key of RSA.
  static let rsaPublic = """
    -----BEGIN PUBLIC KEY-----
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDOdkdS4DqeTA+hO9Or6tOP2Ixy
    IQfP2w1xjlw5GQA4a06a/n1EIlUvChjwGqrD1L5M3bVQrtA/J1fhFl1ZeWTAt//n
    9PahvumFFXmj5EAZNVPBf7ChOL/cQSVdLKAeee1xWKOYBAPGjtZYlq/9sINP+PEJ
    BZkwSD3006sMsWE8wQIDAQAB
    -----END PUBLIC KEY-----

    """

  /// `openssl pkey -aes256` of an organizer's key.
  static let encrypted = """
    -----BEGIN ENCRYPTED PRIVATE KEY-----
    MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgD3BYGKD+QTgICCAAw
    DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEJ/LndIhwzCrsaVtfi6UCXEEQH8Z
    kxSjdtkuEy1OsWkL4diNGRPpNI0ZhJJsUvtTvgECzcds3LCr/XSL4FJB4OJGtdKS
    PZKxz2h19zSDBfaHxqg=
    -----END ENCRYPTED PRIVATE KEY-----

    """

  static func signing(_ text: String = organizer) throws(KeyProblem) -> SigningKey {
    try SigningKey(pem: Array(text.utf8))
  }

  static func verification(
    _ text: String = organizerPublic
  ) throws(KeyProblem) -> VerificationKey {
    try VerificationKey(pem: Array(text.utf8))
  }

  static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal.utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).map { place in
      (Hexadecimal.value(of: digits[place]) ?? 0) << 4
        | (Hexadecimal.value(of: digits[place + 1]) ?? 0)
    }
  }
}
