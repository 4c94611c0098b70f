package import Measures
package import SharedTasks

/// How alike the orders are that several measures bring the same systems into: what organizers look
/// at when they change a measure (Voorhees, SIGIR 1998).
package struct RankingAgreement: Sendable {
  package let task: String
  package let kind: TaskDefinition.Kind
  package let split: String
  package let units: Int
  package let measures: [Measure]
  package let systems: [SystemName]
  /// One row a system, one value a measure.
  package let values: [[MeasureValue]]
  /// The same for places: 1 is the best.
  package let places: [[Int?]]
  package let pairs: [Pair]
  /// The overlap of the order of all systems with its reverse, the least there is; nil where it has
  /// no value.
  package let leastOverlap: Double?
  package let signature: Signature
  package let notes: [String]

  /// How much going deeper weighs in the overlap: Webber, Moffat and Zobel's example.
  package static let persistence = 0.9

  /// Two measures beside each other.
  package struct Pair: Sendable {
    package let first: Measure
    package let second: Measure
    /// Systems that have a place by both.
    package let systems: Int
    /// Kendall's τ-b.
    package let tau: ComparedValue
    /// The mean of τ_AP in both directions.
    package let tauAP: ComparedValue
    /// Extrapolated rank-biased overlap, p = 0.9, where equal values are tied.
    package let overlap: ComparedValue
    /// The overlap of an order of so many systems with its reverse, the least there is: not 0,
    /// since lists of the same systems agree at their full depth.
    package let leastOverlap: Double?
  }

  /// - Parameter entries: scored with all the measures.
  /// - Throws: where fewer than two of the measures bring systems into an order.
  package init(_ entries: [ComparisonEntry]) throws(ComparisonError) {
    try ComparisonEntry.checkBelongTogether(entries)
    let card = entries[0].card
    let ranking = card.measures.indices.filter {
      card.measures[$0].definition.direction != .neither
    }
    guard ranking.count > 1 else {
      throw .tooFewOrders(by: ranking.first.map { card.measures[$0] })
    }
    task = card.task
    kind = card.kind
    split = card.split
    units = card.units
    measures = card.measures
    systems = SystemName.of(entries)
    values = entries.map(\.card.values)
    let columns = card.measures.indices.map { column in
      Places.of(entries.map { $0.card.values[column] }, card.measures[column])
    }
    places = entries.indices.map { row in columns.map { $0[row] } }
    // In the order of the measures, the first of a pair deciding first.
    pairs = ranking.enumerated().flatMap { place, first in
      ranking[(place + 1)...].map { second in
        Pair(card.measures[first], columns[first], card.measures[second], columns[second])
      }
    }
    leastOverlap = PlacesInOrder.leastOverlap(of: entries.count)
    signature = card.signature.ofRankings(by: card.measures, systems: entries.count)
    notes = Self.notes(card.measures, columns, systems: entries.count)
  }

  private static func notes(
    _ measures: [Measure], _ columns: [[Int?]], systems: Int
  ) -> [String] {
    var notes = zip(measures, columns).compactMap { measure, places -> String? in
      if measure.definition.direction == .neither {
        return "\(measure) brings systems into no order: neither more nor less is better"
      }
      let without = places.count { $0 == nil }
      return without == 0 ? nil : "\(measure) has no value for \(without) of \(systems) systems"
    }
    if systems < 5 {
      notes.append("\(systems) systems have few orders; agreement among so few says little")
    }
    return notes
  }
}

extension RankingAgreement.Pair {
  /// Compares two columns of places by the measures that lists of items are compared with.
  fileprivate init(
    _ first: Measure, _ firstPlaces: [Int?], _ second: Measure, _ secondPlaces: [Int?]
  ) {
    let both = zip(firstPlaces, secondPlaces).compactMap { a, b in
      a.flatMap { a in b.map { (a, $0) } }
    }
    let list = PlacesInOrder(places: both.map(\.0), truth: both.map(\.1))
    let turned = PlacesInOrder(places: both.map(\.1), truth: both.map(\.0))
    self.first = first
    self.second = second
    systems = both.count
    tau = list.value(of: "tau")
    overlap = list.value(of: PlacesInOrder.overlap)
    leastOverlap = PlacesInOrder.leastOverlap(of: both.count)
    // Yilmaz, Aslam and Robertson, SIGIR 2008, section 3: which of the two is the truth is open.
    let (there, back) = (list.value(of: "tauAP"), turned.value(of: "tauAP"))
    if let there = there.number, let back = back.number {
      tauAP = .number((there + back) / 2)
    } else {
      tauAP = there.number == nil ? there : back
    }
  }
}

/// Systems as a list by one measure, graded by their places by another.
private struct PlacesInOrder {
  let places: [Int]
  let truth: [Int]

  static let overlap = "RBO(p=\(RankingAgreement.persistence))"

  /// What the reverse order has. Of the first d of n systems two orders share at least max(0, 2d − n),
  /// with ties as without, and these share no more; RBO_EXT (Webber, Moffat and Zobel, TOIS 28(4),
  /// 2010) grows with the share at every depth.
  static func leastOverlap(of systems: Int) -> Double? {
    let order = Array(0..<systems)
    return PlacesInOrder(places: order, truth: order.reversed()).value(of: overlap).number
  }

  private var hasTies: Bool { Set(places).count < places.count }

  func value(of name: String) -> ComparedValue {
    guard places.count > 1 else {
      return .undefined("fewer than two systems have a value by both")
    }
    let levels = Set(truth).sorted()
    let scale = GradeScale(grades: levels.indices.map { Double(levels.count - 1 - $0) })
    guard let bound = try? Measure(name).bound(to: scale),
      case .list(let kernel, let function) = bound.function
    else { return .undefined("\(name) is no measure of lists") }
    guard !hasTies || kernel.allowsExpectedTies else {
      return .undefined("some systems have equal values")
    }
    var list = RankedList(levels: scale.count, hasTies: hasTies)
    let level = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
    for place in Set(places).sorted() {
      var group = Array(repeating: 0, count: scale.count)
      for system in places.indices where places[system] == place {
        group[level[truth[system]] ?? 0] += 1
      }
      for level in group.indices { list.pool[level] += group[level] }
      list.appendTied(levels: group)
    }
    let value = function(list)
    return ComparedValue(value.number, or: "all systems have equal values")
  }
}
