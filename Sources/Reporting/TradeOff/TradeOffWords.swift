internal import Inference
internal import Measures
internal import Scoring

/// What a trade-off says in sentences.
struct TradeOffWords {
  private let tradeOff: TradeOff
  private let grids: TradeOffGrids

  init(_ tradeOff: TradeOff) {
    self.tradeOff = tradeOff
    grids = TradeOffGrids(tradeOff)
  }

  private var utility: String { tradeOff.question.utility.description }

  /// What was weighed, in one line.
  var title: String {
    let count = tradeOff.systems.count
    return "\(tradeOff.task), \(tradeOff.split): \(utility) against \(grids.unfairness), "
      + "\(count == 1 ? "1 submission" : "\(count) submissions"), "
      + tradeOff.kind.counted(tradeOff.units)
  }

  /// Whether anybody has to choose.
  var verdict: String {
    let price = tradeOff.front.price
    guard let fairest = price.first, let best = price.last else {
      return "Nothing to weigh: no submission has both \(utility) and \(grids.unfairness)."
    }
    let placed = tradeOff.systems.count - tradeOff.front.leftOut.count
    let bestOnes = grids.names(best.systems)
    guard price.count > 1 else {
      let values =
        "\(utility) \(grids.utility(best.utility)), gap \(grids.gap(best.atMost))."
      return placed > best.systems.count
        ? "Fairness costs nothing here: \(bestOnes) \(Self.isOrAre(best)) best in both, \(values)"
        : "\(bestOnes): \(values) There is no other to weigh against."
    }
    return
      "Fairness has a price here. The best \(utility), \(grids.utility(best.utility)), is that "
      + "of \(bestOnes), with a gap of \(grids.gap(best.atMost)); the smallest gap, "
      + "\(grids.gap(fairest.atMost)), is that of \(grids.names(fairest.systems)), with "
      + "\(utility) \(grids.utility(fairest.utility)), \(grids.utility(fairest.lost)) worse. "
      + "\(tradeOff.front.front.count) of \(placed) are on the front: no other is at least as good in "
      + "both and better in one."
  }

  private static func isOrAre(_ step: ParetoFront.Step) -> String {
    step.systems.count == 1 ? "is" : "are"
  }

  /// The best within the bound that was given; nil where none was.
  var bound: String? {
    guard let bound = tradeOff.question.atMost else { return nil }
    let limit = "\(grids.unfairness) ≤ \(Number.shortest(bound))"
    if let best = tradeOff.best {
      return "With \(limit) the best is \(grids.names(best.systems)): \(utility) "
        + "\(grids.utility(best.utility)), "
        + (best.lost == 0 ? "the best" : "\(grids.utility(best.lost)) worse than the best")
        + " without a bound."
    }
    guard let fairest = tradeOff.front.price.first else { return "No submission keeps \(limit)." }
    return "No submission keeps \(limit); the smallest gap is \(grids.gap(fairest.atMost))."
  }

  /// Said where no gap is larger than chance explains; nil elsewhere, and where no lot was drawn.
  var chance: String? {
    let placed = tradeOff.systems.filter { $0.whyLeftOut == nil }
    let p = placed.compactMap { $0.gap.finding?.chance?.p }
    guard !p.isEmpty, p.count == placed.count, let least = p.min(), least >= 0.05 else {
      return nil
    }
    return "No gap is larger than chance explains (the least p "
      + "\(Number.probabilityInWords(least))): which is smaller may be chance as well."
  }

  /// What the columns of the tables are.
  var legend: String {
    let direction = TradeOff.better(tradeOff.question.utility) == .lower ? "lower" : "higher"
    var text =
      "\(utility): \(direction) is better. gap: the greatest value of \(tradeOff.question.compared) "
      + "among the groups minus the least; lower is better."
    if tradeOff.systems.contains(where: { $0.gap.finding?.chance != nil }) {
      text += " by noise: the mean gap when units are put into the groups by lot."
    }
    if let probability = tradeOff.probability {
      text +=
        " chance: of being on the front, on \(probability.counted) resamples of the units, the same "
        + "for all submissions and for both numbers."
    }
    return text
  }

  var priceCaption: String {
    "The price of fairness: the best \(utility) with a gap of at most so much, and how much worse it "
      + "is than the best of all."
  }

  var pairsCaption: String {
    "Between which groups each gap is, and over how many of them."
  }

  /// The area under the front.
  var area: String {
    guard let reference = tradeOff.reference, let value = tradeOff.hypervolume else {
      return
        "There is no hypervolume: \(utility) or \(tradeOff.question.compared) has no worst value."
    }
    return "Hypervolume \(Number.fixed(value, places: 4)): the area between the front and "
      + "\(utility) \(Number.shortest(reference.utility)), gap "
      + "\(Number.shortest(reference.unfairness))."
  }

  /// Things to know, and which submissions have no place.
  var notes: [String] {
    let left = tradeOff.front.leftOut.compactMap { system in
      tradeOff.systems[system].whyLeftOut.map {
        "\(tradeOff.systems[system].name.text) has no place: \($0)"
      }
    }
    return left + tradeOff.notes
  }
}
