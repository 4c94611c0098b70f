internal import Measures
package import Scoring
internal import SharedTasks

/// How alike the orders of systems are under several measures, as text.
package struct RankingAgreementReport {
  private let agreement: RankingAgreement

  package init(_ agreement: RankingAgreement) { self.agreement = agreement }

  package func rendered(as format: OutputFormat) throws -> String {
    switch format {
    case .json: return try JSONText.of(RankingAgreementDocument(agreement))
    case .csv: return pairs(exact: true).csv
    case .markdown: return document.markdown
    case .latex: return document.latex
    case .table, .trecEval:
      let tables = [names] + ranks.blocks + [pairs(exact: false)]
      return title + "\n\n" + tables.map { $0.text + "\n" }.joined() + TextWrap.wrapped(legend)
        + agreement.notes.map(NoteText.wrapped).joined() + "\n\(agreement.signature)\n"
    }
  }

  /// The notes are about the pairs.
  private var document: CaptionedTables {
    CaptionedTables(
      tables: [
        .init(names, title + "."), .init(ranks, "The places of the systems by each measure."),
        .init(pairs(exact: false), legend),
      ], notes: agreement.notes, placeOfNotes: 2, signatures: [agreement.signature.description])
  }

  private var title: String {
    "\(agreement.task), \(agreement.split): orders of \(agreement.systems.count) systems by "
      + "\(agreement.measures.count) measures, \(agreement.kind.counted(agreement.units))"
  }

  /// What the columns hold. Numbers of systems other than all have another least overlap.
  private var legend: String {
    "tau-b: Kendall's rank correlation. tauAP: the same with differences at the top weighing most, "
      + "mean of both directions; it has no value where systems have equal values. RBO: rank-biased "
      + "overlap, as extrapolated RBO (p = \(Number.shortest(RankingAgreement.persistence)))"
      + overlapRange + "; equal values are tied, as in tau-b (RBO^b). 1 is the same order."
  }

  private var overlapRange: String {
    func number(_ value: Double) -> String { Number.fixed(value, places: 4) }
    guard let least = agreement.leastOverlap else { return "" }
    let fewer = agreement.pairs.filter { $0.systems < agreement.systems.count }
      .compactMap { pair in pair.leastOverlap.map { (pair.systems, $0) } }
      .sorted { $0.0 > $1.0 }.map { " (of \($0.0) systems from \(number($0.1)))" }.uniqued
    return ", from \(number(least))" + fewer.joined() + ", the reverse order, to 1"
  }

  /// The number of each measure in the next table.
  private var names: Grid {
    var grid = Grid([("", .right), ("measure", .left)])
    for (index, measure) in agreement.measures.enumerated() {
      grid.append(["\(index + 1)", measure.description])
    }
    return grid
  }

  /// The places of the systems: one row a system, one column a measure.
  private var ranks: Grid {
    var grid = Grid(
      [("system", .left)] + agreement.measures.indices.map { ("\($0 + 1)", .right) })
    for (name, places) in zip(agreement.systems, agreement.places) {
      grid.append([name.text] + places.map { $0.map(String.init) ?? "–" })
    }
    return grid
  }

  private func pairs(exact: Bool) -> Grid {
    var grid = Grid([
      ("measure", .left), ("other", .left), ("systems", .right), ("tau-b", .right),
      ("tauAP", .right), ("RBO", .right), (exact ? "undefined" : "", .left),
    ])
    for pair in agreement.pairs {
      let values = [pair.tau, pair.tauAP, pair.overlap]
      let reasons = values.compactMap(\.reason).uniqued.joined(separator: "; ")
      grid.append(
        [pair.first.description, pair.second.description, "\(pair.systems)"]
          + values.map { value in
            exact
              ? value.number.map(Number.shortest) ?? ""
              : value.number.map { Number.fixed($0, places: 4) } ?? "–"
          } + [reasons])
    }
    return grid
  }
}
