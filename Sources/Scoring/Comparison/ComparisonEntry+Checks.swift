internal import SharedTasks

extension ComparisonEntry {
  /// Refuses to compare a file with itself, or with nothing.
  package static func check(_ files: [String]) throws(ComparisonError) {
    guard files.count > 1 else { throw .tooFew(files.count) }
    // By bytes: names that look alike may be those of two files.
    var seen: Set<[UInt8]> = []
    for file in files {
      guard seen.insert(Array(file.utf8)).inserted else { throw .sameFile(file, file) }
    }
  }

  /// Refuses submissions that do not answer the same questions.
  static func checkBelongTogether(_ entries: [ComparisonEntry]) throws(ComparisonError) {
    try check(entries.map(\.file))
    guard let first = entries.first else { return }
    for entry in entries {
      guard entry.card.task == first.card.task else {
        throw .differentTasks(first.file, first.card.task, of: entry.file, entry.card.task)
      }
      guard entry.card.split == first.card.split else {
        throw .differentSplits(first.card.split, entry.card.split)
      }
      guard entry.card.digests.gold == first.card.digests.gold else {
        throw .differentGold(first.file, entry.file)
      }
      guard entry.byUnits.units == first.byUnits.units else {
        throw .differentUnits(
          first.file, first.byUnits.units, entry.file, entry.byUnits.units)
      }
    }
  }
}

extension SystemName {
  /// The names of submissions; those that have one in common are told apart by their files.
  static func of(_ entries: [ComparisonEntry]) -> [SystemName] {
    let names = entries.map { [$0.card.team, $0.card.run] }
    return entries.indices.map { index in
      SystemName(
        team: names[index][0], run: names[index][1], file: entries[index].file,
        isShared: names.indices.contains { $0 != index && names[$0] == names[index] })
    }
  }
}
