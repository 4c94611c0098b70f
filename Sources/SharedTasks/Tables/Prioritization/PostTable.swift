/// The posts of people, each once, known from then on by a position.
///
/// A post is named by its person and its id: two people may both have a post `1`. The table keeps the
/// bytes of the ids, one column with the person of each post, and one hash table that compares bytes
/// and person.
package struct PostTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The person of each post.
  package private(set) var people: [Int32] = []
  private var slots = HashSlots()

  package init() {}

  package var count: Int { ends.count }

  package func text(_ post: Int) -> String { String(decoding: bytes[range(post)], as: UTF8.self) }

  /// The position of a person's post; nil where the person has none of that name.
  ///
  /// - Parameter last: the post that was asked for before. Files mostly have posts in one order, and
  ///   to look at the next one is far quicker than to look anywhere in a large table.
  func position(
    of source: Span<UInt8>, _ start: Int, _ end: Int, person: Int, after last: Int
  ) -> Int? {
    let next = last &+ 1
    if next < count, isPost(next, source, start, end, person) { return next }
    return slots.find(hash(source, start, end, person)) { isPost($0, source, start, end, person) }
  }

  /// Adds a post; tells its position and whether it was new.
  mutating func insert(
    _ source: Span<UInt8>, _ start: Int, _ end: Int, person: Int
  ) -> (position: Int, isNew: Bool) {
    let hash = hash(source, start, end, person)
    if let found = slots.find(hash, where: { isPost($0, source, start, end, person) }) {
      return (found, false)
    }
    bytes.append(source, start, end)
    ends.append(bytes.count)
    people.append(Int32(truncatingIfNeeded: person))
    slots.insert(hash, position: ends.count - 1)
    return (ends.count - 1, true)
  }

  mutating func reserve(factor: Double) {
    bytes.reserve(factor: factor)
    ends.reserve(factor: factor)
    people.reserve(factor: factor)
  }

  /// Numbers of `posts` by descending bytes of their ids: how `ties: trec` orders.
  package func byDescendingBytes(_ posts: [Int]) -> [Int32] {
    posts.indices.sorted { a, b in
      bytes[range(posts[b])].lexicographicallyPrecedes(bytes[range(posts[a])])
    }.map { Int32($0) }
  }

  private func range(_ post: Int) -> Range<Int> { (post == 0 ? 0 : ends[post - 1])..<ends[post] }

  @inline(__always)
  private func hash(_ source: Span<UInt8>, _ start: Int, _ end: Int, _ person: Int) -> UInt64 {
    let mixed = UInt64(truncatingIfNeeded: person) &* 0x9E37_79B9_7F4A_7C15
    return ByteHash.of(source, start, end, seed: ByteHash.seed ^ mixed)
  }

  @inline(__always)
  private func isPost(
    _ post: Int, _ source: Span<UInt8>, _ start: Int, _ end: Int, _ person: Int
  ) -> Bool {
    guard Int(people[post]) == person else { return false }
    return isNamed(post, source, start, end)
  }

  @inline(__always)
  private func isNamed(_ post: Int, _ source: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let range = range(post)
    return sameBytes(bytes.span, range.lowerBound, range.upperBound, source, start, end)
  }

  /// Finds posts by their id alone, to say whose they are. Made only once a post was not found where
  /// it was looked for; the first person with a post of that id is told.
  struct Owners: Sendable {
    private var slots: HashSlots

    init(_ posts: PostTable) {
      slots = HashSlots(minimumCapacity: posts.count)
      let bytes = posts.bytes.span
      for post in 0..<posts.count {
        let range = posts.range(post)
        let hash = ByteHash.of(bytes, range.lowerBound, range.upperBound)
        let isThere =
          slots.find(hash) { posts.isNamed($0, bytes, range.lowerBound, range.upperBound) } != nil
        if !isThere { slots.insert(hash, position: post) }
      }
    }

    /// The person who has a post of that id.
    func person(
      of source: Span<UInt8>, _ start: Int, _ end: Int, in posts: PostTable
    ) -> Int? {
      slots.find(ByteHash.of(source, start, end)) { posts.isNamed($0, source, start, end) }
        .map { Int(posts.people[$0]) }
    }
  }
}

/// Positions of posts, person by person, in the order of the table.
package struct PostsByPerson: Sendable {
  private let starts: [Int]
  /// Nil where the table has the posts of each person together already.
  private let order: [Int32]?

  package init(_ posts: PostTable, people: Int) {
    var starts = Array(repeating: 0, count: people + 1)
    var isGrouped = true
    var last: Int32 = 0
    for person in posts.people {
      starts[Int(person) + 1] += 1
      if person < last { isGrouped = false }
      last = person
    }
    for person in 0..<people { starts[person + 1] += starts[person] }
    self.starts = starts
    guard !isGrouped else {
      order = nil
      return
    }
    var next = starts
    var order = Array(repeating: Int32(0), count: posts.count)
    for (post, person) in posts.people.enumerated() {
      order[next[Int(person)]] = Int32(truncatingIfNeeded: post)
      next[Int(person)] += 1
    }
    self.order = order
  }

  package func count(of person: Int) -> Int { starts[person + 1] - starts[person] }

  /// The position of a person's `number`-th post, counted from 0.
  package func post(_ number: Int, of person: Int) -> Int {
    let place = starts[person] + number
    return order.map { Int($0[place]) } ?? place
  }
}
