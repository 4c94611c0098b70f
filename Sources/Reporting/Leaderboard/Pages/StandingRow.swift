internal import Measures
internal import Mustache
internal import Scoring
internal import SharedTasks

/// A submission in the table of standings.
struct StandingRow {
  let rank: String
  /// What rows are sorted by; empty without a rank.
  let rankValue: String
  let team: String
  let run: String
  let link: String
  let isBaseline: Bool
  let why: String
  /// Whether `why` is read without asking: where there is no value.
  let isOpen: Bool
  let cells: [PageCell]
}

extension StandingRow: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "rank": rank
    case "rankValue": rankValue
    case "team": team
    case "run": run
    case "link": link
    case "isBaseline": isBaseline
    case "why": why
    case "isOpen": isOpen
    case "cells": cells
    default: nil
    }
  }
}

/// The columns of the standings behind rank and name, and what a submission has in them.
struct StandingColumns {
  struct Column {
    let text: String
    let kind: String
    /// `number` or `text`.
    let sort: String
    /// Whether the first click shows the greatest first.
    let isDescending: Bool
  }

  let columns: [Column]
  private let rules: StandingsRules
  private let measures: [Measure]
  private let numbers: BoardNumbers
  private let hasRanks: Bool
  private let hasLetters: Bool

  init(_ board: Leaderboard) {
    rules = board.standings.rules
    let all = board.all.map(\.standing)
    // The same for all that are scored, and the primary one first.
    let known = all.lazy.compactMap { $0.readings?.answer.measures }.first ?? []
    measures = [rules.primary] + known.filter { [primary = rules.primary] in $0 != primary }
    numbers = BoardNumbers(decimals: rules.policy.decimals)
    hasRanks = all.contains { $0.ranks != nil }
    hasLetters = all.contains { $0.letters?.isEmpty == false }
    func isDescending(_ measure: Measure) -> Bool {
      measure.definition.direction != .lowerIsBetter
    }
    func column(_ measure: Measure, isPrimary: Bool) -> Column {
      Column(
        text: measure.description, kind: isPrimary ? "number primary" : "number", sort: "number",
        isDescending: isDescending(measure))
    }
    var columns = measures.prefix(1).map { column($0, isPrimary: true) }
    if hasRanks {
      columns.append(Column(text: "Ranks", kind: "number", sort: "number", isDescending: false))
    }
    if hasLetters {
      columns.append(
        Column(text: "Not told apart", kind: "text", sort: "text", isDescending: false))
    }
    columns += measures.dropFirst().map { column($0, isPrimary: false) }
    columns += rules.bounds.map {
      Column(
        text: $0.subject, kind: "number", sort: "number", isDescending: $0.relation == .atLeast)
    }
    self.columns = columns
  }

  /// - Parameter root: from the page to the folder of the board.
  func row(_ standing: Standing, _ submission: BoardSubmission, root: String = "") -> StandingRow {
    let hasValue = standing.readings?.answer.value(of: rules.primary)?.value != nil
    return StandingRow(
      rank: standing.rank.map(String.init) ?? "–", rankValue: standing.rank.map(String.init) ?? "",
      team: submission.place.team.printable, run: submission.place.run.printable,
      link: root + PageLink.to(LeaderboardPaths.page(of: submission.place)),
      isBaseline: standing.isBaseline, why: standing.why, isOpen: !hasValue,
      cells: cells(standing))
  }

  private func cells(_ standing: Standing) -> [PageCell] {
    let readings = standing.readings?.answer
    func cell(_ measure: Measure, isPrimary: Bool) -> PageCell {
      var cell = PageCell(text: "–", kind: isPrimary ? "number primary" : "number")
      guard let value = readings?.value(of: measure), let number = value.value else { return cell }
      cell = PageCell(
        text: numbers.text(number, of: measure), kind: cell.kind,
        note: numbers.interval(value.interval?.low, value.interval?.high, of: measure),
        value: Number.shortest(number))
      return cell
    }
    var cells = measures.prefix(1).map { cell($0, isPrimary: true) }
    if hasRanks {
      cells.append(
        PageCell(
          text: standing.ranks.map { $0.low == $0.high ? "\($0.low)" : "\($0.low)–\($0.high)" }
            ?? "–", kind: "number", value: standing.ranks.map { "\($0.low)" } ?? ""))
    }
    if hasLetters {
      let letters = standing.letters?.printable ?? ""
      cells.append(PageCell(text: letters, kind: "text", value: letters))
    }
    cells += measures.dropFirst().map { cell($0, isPrimary: false) }
    for (place, bound) in rules.bounds.enumerated() {
      guard let readings, place < readings.bounded.count else {
        cells.append(PageCell(text: "–", kind: "number"))
        continue
      }
      let value = readings.bounded[place]
      cells.append(
        PageCell(
          text: value.number.map(numbers.plain) ?? "–", kind: "number",
          note: bound.isKept(by: value) ? "kept" : "not kept",
          value: value.number.map(Number.shortest) ?? ""))
    }
    return cells
  }
}
