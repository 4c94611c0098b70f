/// Some units alone: what is known of the others takes no time on resamples in which they have no
/// copies.
///
/// All values are those of the whole with copies of these units and of no others, to the last bit:
/// units stay in their order, by position, by score and by ties.
extension Assessment {
  /// The assessment of some of its items.
  ///
  /// - Parameter items: ascending.
  package func only(_ items: [Int32]) -> Assessment {
    var part = Assessment(scale: scale, gold: gold.at(items))
    part.scores = scores?.at(items)
    part.predicted = predicted?.at(items)
    part.probabilities = probabilities?.map { $0.at(items) }
    part.answered = answered?.at(items)
    part.copies = copies?.at(items)
    part.clock = clock.map { Clock(model: $0.model, words: $0.words.items(items.map(Int.init))) }
    part.tieOrder = tieOrder.map { order in
      let places = items.places
      return order.compactMap { places[$0] }
    }
    return part
  }
}

extension EarlyDetection {
  /// The detection of some of its users.
  ///
  /// - Parameter users: ascending.
  package func only(_ users: [Int32]) -> EarlyDetection {
    EarlyDetection(
      assessment: assessment.only(users), delays: delays.at(users), history: history?.only(users))
  }
}

extension Triage {
  /// The triage of some of its items.
  ///
  /// - Parameter items: ascending.
  package func only(_ items: [Int32]) -> Triage {
    let places = items.places
    var part = Triage(
      scale: scale, stages: stages, gold: gold.at(items), passed: passed.at(items),
      reached: reached.map { stage in
        let kept = zip(stage.items, stage.scores).compactMap { item, score in
          places[item].map { (item: $0, score: score) }
        }
        return StageScores(items: kept.map(\.item), scores: kept.map(\.score))
      }, tiesAreBroken: tiesAreBroken)
    part.copies = copies?.at(items)
    return part
  }
}

extension Array {
  fileprivate func at(_ places: [Int32]) -> [Element] { places.map { self[Int($0)] } }
}

extension [Int32] {
  /// Where each of them stands.
  var places: [Int32: Int32] {
    Dictionary(zip(self, Int32(0)...), uniquingKeysWith: { first, _ in first })
  }
}
