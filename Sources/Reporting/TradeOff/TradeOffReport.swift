internal import Inference
internal import Measures
package import Scoring

/// The trade-off between utility and unfairness as text.
package struct TradeOffReport {
  private let tradeOff: TradeOff
  private let grids: TradeOffGrids
  private let words: TradeOffWords

  package init(_ tradeOff: TradeOff) {
    self.tradeOff = tradeOff
    grids = TradeOffGrids(tradeOff)
    words = TradeOffWords(tradeOff)
  }

  package func rendered(as format: OutputFormat) throws -> String {
    switch format {
    case .json: try JSONText.of(TradeOffDocument(tradeOff))
    case .csv: grids.exact.csv
    case .table, .trecEval: text
    case .markdown: documents(for: .markdown).markdown
    case .latex: documents(for: .latex).latex
    }
  }

  private var text: String {
    var parts = [
      TextWrap.wrapped(words.title),
      [words.verdict, words.chance, words.bound].compactMap { $0.map { TextWrap.wrapped($0) } }
        .joined(),
      grids.systems(for: .table).text, grids.pairs.text,
    ]
    if !tradeOff.front.front.isEmpty {
      parts += [picture, grids.price.text]
    }
    parts.append(
      [words.legend, words.priceCaption, words.area].map { TextWrap.wrapped($0) }.joined()
        + words.notes.map(NoteText.wrapped).joined())
    return parts.joined(separator: "\n") + "\n\(tradeOff.signature)\n"
  }

  /// Submissions as letters; up and to the left is better.
  private var picture: String {
    let utility = tradeOff.question.utility.description
    let points = grids.order.compactMap { system in
      tradeOff.front.points[system].map {
        ScatterText.Point(x: $0.unfairness, y: $0.utility, label: grids.label(system))
      }
    }
    return ScatterText(
      points: points, stairs: tradeOff.front.price.map { ($0.atMost, $0.utility) },
      isUpsideDown: TradeOff.better(tradeOff.question.utility) == .lower,
      title: TextWrap.shortened(
        "\(utility) by gap, up and left is better; ·: the best with no larger gap",
        to: Grid.terminalWidth),
      horizontalAxis: grids.unfairness
    ).text
  }

  private func documents(for format: OutputFormat) -> CaptionedTables {
    let caption = [
      words.title + ".", words.verdict, words.chance, words.bound, words.legend, words.area,
    ]
    return CaptionedTables(
      tables: [
        .init(grids.systems(for: format), caption.compactMap(\.self).joined(separator: " ")),
        .init(grids.price, words.priceCaption), .init(grids.pairs, words.pairsCaption),
      ], notes: words.notes, signatures: [tradeOff.signature.description])
  }
}
