package import Measures

/// What a reviewer's time goes by in a ranking task.
package struct RankingClock: Sendable {
  package let model: TimeModel
  /// Words of each item of the gold.
  package let words: WordCounts

  package init(model: TimeModel, words: WordCounts) {
    self.model = model
    self.words = words
  }

  /// An item of the gold; one that it does not know (−1) is not judged and of mean length.
  package func item(_ item: Int, in gold: RankingGold) -> Timeline.Item {
    guard item >= 0 else {
      return Timeline.Item(level: -1, cost: model.cost(words: words.mean, isRelevant: false))
    }
    let level = Int(gold.levels[item])
    let isRelevant = level >= 0 && gold.scale.positive[level] && gold.scale.isJudged(level)
    return Timeline.Item(
      level: level, cost: model.cost(words: words.values[item], isRelevant: isRelevant))
  }
}
