import Testing

@testable import Attestation

@Suite("Keys")
struct KeyTests {
  @Test("a pair of keys that openssl made is read, and named as openssl and sha256sum name it")
  func pair() throws {
    let key = try SampleKeys.signing()
    let other = try SampleKeys.verification()
    #expect(key.verificationKey.pem == SampleKeys.organizerPublic)
    #expect(other.pem == SampleKeys.organizerPublic)
    #expect(key.verificationKey.identifier.description == SampleKeys.organizerIdentifier)
    #expect(other.identifier.description == SampleKeys.organizerIdentifier)
  }

  @Test("the public key of RFC 8410, section 10.1, is that of the private key of section 10.3")
  func standard() throws {
    let key = try SampleKeys.signing(
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """)
    #expect(
      key.verificationKey.pem == """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----

        """)
  }

  @Test(
    "the signatures of RFC 8032, section 7.1",
    arguments: [
      (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        """
        e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155\
        5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
        """
      ),
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        """
        92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
        085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
        """
      ),
      (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        """
        6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac\
        18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
        """
      ),
      (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        """
        ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
        2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
        """,
        """
        dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589\
        09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704
        """
      ),
    ])
  func vectors(_ secret: String, _ point: String, _ text: String, _ expected: String) throws {
    let key = try SigningKey(raw: SampleKeys.bytes(secret))
    let message = SampleKeys.bytes(text)
    let signature = SampleKeys.bytes(expected)
    let other = try VerificationKey(raw: SampleKeys.bytes(point))
    #expect(key.verificationKey.identifier == other.identifier)
    #expect(other.accepts(signature, of: message))
    #expect(other.accepts(try key.signature(of: message), of: message))
    #expect(!other.accepts(signature, of: message + [0]))
    #expect(!other.accepts(Array(signature.dropLast()), of: message))
    for place in signature.indices {
      var changed = signature
      changed[place] ^= 1
      #expect(!other.accepts(changed, of: message))
    }
  }

  @Test(
    "what is not a private key of Ed25519 is refused for what it is",
    arguments: [
      (SampleKeys.agreement, .algorithm("X25519")), (SampleKeys.longer, .algorithm("Ed448")),
      (SampleKeys.ellipticCurve, .algorithm("ECDSA or ECDH")),
      (SampleKeys.encrypted, .label("ENCRYPTED PRIVATE KEY")),
      (SampleKeys.organizerPublic, .isPublic),
      (SampleKeys.organizer + SampleKeys.organizer, .severalBlocks),
      (SampleKeys.organizer + "a note\n", .severalBlocks), ("", .notPEM),
      ("ssh-ed25519 AAAA\n", .notPEM),
      (String(SampleKeys.organizer.dropLast(30)), .damagedPEM),
      (SampleKeys.organizer.replacing("MC4C", with: "MC4*"), .damagedPEM),
      (SampleKeys.organizer.replacing("MC4C", with: "MC5C"), .damagedKey),
    ] as [(String, KeyProblem)])
  func refusedToSign(_ text: String, _ problem: KeyProblem) {
    #expect(throws: problem) { try SampleKeys.signing(text) }
  }

  @Test(
    "what is not a public key of Ed25519 is refused for what it is",
    arguments: [
      (SampleKeys.rsaPublic, .algorithm("RSA")), (SampleKeys.organizer, .isPrivate),
      (SampleKeys.encrypted, .isPrivate), (SampleKeys.organizerPublic + "x", .severalBlocks),
    ] as [(String, KeyProblem)])
  func refusedToVerify(_ text: String, _ problem: KeyProblem) {
    #expect(throws: problem) { try SampleKeys.verification(text) }
  }

  @Test("lines may end in carriage returns, and may be missing their last line feed")
  func lineEnds() throws {
    for text in [
      SampleKeys.organizerPublic.replacing("\n", with: "\r\n"),
      String(SampleKeys.organizerPublic.dropLast()),
    ] {
      #expect(
        try SampleKeys.verification(text).identifier.description == SampleKeys.organizerIdentifier)
    }
  }

  @Test("DER has one form: any other bytes are refused, however they are wrong")
  func strictDER() throws {
    let key = SampleKeys.bytes("302a300506032b6570032100") + [UInt8](repeating: 7, count: 32)
    _ = try VerificationKey(der: key)
    for place in 0..<12 {
      for byte in UInt8.min...UInt8.max where byte != key[place] {
        var changed = key
        changed[place] = byte
        #expect(throws: KeyProblem.self) { try VerificationKey(der: changed) }
      }
    }
    for wrong in [
      key + [0], Array(key.dropLast()), [0x30, 0x81, 0x2A] + key.dropFirst(2),
      [0x30, 0x80] + key.dropFirst(2) + [0, 0],
    ] {
      #expect(throws: KeyProblem.self) { try VerificationKey(der: wrong) }
    }
  }

  @Test("damaged files of keys are read or refused, never trapped on")
  func damaged() {
    var random = SplitMix(state: 5)
    let files = [SampleKeys.organizer, SampleKeys.organizerPublic, SampleKeys.ellipticCurve].map {
      Array($0.utf8)
    }
    var refused = 0
    for round in 0..<6_000 {
      let bytes = random.damaged(files[round % 3])
      do { _ = try SigningKey(pem: bytes) } catch { refused += 1 }
      do { _ = try VerificationKey(pem: bytes) } catch { refused += 1 }
      do { _ = try VerificationKey(der: bytes) } catch { refused += 1 }
      do { _ = try SigningKey(der: random.damaged(Array("0.\u{2}\u{1}".utf8) + bytes)) } catch {
        refused += 1
      }
    }
    #expect(refused > 20_000)
  }

  @Test("a private key never prints")
  func secret() throws {
    let key = try SampleKeys.signing()
    var dumped = ""
    dump(key, to: &dumped)
    #expect("\(key)" == "the private key of \(SampleKeys.organizerIdentifier)")
    #expect(!dumped.contains("rawRepresentation") && dumped.count < 200)
  }

  @Test("every problem says what to do, and none has a line break")
  func words() {
    let problems: [KeyProblem] = [
      .notPEM, .damagedPEM, .severalBlocks, .label("X"), .label("ENCRYPTED PRIVATE KEY"),
      .isPrivate, .isPublic, .algorithm("RSA"), .damagedKey,
    ]
    #expect(Set(problems.map(\.description)).count == problems.count)
    #expect(problems.allSatisfy { !$0.description.contains("\n") })
  }
}
