internal import Inference
internal import Measures
internal import SharedTasks

extension TradeOff {
  /// Weighs submissions that were scored by one scorer.
  ///
  /// Throws ``ComparisonError`` where they do not belong together.
  package init(
    _ entries: [TradeOffEntry], by scorer: TradeOffScorer, threads: Int
  ) async throws {
    let compared = entries.map(\.comparison)
    if compared.count > 1 { try ComparisonEntry.checkBelongTogether(compared) }
    guard let first = entries.first else { throw ComparisonError.tooFew(0) }
    let names = SystemName.of(compared)
    let request = scorer.request
    let question = scorer.question
    self.question = question
    task = first.comparison.card.task
    kind = first.comparison.card.kind
    split = first.comparison.card.split
    units = first.comparison.byUnits.units
    minimumSize = first.groups.minimumSize
    confidence = request.confidence
    seed = request.seed
    isDrawn = entries.contains { $0.groups.replicates > 0 }
    systems = zip(entries, names).map { entry, name in
      System(
        name: name, digest: entry.comparison.card.digests.submission,
        utility: entry.comparison.card.values[0], gap: entry.gap, table: entry.groups.tables[0])
    }
    front = ParetoFront(entries.map(\.point), utility: Self.better(question.utility))
    reference = Self.reference(question)
    let drawing = Drawing(entries, question, wanted: request.replicates)
    let probability = await drawing.probability(
      Self.better(question.utility), seed: request.seed, threads: threads)
    self.probability = probability
    let card = first.comparison.card
    digests = (task: card.digests.task, gold: card.digests.gold, groups: first.groups.digest)
    signature = card.signature.adding(
      Self.parts(entries, resamples: probability?.resamples ?? 0, request),
      to: "tradeoff(\(question.utility),\(Signature.text([question.unfairness.description])))")
    notes =
      Self.notes(of: systems, question) + drawing.notes
      + Self.note(on: probability)
      + SubmissionNotes.together(
        entries.map { $0.groups.notes + $0.comparison.card.notes }, of: compared.map(\.file))
  }

  /// The worst value of the utility, and the largest gap that there can be: 0 and 1 for measures from 0
  /// to 1 of which more is better.
  private static func reference(_ question: TradeOffQuestion) -> ParetoFront.Point? {
    let range = question.utility.definition.range
    let worst = better(question.utility) == .higher ? range.lowerBound : range.upperBound
    let compared = question.compared.definition.range
    return ParetoFront.Point(worst, compared.upperBound - compared.lowerBound)
  }

  private static func parts(
    _ entries: [TradeOffEntry], resamples: Int, _ request: TradeOffRequest
  ) -> [(String, String)] {
    let permutations = entries.map(\.groups.replicates).max() ?? 0
    var parts = [
      ("systems", "\(entries.count)"), ("runs", Signature.runs(entries.map(\.comparison.card))),
      ("groups", Signature.short(entries[0].groups.digest)),
      ("minimum", "\(entries[0].groups.minimumSize)"),
    ]
    parts.append(("ci", "\(request.confidence)"))
    if permutations > 0 { parts.append(("perm", "\(permutations)")) }
    if resamples > 0 { parts.append(("bs", "\(resamples)")) }
    if permutations > 0 || resamples > 0 { parts.append(("seed", "\(request.seed)")) }
    return parts
  }

  private static func notes(of systems: [System], _ question: TradeOffQuestion) -> [String] {
    let used = Set(
      systems.filter { $0.gap.finding != nil }.map { system in
        system.table.groups.filter { $0.cells[0].compared != nil }.map(\.values)
      })
    guard used.count > 1 else { return [] }
    return [
      "the gaps are not over the same groups for all submissions, as \(question.compared) is undefined "
        + "or of too few for some; a gap over fewer groups is smaller"
    ]
  }

  private static func note(on probability: FrontProbability?) -> [String] {
    guard let probability, probability.counted < probability.resamples else { return [] }
    return [
      "\(probability.resamples - probability.counted) of \(probability.resamples) resamples do not "
        + "count, as a submission has no value on them in some group"
    ]
  }
}
