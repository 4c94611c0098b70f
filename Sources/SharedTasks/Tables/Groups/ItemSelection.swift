/// The items of one group by their ids, so that those of a run which nobody judged belong to it or not
/// as well.
package struct ItemSelection: Sendable {
  private let rows: IdentifierTable
  /// Whether the item of each row is a member.
  private let isMember: [Bool]
  /// Whether items that the table has no row for are.
  private let othersAreMembers: Bool

  fileprivate init(_ rows: IdentifierTable, isMember: [Bool], othersAreMembers: Bool) {
    self.rows = rows
    self.isMember = isMember
    self.othersAreMembers = othersAreMembers
  }

  /// All items that are not in the group.
  package var rest: ItemSelection {
    ItemSelection(rows, isMember: isMember.map { !$0 }, othersAreMembers: !othersAreMembers)
  }

  /// Whether the item `bytes[start..<end]` is a member.
  package func contains(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    rows.position(of: bytes, start, end).map { isMember[$0] } ?? othersAreMembers
  }
}

extension AttributeTable {
  /// The items that have all of some values, each of an attribute.
  package func selection(_ values: [(attribute: String, value: String)]) -> ItemSelection {
    let places = rowsAndNone
    var isMember = Array(repeating: true, count: places.count)
    for (attribute, value) in values {
      let column = columns.first { $0.name == attribute }?.attribute(atRows: places)
      let position = column?.values.firstIndex(of: value)
      for place in places.indices {
        guard let column, let position, column.isMember(place, of: position) else {
          isMember[place] = false
          continue
        }
      }
    }
    let others = isMember.removeLast()
    return ItemSelection(units, isMember: isMember, othersAreMembers: others)
  }
}

extension RankingGold {
  /// The gold of the items of a group: all topics, and in each those items alone.
  package func selecting(_ selection: ItemSelection) -> RankingGold {
    let ids = bytes.span
    var starts = [0]
    var kept: [Int] = []
    for topic in 0..<topics.count {
      for item in items(ofTopic: topic)
      where selection.contains(ids, items[item].start, items[item].end) {
        kept.append(item)
      }
      starts.append(kept.count)
    }
    return RankingGold(
      topics: topics, scale: scale, starts: starts, levels: kept.map { levels[$0] },
      words: words.map { words in kept.map { words[$0] } }, isClosed: false, digest: digest,
      itemsDigest: itemsDigest,
      bytes: bytes, items: kept.map { items[$0] })
  }
}
