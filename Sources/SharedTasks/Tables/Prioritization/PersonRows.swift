internal import Measures

/// Reads the posts of one person after the other out of grouped tables.
struct PersonRows {
  /// What was read last: the person's posts, each without a score so far.
  var answers = PersonAnswers()
  private let posts: GroupedPosts
  private var postWindow: Window
  private var evidenceWindow: Window?
  private var postRow: TableRow
  private var evidenceRow: TableRow
  /// Where the id of each post stands in the window.
  private var ids: [(start: Int, end: Int)] = []
  /// Posts that the second table has spoken of.
  private var isSeen: [Bool] = []
  /// Posts by their ids; filled when it is first asked.
  private var slots = HashSlots(minimumCapacity: 1024)
  private var isIndexed = false
  private let seed = ByteHash.seed

  init(_ posts: GroupedPosts) {
    self.posts = posts
    postWindow = Window(posts.posts.file)
    evidenceWindow = posts.evidence.map { Window($0.file) }
    postRow = TableRow(fields: posts.posts.columns.count)
    evidenceRow = TableRow(fields: posts.evidence?.columns.count ?? 0)
  }

  var count: Int { ids.count }

  /// Reads a person's posts; false where something is wrong with them. That no post stands there
  /// twice is only seen by ``makeIndex()``.
  mutating func load(_ person: Int) -> Bool {
    ids.removeAll(keepingCapacity: true)
    answers.removeAll()
    isIndexed = false
    return loadPosts(person) && loadEvidence(person)
  }

  private mutating func loadPosts(_ person: Int) -> Bool {
    let columns = posts.posts.columns
    let range = posts.posts.ranges[person]
    guard var position = postWindow.load(range) else { return false }
    let end = position + range.count
    let buffer = postWindow.bytes
    let bytes = buffer.span
    while position < end {
      position = postRow.scan(bytes, postWindow.separators, from: position, byTabs: true)
      guard postRow.count == columns.count, !postRow.isDash(columns.post, bytes) else {
        return false
      }
      ids.append(postRow.fields[columns.post])
      var words = 0.0
      if posts.words == .inPosts {
        guard let count = number(postRow, columns.words, bytes, WordCounts.range) else {
          return false
        }
        words = count
      }
      var evidence = 0.0
      if posts.evidence == nil {
        guard let value = number(postRow, columns.evidence, bytes, 0...1) else { return false }
        evidence = value
      }
      answers.append(words: words, evidence: evidence, score: .nan)
    }
    return true
  }

  /// The rows of the second table say of each post no more than once; of how many is up to them, but
  /// for the words.
  private mutating func loadEvidence(_ person: Int) -> Bool {
    guard let columns = posts.evidence?.columns else { return true }
    let range = posts.evidenceRanges[person]
    guard !range.isEmpty else { return posts.words != .inEvidence }
    guard var position = evidenceWindow?.load(range), let window = evidenceWindow else {
      return false
    }
    isSeen.removeAll(keepingCapacity: true)
    for _ in ids { isSeen.append(false) }
    let end = position + range.count
    let bytes = window.bytes.span
    var last = -1
    var rows = 0
    while position < end {
      position = evidenceRow.scan(bytes, window.separators, from: position, byTabs: true)
      let id = evidenceRow.fields[columns.post]
      guard evidenceRow.count == columns.count,
        let post = self.post(bytes, id.start, id.end, after: last), !isSeen[post],
        let evidence = number(evidenceRow, columns.evidence, bytes, 0...1)
      else { return false }
      isSeen[post] = true
      answers.posts.setEvidence(evidence, of: post)
      last = post
      rows += 1
      if posts.words == .inEvidence {
        guard let words = number(evidenceRow, columns.words, bytes, WordCounts.range) else {
          return false
        }
        answers.posts.setWords(words, of: post)
      }
    }
    return posts.words != .inEvidence || rows == ids.count
  }

  /// The number of a post of the person among its posts; most often it is the one after the last.
  @inline(__always)
  mutating func post(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, after last: Int) -> Int? {
    if last &+ 1 < ids.count {
      let id = ids[last &+ 1]
      if sameBytes(postWindow.bytes.span, id.start, id.end, bytes, start, end) { return last &+ 1 }
    }
    return postAnywhere(bytes, start, end)
  }

  @inline(never)
  private mutating func postAnywhere(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    if !isIndexed { _ = makeIndex() }
    return indexed(bytes, start, end)
  }

  private func indexed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let own = postWindow.bytes.span
    return slots.find(ByteHash.of(bytes, start, end, seed: seed)) { post in
      sameBytes(own, ids[post].start, ids[post].end, bytes, start, end)
    }
  }

  /// Makes posts known by their ids; false where two have the same.
  mutating func makeIndex() -> Bool {
    isIndexed = true
    slots.removeAll()
    let buffer = postWindow.bytes
    for post in ids.indices where !Self.insert(post, of: ids, buffer.span, seed, &slots) {
      return false
    }
    return true
  }

  private static func insert(
    _ post: Int, of ids: [(start: Int, end: Int)], _ bytes: Span<UInt8>, _ seed: UInt64,
    _ slots: inout HashSlots
  ) -> Bool {
    let (start, end) = ids[post]
    return slots.exchange(ByteHash.of(bytes, start, end, seed: seed), for: post) {
      sameBytes(bytes, ids[$0].start, ids[$0].end, bytes, start, end)
    } == nil
  }

  /// The order of the posts by descending bytes of their ids.
  var byDescendingBytes: [Int32] {
    let bytes = postWindow.bytes.span
    return ids.indices.sorted { a, b in
      bytesPrecede(bytes, ids[b].start, ids[b].end, ids[a].start, ids[a].end)
    }.map { Int32($0) }
  }

  @inline(__always)
  private func number(
    _ row: TableRow, _ column: Int?, _ bytes: Span<UInt8>, _ range: ClosedRange<Double>
  ) -> Double? {
    guard let column, case let (start, end) = row.fields[column],
      case .number(let value) = Decimal.parse(bytes, start, end), range.contains(value)
    else { return nil }
    return value
  }
}

/// The part of a file that is being read.
///
/// Whoever asks for one part after the other gets them out of large pieces, whoever jumps reads no
/// more than is asked for.
private struct Window {
  private let file: RandomAccessFile
  private(set) var bytes: [UInt8] = []
  private(set) var separators = SeparatorMasks([UInt8]().span)
  private var start = 0
  /// Where the part that was asked for last ends.
  private var lastEnd = 0

  init(_ file: RandomAccessFile) { self.file = file }

  /// Where a part of the file begins in `bytes`, which hold it from then on; nil where the file does
  /// not have it any more.
  mutating func load(_ range: Range<Int>) -> Int? {
    let isNext = range.lowerBound == lastEnd
    lastEnd = range.upperBound
    if range.lowerBound < start || range.upperBound > start + bytes.count {
      let end = isNext ? max(range.upperBound, range.lowerBound + BlockReader.blockSize) : 0
      let wanted = range.lowerBound..<max(range.upperBound, min(end, file.length))
      bytes = file.bytes(wanted)
      separators = SeparatorMasks(bytes.span)
      start = range.lowerBound
    }
    guard range.upperBound <= start + bytes.count else { return nil }
    return range.lowerBound - start
  }
}
