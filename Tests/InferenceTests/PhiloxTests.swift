import Testing

@testable import Inference

/// The known answers are those of Random123 (`tests/kat_vectors`, lines `philox4x32 10`), published
/// by the authors of the generator.
@Suite("Philox4x32-10")
struct PhiloxTests {
  struct KnownAnswer: Sendable {
    let counter: [UInt32]
    let key: [UInt32]
    let words: [UInt32]
  }

  static let knownAnswers = [
    KnownAnswer(
      counter: [0, 0, 0, 0], key: [0, 0],
      words: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
    KnownAnswer(
      counter: [UInt32](repeating: .max, count: 4), key: [.max, .max],
      words: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
    KnownAnswer(
      counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
      key: [0xa409_3822, 0x299f_31d0],
      words: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]),
  ]

  @Test("gives the published answers", arguments: knownAnswers)
  func knownAnswer(_ answer: KnownAnswer) {
    let c = answer.counter
    let words = Philox.words(
      at: (c[0], c[1], c[2], c[3]), key: (answer.key[0], answer.key[1]))
    #expect([words.0, words.1, words.2, words.3] == answer.words)
  }
}
