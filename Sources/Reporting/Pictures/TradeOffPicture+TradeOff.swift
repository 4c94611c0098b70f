internal import Inference
internal import Measures
internal import Scoring

extension TradeOffPicture {
  init(_ tradeOff: TradeOff, decimals: Int = 4) {
    let grids = TradeOffGrids(tradeOff)
    self.init(
      systems: grids.order.map { index in
        let system = tradeOff.systems[index]
        return System(
          name: system.name.text, utility: system.utility.number,
          unfairness: system.gap.finding?.difference, isOnFront: tradeOff.front.contains(index),
          chance: tradeOff.probability?.shares[index])
      }, utility: tradeOff.question.utility.description, unfairness: grids.unfairness,
      isLowerBetter: TradeOff.better(tradeOff.question.utility) == .lower,
      atMost: tradeOff.question.atMost, decimals: decimals)
  }
}
