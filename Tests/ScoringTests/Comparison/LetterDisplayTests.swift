import Testing

@testable import Scoring

@Suite("Letters of systems")
struct LetterDisplayTests {
  @Test("two systems share a letter where no test separates them, and only there")
  func law() throws {
    let systems = 5
    let pairs = (0..<systems).flatMap { second in (0..<second).map { ($0, second) } }
    for graph in 0..<(1 << pairs.count) {
      let different = Set(
        pairs.indices.filter { graph >> $0 & 1 == 1 }.map { pairs[$0].0 * 8 + pairs[$0].1 })
      func isDifferent(_ a: Int, _ b: Int) -> Bool { different.contains(min(a, b) * 8 + max(a, b)) }
      let letters = try #require(
        LetterDisplay.letters([3, 1, 4, 0, 2], of: systems, isDifferent: isDifferent))
      for (a, b) in pairs {
        #expect(Set(letters[a]).isDisjoint(with: letters[b]) == isDifferent(a, b))
      }
      #expect(letters.allSatisfy { !$0.isEmpty })
      #expect(letters[3].first == "a", "the best system has the first letter")
    }
  }

  @Test("no letter is there in vain")
  func lean() {
    // a differs from c alone: two groups, with b in both.
    let letters = LetterDisplay.letters([0, 1, 2], of: 3) { $0 + $1 == 2 }
    #expect(letters == ["a", "ab", "b"])
  }

  @Test("a system without a value has none")
  func without() {
    #expect(LetterDisplay.letters([2, 0], of: 3) { _, _ in true } == ["b", "", "a"])
    #expect(LetterDisplay.letters([], of: 2) { _, _ in true } == ["", ""])
  }

  @Test("gives up where there are more groups than letters")
  func many() {
    // Pairs that differ: 0 and 1, 2 and 3 …: every choice of one of each is a group.
    let letters = LetterDisplay.letters(Array(0..<40), of: 40) { $0 / 2 == $1 / 2 }
    #expect(letters == nil)
  }
}
