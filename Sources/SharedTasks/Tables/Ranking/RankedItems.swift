internal import Measures

/// The items of one topic of a run in the order of their ranks: what a measure asks that has to know
/// which items they are.
package struct RankedItems: Sendable {
  /// The topic in the gold.
  package let topic: Int
  /// The position of each item in the gold; −1 where the gold does not know it.
  package private(set) var items: [Int32] = []
  /// The row of each item in another table; −1 where that has none.
  package private(set) var rows: [Int32] = []
  /// Which block of tied items each is in, from 0; every item is one where ties are broken.
  package private(set) var blocks: [Int32] = []
  private var count: Int32 = 0

  package init(topic: Int) { self.topic = topic }

  mutating func append(item: Int32, row: Int?) {
    items.append(item)
    rows.append(Int32(truncatingIfNeeded: row ?? -1))
    blocks.append(count)
  }

  mutating func endBlock() { count += 1 }
}

/// What is made of each topic of a run.
enum TopicFunction<Value: Sendable>: Sendable {
  case ofList(@Sendable (RankedList) -> Value)
  /// With the table that items have rows of.
  case ofItems(rows: IdentifierTable, @Sendable (RankedItems) -> Value)
}
