@testable import Measures
import Testing

@Suite("The next moment of many lists")
struct MomentQueueTests {
  @Test("many lists come in the order of their moments, those of one moment by their number")
  func queue() {
    var random = SeededGenerator(3)
    for size in [0, 1, 2, 3, 10, 57] {
      var lists = (0..<size).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          Double(Int.random(in: 0...9, using: &random))
        }.sorted()
      }
      let expected = lists.enumerated().flatMap { list, times in times.map { ($0, list) } }
        .sorted(by: <)
      var queue = MomentQueue(lists.map(\.first))
      var came: [(Double, Int)] = []
      while let (time, list) = queue.first {
        came.append((time, list))
        lists[list].removeFirst()
        queue.advance(to: lists[list].first)
      }
      #expect(came.elementsEqual(expected, by: ==))
    }
  }
}
