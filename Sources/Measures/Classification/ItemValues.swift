extension Assessment {
  /// The value that each item has alone; nil where the measure is no mean over items.
  package func itemValues(of measure: BoundMeasure) -> [Double?]? {
    guard measure.measure.isMeanOfItems else { return nil }
    return gold.indices.map { item in
      var alone = Assessment(scale: scale, gold: [gold[item]])
      alone.scores = scores.map { [$0[item]] }
      alone.predicted = predicted.map { [$0[item]] }
      alone.probabilities = probabilities?.map { [$0[item]] }
      alone.answered = answered.map { [$0[item]] }
      return alone.values(of: [measure])[0].number
    }
  }
}
