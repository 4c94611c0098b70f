internal import Measures
internal import Scoring

/// A board as a page of Markdown: who stands where, the runs that others stand for, and why.
struct LeaderboardMarkdown {
  let cells: LeaderboardCells
  let caption: LeaderboardCaption

  init(_ cells: LeaderboardCells, _ caption: LeaderboardCaption) {
    self.cells = cells
    self.caption = caption
  }

  private var board: Leaderboard { cells.board }

  var text: String {
    let standings = board.standings
    var tables = [
      CaptionedTables.Table(
        grid(of: standings.standings),
        (caption.sentences + [caption.origin]).joined(separator: " "))
    ]
    if !standings.passedOver.isEmpty {
      tables.append(.init(grid(of: standings.passedOver), "Runs that another run stands for."))
    }
    tables.append(.init(reasons, "Why each stands where it does."))
    let signatures = caption.signatures(of: standings.standings + standings.passedOver)
    return "# \(TerminalText.markdown(board.title.printable))\n\n"
      + CaptionedTables(tables: tables, notes: board.document.notes ?? [], signatures: signatures)
      .markdown
  }

  private func grid(of standings: [Standing]) -> Grid {
    let columns = LeaderboardColumn.all(of: cells)
    var grid = Grid(columns.map { ($0.name, $0.alignment) })
    for standing in standings { grid.append(columns.map { $0.cell(standing) }) }
    return grid
  }

  private var reasons: Grid {
    var grid = Grid([("rank", .right), ("team", .left), ("run", .left), ("why", .left)])
    for (standing, _) in board.all {
      grid.append([
        standing.rank.map(String.init) ?? "–", standing.submission.team.printable,
        standing.submission.run.printable, cells.why(standing),
      ])
    }
    return grid
  }
}
