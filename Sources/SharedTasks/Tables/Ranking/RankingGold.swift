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
  /// Words of each item, negative where there is no count; nil where no table has them.
  package let words: [Double]?
  /// Whether runs may contain only the items named here (there is an items.tsv).
  package let isClosed: Bool
  /// The digest of the gold file.
  package let digest: String
  /// The digest of items.tsv; nil where there is none.
  package let itemsDigest: String?

  /// The bytes of all item ids.
  let bytes: [UInt8]
  let items: [Item]

  /// Where the id of an item stands in `bytes`, and its hash.
  struct Item: Sendable {
    var hash: UInt64
    var start: Int
    var length: Int32
    var topic: Int32

    var end: Int { start + Int(length) }
  }

  package func items(ofTopic topic: Int) -> Range<Int> { starts[topic]..<starts[topic + 1] }

  package func itemText(_ item: Int) -> String {
    String(decoding: bytes[items[item].start..<items[item].end], as: UTF8.self)
  }
}
