package import Measures

/// The judged items of each topic, as columns grouped by topic.
package struct RankingGold: Sendable {
  /// Topics in the order in which they first occur in the gold.
  package let topics: IdentifierTable
  package let scale: GradeScale
  /// Items of topic `t` stand at `starts[t]..<starts[t + 1]` in the columns of items.
  package let starts: [Int]
  /// The level of each item; −1 for an item of the universe that the gold does not judge.
  package let levels: [Int32]
  /// Whether runs may contain only the items named here (there is an items.tsv).
  package let isClosed: Bool
  /// The digest of the gold file.
  package let digest: String

  /// The bytes of all item ids, and where each begins and ends.
  let bytes: [UInt8]
  let idStarts: [Int]
  let idEnds: [Int]
  let hashes: [UInt64]

  package func items(ofTopic topic: Int) -> Range<Int> { starts[topic]..<starts[topic + 1] }

  package func itemText(_ item: Int) -> String {
    String(decoding: bytes[idStarts[item]..<idEnds[item]], as: UTF8.self)
  }

  /// Whether an item has the id that stands in `other[start..<end]`.
  @inline(__always)
  func isItem(_ item: Int, _ other: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let idStart = idStarts[item]
    guard idEnds[item] - idStart == end - start else { return false }
    for offset in 0..<(end - start) where bytes[idStart + offset] != other[start + offset] {
      return false
    }
    return true
  }
}
