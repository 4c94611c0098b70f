/// Works on several pieces at once and takes what they come to in their order, so that no result
/// depends on the number of threads.
///
/// - Parameters:
///   - threads: how many pieces are worked on at once. One more is made ready meanwhile.
///   - next: the next piece; nil where there is none left.
///   - work: what to do with a piece.
///   - join: takes the next result; false ends it all.
/// - Returns: whether all was joined.
func inOrder<Piece: Sendable, Result: Sendable>(
  threads: Int, next: () throws -> Piece?, work: @escaping @Sendable (Piece) -> Result,
  join: (Result) -> Bool
) async throws -> Bool {
  if threads <= 1 {
    while let piece = try next() {
      guard join(work(piece)) else { return false }
    }
    return true
  }
  return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var sent = 0
    var joined = 0
    var atWork = 0
    var waiting: [Int: Result] = [:]
    var ready = try next()
    while true {
      while atWork < threads, let piece = ready {
        let number = sent
        group.addTask { (number, work(piece)) }
        sent += 1
        atWork += 1
        ready = try next()
      }
      guard let (number, result) = try await group.next() else { return true }
      atWork -= 1
      waiting[number] = result
      while let result = waiting.removeValue(forKey: joined) {
        guard join(result) else { return false }
        joined += 1
      }
    }
  }
}
