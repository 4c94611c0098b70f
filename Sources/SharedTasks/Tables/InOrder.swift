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
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var sent = 0
    var joined = 0
    var waiting: [Int: Result] = [:]
    var isLast = false
    while true {
      while !isLast, sent - joined <= max(threads, 1) {
        guard let piece = try next() else {
          isLast = true
          break
        }
        let number = sent
        sent += 1
        group.addTask { (number, work(piece)) }
      }
      guard joined < sent, let (number, result) = try await group.next() else { return true }
      waiting[number] = result
      while let result = waiting.removeValue(forKey: joined) {
        guard join(result) else { return false }
        joined += 1
      }
    }
  }
}
