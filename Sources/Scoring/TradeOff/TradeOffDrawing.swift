internal import Inference
internal import Measures

extension TradeOff {
  /// The resamples that a trade-off is drawn again on.
  struct Drawing {
    private let entries: [TradeOffEntry]
    /// The positions of those that have a place.
    private let placed: [Int]
    private let replicates: Int
    let notes: [String]

    /// - Parameter wanted: replicates, which are fewer where so many would take minutes, and none of
    ///   one unit, which is that unit again, and of measures that are biased on resamples.
    init(_ entries: [TradeOffEntry], _ question: TradeOffQuestion, wanted: Int) {
      self.entries = entries
      placed = entries.indices.filter { entries[$0].point != nil }
      let units = entries.first?.comparison.byUnits.units ?? 0
      let biased = [question.utility, question.compared].first {
        $0.definition.isBiasedOnResamples
      }
      guard wanted > 0, units > 1, !placed.isEmpty else {
        replicates = 0
        notes = []
        return
      }
      if let biased {
        replicates = 0
        notes = [
          "there are no chances of being on the front: resamples say nothing of \(biased), since "
            + ScorecardIntervals.biased
        ]
        return
      }
      let costly = placed.reduce(0) { $0 + 1 + entries[$1].gaps.count }
      replicates = IntervalOptions.affordable(wanted, units: units, measures: costly)
      notes =
        replicates == wanted
        ? []
        : [
          "chances of being on the front are from "
            + IntervalOptions.noteOnFewer(replicates, of: wanted, "resamples")
        ]
    }

    /// How often each system is on the front; nil where nothing is drawn.
    func probability(
      _ better: ParetoFront.Better, seed: UInt64, threads: Int
    ) async -> FrontProbability? {
      guard replicates > 0, let units = entries.first?.comparison.byUnits.units else { return nil }
      let prepared = TradeOffOnCopies(placed.map { entries[$0] })
      let columns = await Bootstrap.replicates(
        Resampling(units: units, seed: seed, replicates: replicates), columns: 2 * placed.count,
        threads: threads
      ) { prepared }
      var utility = Array<ReplicateColumn?>(repeating: nil, count: entries.count)
      var unfairness = utility
      for (place, system) in placed.enumerated() {
        utility[system] = columns[2 * place]
        unfairness[system] = columns[2 * place + 1]
      }
      return FrontProbability(
        utility: utility, unfairness: unfairness, better: better)
    }
  }
}
