import Measures

@testable import SharedTasks

/// A run and a gold as lines of text, and what reading them must come to, worked out the slow way.
struct NaiveRun {
  struct Line {
    var topic: String
    var item: String
    var score: String
    /// The line as it stands in the file, where it is not one of a run.
    var other: String?
  }

  struct List: Equatable {
    var rows: [RankedList.Row]
    var count: Int
    var pool: [Int]

    init(_ list: RankedList) {
      (rows, count, pool) = (list.rows, list.count, list.pool)
    }

    init(rows: [RankedList.Row], count: Int, pool: [Int]) {
      (self.rows, self.count, self.pool) = (rows, count, pool)
    }
  }

  var lines: [Line] = []
  /// Grades by topic and item.
  var gold: [String: [String: Int]] = [:]

  func text(lineEnd: String, endsLast: Bool) -> String {
    let texts = lines.enumerated().map { index, line in
      line.other ?? "\(line.topic) Q0 \(line.item) \(index) \(line.score) tag"
    }
    return texts.joined(separator: lineEnd) + (endsLast ? lineEnd : "")
  }

  var goldText: String {
    gold.sorted { $0.key < $1.key }.map { topic, items in
      items.sorted { $0.key < $1.key }.map { "\(topic) 0 \($0) \($1)\n" }.joined()
    }.joined()
  }

  private var grades: [Int] { Set(gold.values.flatMap(\.values)).sorted() }

  /// The list of each topic of the gold that the run has.
  func lists(_ ties: TieRule) -> [String: List] {
    var byTopic: [String: [Line]] = [:]
    for line in lines where line.other == nil { byTopic[line.topic, default: []].append(line) }
    return byTopic.reduce(into: [:]) { lists, entry in
      if let judged = gold[entry.key] { lists[entry.key] = list(entry.value, judged, ties) }
    }
  }

  private func list(_ lines: [Line], _ judged: [String: Int], _ ties: TieRule) -> List {
    var met: Set<String> = []
    // A second line for an item is one that nobody judged.
    let items = lines.map { line in
      let level =
        met.insert(line.item).inserted ? judged[line.item].flatMap(grades.firstIndex) : nil
      let score = Double(line.score) ?? 0
      return (item: line.item, score: ties == .trec9 ? Double(Float(score)) : score, level: level)
    }
    let ordered =
      ties == .file
      ? items
      : items.sorted { a, b in
        a.score != b.score
          ? a.score > b.score : Array(b.item.utf8).lexicographicallyPrecedes(Array(a.item.utf8))
      }
    let groups = Dictionary(grouping: ordered, by: \.score)
    var rows: [RankedList.Row] = []
    for (rank, item) in ordered.enumerated() {
      if ties != .expected {
        if let level = item.level {
          rows.append(RankedList.Row(above: rank, length: 1, level: level, items: 1))
        }
      } else if rank == 0 || ordered[rank - 1].score != item.score {
        let group = groups[item.score] ?? []
        for level in grades.indices {
          let count = group.count { $0.level == level }
          if count > 0 {
            rows.append(
              RankedList.Row(above: rank, length: group.count, level: level, items: count))
          }
        }
      }
    }
    let pool = grades.map { grade in judged.values.count { $0 == grade } }
    return List(rows: rows, count: items.count, pool: pool)
  }

  /// What is wrong with the run: line and code.
  var problems: [String] {
    var met: Set<String> = []
    return lines.enumerated().flatMap { index, line -> [String] in
      if let other = line.other {
        return other.isEmpty ? [] : ["\(index + 1) \(DiagnosticCode.wrongFieldCount)"]
      }
      let isNew = met.insert("\(line.topic) \(line.item)").inserted
      return (Double(line.score) == nil ? ["\(index + 1) \(DiagnosticCode.badNumber)"] : [])
        + (isNew ? [] : ["\(index + 1) \(DiagnosticCode.duplicateItem)"])
    }
  }

  /// Topics that the gold does not know, with the first line of each.
  var unknownTopics: [String] {
    var met: Set<String> = []
    return lines.enumerated().compactMap { index, line in
      line.other == nil && gold[line.topic] == nil && met.insert(line.topic).inserted
        ? "\(line.topic) \(index + 1)" : nil
    }
  }
}
