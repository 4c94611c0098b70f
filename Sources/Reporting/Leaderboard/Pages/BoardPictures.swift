internal import Inference
internal import Measures
internal import Scoring

/// The pictures of a whole board, of its first submissions.
struct BoardPictures {
  private let board: Leaderboard

  init(_ board: Leaderboard) {
    self.board = board
    let primary = board.standings.rules.primary
    valued = board.standings.standings.filter {
      $0.readings?.answer.value(of: primary)?.value != nil
    }
    shown = Array(valued.prefix(Self.most))
  }

  /// Submissions in a picture; the standings have all.
  static let most = 30

  private var rules: StandingsRules { board.standings.rules }
  private var isLowerBetter: Bool { rules.primary.definition.direction == .lowerIsBetter }

  /// The first of the board that have a value, baselines among them.
  private let shown: [Standing]
  /// All that have a value, the best first.
  private let valued: [Standing]

  private func value(_ standing: Standing) -> ValueDocument? {
    standing.readings?.answer.value(of: rules.primary)
  }

  private func name(_ standing: Standing) -> String {
    "\(standing.submission.team)/\(standing.submission.run)"
  }

  /// Where pictures do not have all submissions.
  var lead: String? {
    valued.count > Self.most
      ? "Pictures show the first \(Self.most) of the \(valued.count) submissions with a value."
      : nil
  }

  var figures: [PageFigure] {
    guard !shown.isEmpty else { return [] }
    return [("scores", scores), ("ranks", ranks), ("trade-off", tradeOff), ("recall", recall)]
      .compactMap { id, make in make(PictureID(id)).map { PageFigure($0, id: id) } }
  }

  private func scores(_ id: PictureID) -> Picture? {
    let range = rules.primary.definition.range
    return ScoresPicture(
      rows: shown.map { standing in
        let value = value(standing)
        return ScoresPicture.Row(
          name: name(standing), value: value?.value,
          interval: PictureInterval(value?.interval?.low, value?.interval?.high),
          letters: standing.letters ?? "", isBaseline: standing.isBaseline)
      }, measure: rules.primary.description, isLowerBetter: isLowerBetter,
      confidence: shown.lazy.compactMap { value($0)?.interval?.confidence }.first, limits: range,
      decimals: rules.policy.decimals
    ).picture(id)
  }

  /// Nil without resamples.
  private func ranks(_ id: PictureID) -> Picture? {
    let ranked = shown.filter { $0.ranks != nil }
    guard ranked.count > 1 else { return nil }
    return RanksPicture(
      rows: ranked.map { standing in
        RanksPicture.Row(
          name: name(standing), place: standing.rank,
          range: standing.ranks.map { ($0.low, $0.high) }, shares: standing.ranks?.shares ?? [],
          probabilityOfFirst: standing.ranks?.probabilityOfFirst)
      }, confidence: board.document.method?.confidence
    ).picture(id)
  }

  /// Nil where the board knows of no gap between groups.
  private func tradeOff(_ id: PictureID) -> Picture? {
    guard shown.count > 1, let gap = BoardGap(board, shown) else { return nil }
    // Of all, as one that is not shown may be as useful as the last that is, and fairer.
    let front = ParetoFront(
      valued.map { ParetoFront.Point(value($0)?.value, gap.value(of: $0, on: board)) },
      utility: isLowerBetter ? .lower : .higher)
    let onFront = Set(front.front)
    return TradeOffPicture(
      systems: shown.enumerated().map { place, standing in
        TradeOffPicture.System(
          name: name(standing), utility: value(standing)?.value,
          unfairness: gap.value(of: standing, on: board), isOnFront: onFront.contains(place))
      }, utility: rules.primary.description, unfairness: gap.description,
      isLowerBetter: isLowerBetter, atMost: gap.atMost, decimals: rules.policy.decimals
    ).picture(id)
  }

  /// Nil without a reviewer's clock.
  private func recall(_ id: PictureID) -> Picture? {
    let curves = shown.compactMap { standing in
      board.submissions[standing.position].score?.recall.map { (name(standing), $0) }
    }
    guard !curves.isEmpty else { return nil }
    return RecallPicture(
      curves: curves.prefix(RecallPicture.mostCurves).map { name, moments in
        RecallPicture.Curve(name: name, points: moments.map { ($0.minutes, $0.recall) })
      }
    ).picture(id)
  }
}
