@testable import Measures
import Testing

/// Time cutoffs inside a tie group: every tied item counts with the share of the group's time that
/// has passed. In a strict order they are held against definitions with all other measures.
@Suite("Time cutoffs inside ties")
struct TimeCutoffTests {
  /// Two relevant items of 10 s and two others of 20 s, all tied, below one relevant item of 30 s.
  private static let list: RankedList = {
    var list = RankedList(levels: 2, hasTies: true)
    list.append(level: 1)
    list.appendTied(levels: [2, 2])
    list.pool = [2, 3]
    var timeline = Timeline(TimeModel(), meanWords: 0)
    timeline.append([Timeline.Item(level: 1, cost: 30)])
    timeline.append(
      [(1, 10.0), (0, 20), (1, 10), (0, 20)].map { Timeline.Item(level: $0, cost: $1) })
    list.timeline = timeline
    return list
  }()

  private func value(_ measure: String) throws -> Double? {
    let bound = try Measure(measure).bound(to: GradeScale(grades: [0, 1]))
    guard case .list(_, let function) = bound.function else { return nil }
    return function(Self.list).number
  }

  @Test("items count with the share of their group's time")
  func shares() throws {
    // 45 s are 15 of the group's 60: a quarter of four items, half a relevant one.
    #expect(try value("R@45s") == 0.5)
    #expect(try value("P@45s") == 0.75)
    #expect(try value("F@45s") == 2 * 1.5 / (2 + 3))
    #expect(try value("Judged@45s") == 1)
    // 52.5 s are three eighths: one item and a half, between the values of ranks 2 and 3.
    let low = try #require(try value("DCG@2"))
    let high = try #require(try value("DCG@3"))
    let between = try #require(try value("DCG@52.5s"))
    #expect(abs(between - (low + high) / 2) < 1e-12)
  }

  @Test("an item is finished at its end, not before")
  func ends() throws {
    #expect(try value("R@29.9s") == 0)
    #expect(try value("R@30s") == 1.0 / 3)
    #expect(try value("P@29.9s") == 0)
    #expect(try value("R@90s") == 1)
    #expect(try value("nDCG@29.9s") == 0, "nothing is finished, though an item of 10 s would fit")
  }

  @Test("the approximation never makes nDCG more than 1")
  func bounded() throws {
    for tenths in 1...1000 {
      let number = try #require(try value("nDCG@\(Double(tenths) / 10)s"))
      #expect(number >= 0 && number <= 1)
    }
  }

  @Test("after the end of the list unknown items of mean length are read")
  func padding() throws {
    // 90 s for the list, then 7.442 s for each item without words.
    let number = try #require(try value("P@\(90 + 2 * 7.442 + 0.001)s"))
    #expect(abs(number - 3.0 / 7) < 1e-12)
  }
}
