internal import Measures

/// The posts of a split in one or two tables that have each person's rows together.
///
/// It keeps the people and where their rows are; posts are read person by person, by ``PersonRows``,
/// as often as they are wanted.
package struct GroupedPosts: Sendable {
  /// Says which people and posts there are.
  let posts: GroupedTable
  /// Says more of some of the posts; nil where the first table says it all.
  let evidence: GroupedTable?
  /// The bytes of each person's rows in the second table.
  let evidenceRanges: [Range<Int>]
  /// Where the numbers of words stand.
  let words: WordsColumn

  enum WordsColumn { case none, inPosts, inEvidence }

  package var people: IdentifierTable { posts.people }
  var digests: [String] { [posts.digest] + (evidence.map { [$0.digest] } ?? []) }

  /// Looks through the tables of a split, and at every row of every person; the number of posts.
  ///
  /// Nil where a table is not grouped by person, or where anything is wrong, left open or said twice.
  static func index(
    _ paths: [String], threads: Int
  ) async throws -> (posts: GroupedPosts, count: Int)? {
    guard let first = paths.first, let last = paths.last, paths.count <= 2 else { return nil }
    async let second =
      paths.count == 2 ? GroupedTable.index(last, threads: threads) : nil
    guard let posts = try await GroupedTable.index(first, threads: threads),
      posts.people.count > 0
    else { return nil }
    let evidence = try await second
    guard evidence != nil || paths.count == 1,
      let grouped = GroupedPosts(posts, evidence)
    else { return nil }
    return try await grouped.checked(threads: threads).map { (grouped, $0) }
  }

  private init?(_ posts: GroupedTable, _ evidence: GroupedTable?) {
    guard (evidence ?? posts).columns.evidence != nil else { return nil }
    var ranges = Array(repeating: 0..<0, count: posts.people.count)
    var last = -1
    if let evidence {
      let names = evidence.people.storage
      for person in 0..<evidence.people.count {
        let name = evidence.people.range(person)
        guard
          let known = posts.people.position(
            of: names.span, name.lowerBound, name.upperBound, near: last)
        else { return nil }
        ranges[known] = evidence.ranges[person]
        last = known
      }
    }
    switch (posts.columns.words, evidence?.columns.words) {
    case (nil, nil): words = .none
    case (_?, nil): words = .inPosts
    case (nil, _?): words = .inEvidence
    case (_?, _?): return nil
    }
    self.posts = posts
    self.evidence = evidence
    evidenceRanges = ranges
  }

  /// Reads everybody's posts once; their number, or nil where something is wrong with one.
  private func checked(threads: Int) async throws -> Int? {
    var count = 0
    var pieces = stride(from: 0, to: people.count, by: 256).makeIterator()
    let isSound = try await inOrder(threads: threads) {
      pieces.next().map { $0..<min($0 + 256, people.count) }
    } work: { people in
      var rows = PersonRows(self)
      var count = 0
      for person in people {
        guard rows.load(person), rows.makeIndex() else { return Int?.none }
        count += rows.count
      }
      return count
    } join: { (piece: Int?) in
      guard let piece else { return false }
      count += piece
      return true
    }
    return isSound && isUnchanged ? count : nil
  }

  /// Whether the files are still those that were looked through.
  var isUnchanged: Bool { posts.file.isUnchanged && evidence?.file.isUnchanged ?? true }
}
