internal import Measures
internal import Scoring
internal import SharedTasks

/// The gap between groups that a board compares submissions by: that of its first bound, or else that
/// of the primary measure, or of the first that has one, in the first table of groups.
struct BoardGap: CustomStringConvertible {
  private enum Source {
    case bound(Int)
    case table(String, measure: String)
  }

  private let source: Source
  let description: String
  /// A bound on it.
  let atMost: Double?

  /// - Parameter standings: which of them have to have it, one at least.
  init?(_ board: Leaderboard, _ standings: [Standing]) {
    let rules = board.standings.rules
    for (place, bound) in rules.bounds.enumerated() {
      guard case .gap = bound.quantity else { continue }
      source = .bound(place)
      description = bound.subject
      atMost = bound.relation == .atMost ? bound.bound : nil
      return
    }
    let known = standings.lazy.compactMap {
      board.submissions[$0.position].score?.scorecard.gaps
    }.first { !$0.isEmpty }
    let first = board.options.tables.first?.joined(separator: ",") ?? ""
    guard let known, let key = known[first] == nil ? known.keys.min() : first,
      let gaps = known[key]
    else { return nil }
    let primary = rules.primary.description
    let measures = gaps.filter { $0.value.value != nil }.keys
    guard let measure = measures.contains(primary) ? primary : measures.min() else { return nil }
    source = .table(key, measure: measure)
    description = "gap(\(measure),\(key))"
    atMost = nil
  }

  /// Nil where it is undefined.
  func value(of standing: Standing, on board: Leaderboard) -> Double? {
    switch source {
    case .bound(let place):
      guard let bounded = standing.readings?.answer.bounded, place < bounded.count else {
        return nil
      }
      return bounded[place].number
    case .table(let key, let measure):
      return board.submissions[standing.position].score?.scorecard.gaps?[key]?[measure]?.value
    }
  }
}
