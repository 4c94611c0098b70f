internal import Measures
internal import Scoring

/// A column of a board as people read it.
struct LeaderboardColumn {
  let name: String
  let alignment: Grid.Alignment
  /// Of a measure that ranks do not go by, which a narrow table may leave out.
  var isFurther = false
  let cell: (Standing) -> String

  /// What stands where there is no value.
  private static let nothing = "–"

  static func all(of cells: LeaderboardCells) -> [LeaderboardColumn] {
    naming(cells) + ranking(cells) + further(cells)
  }

  private static func naming(_ cells: LeaderboardCells) -> [LeaderboardColumn] {
    var columns = [
      LeaderboardColumn(name: "rank", alignment: .right) { $0.rank.map(String.init) ?? nothing }
    ]
    if cells.hasRanks {
      columns.append(
        LeaderboardColumn(name: "range", alignment: .left) { standing in
          standing.ranks.map { $0.low == $0.high ? "\($0.low)" : "\($0.low)–\($0.high)" } ?? nothing
        })
    }
    return columns + [
      LeaderboardColumn(name: "team", alignment: .left) { $0.submission.team.printable },
      LeaderboardColumn(name: "run", alignment: .left) { $0.submission.run.printable },
    ]
  }

  /// What ranks go by.
  private static func ranking(_ cells: LeaderboardCells) -> [LeaderboardColumn] {
    var columns = [column(cells.primary, cells)]
    if let confidence = cells.confidence {
      columns.append(
        LeaderboardColumn(name: Number.percent(confidence) + " interval", alignment: .left) {
          cells.interval(cells.primary, $0).map { "[\($0.low), \($0.high)]" } ?? nothing
        })
    }
    columns += cells.gapNames.map { name in
      LeaderboardColumn(name: name, alignment: .right) { cells.gap(name, $0) ?? nothing }
    }
    if cells.hasBounds {
      columns.append(
        LeaderboardColumn(name: "keeps bounds", alignment: .left) { standing in
          standing.keepsBounds.map { $0 ? "yes" : "no" } ?? nothing
        })
    }
    return columns
  }

  private static func further(_ cells: LeaderboardCells) -> [LeaderboardColumn] {
    cells.measures.filter { $0 != cells.primary }.map { measure in
      var column = column(measure, cells)
      column.isFurther = true
      return column
    }
  }

  /// Seconds are said to be such in the head.
  private static func column(_ measure: Measure, _ cells: LeaderboardCells) -> LeaderboardColumn {
    LeaderboardColumn(
      name: measure.description + (measure.definition.isTime ? " (s)" : ""), alignment: .right
    ) { cells.value(measure, $0) ?? nothing }
  }
}
