internal import Measures
internal import Scoring
internal import SharedTasks

/// `index.html`: who stands where and why.
struct IndexPage {
  let frame: PageFrame
  let pageTitle: String
  let title: String
  let lead: String
  let facts: [PageFact]
  let rules: String
  let evidence: String?
  let caption: String
  let columns: [StandingColumns.Column]
  let standings: [StandingRow]
  let hasStandings: Bool
  let others: [StandingRow]
  let hasOthers: Bool
  let othersLead: String
  let notes: [String]
  let hasNotes: Bool
  let figures: [PageFigure]
  let figuresLead: String?
  let hasFigures: Bool
  let downloads: [PageDownload]
  let command: String
  let epochs: [PageDownload]
  let hasEpochs: Bool
  let digests: [PageFact]

  init(_ board: Leaderboard, _ frame: PageFrame) {
    self.frame = frame
    title = board.title
    pageTitle = "\(board.title): leaderboard"
    let words = BoardRules(board)
    lead = Self.lead(board)
    facts = Self.facts(board)
    rules = words.text
    evidence = words.evidence
    caption = Self.caption(board)
    let table = StandingColumns(board)
    columns = table.columns
    standings = board.standings.standings.map { table.row($0, board.submissions[$0.position]) }
    hasStandings = !standings.isEmpty
    others = board.standings.passedOver.map { table.row($0, board.submissions[$0.position]) }
    hasOthers = !others.isEmpty
    othersLead =
      "Each team is ranked by its \(board.standings.rules.perTeam.rawValue) run with a value. These are "
      + "the others, by team and run."
    notes = board.document.notes ?? []
    hasNotes = !notes.isEmpty
    let pictures = BoardPictures(board)
    figures = pictures.figures
    figuresLead = pictures.lead
    hasFigures = !figures.isEmpty
    downloads = Self.downloads
    command =
      "cltask reproduce "
      + PageLink.shellQuoted(Workspace.relativePath(ofLeaderboard: board.task))
    epochs = board.epochs.reversed().map { epoch in
      PageDownload(
        name: "Epoch \(epoch.epoch)",
        link: PageLink.to(LeaderboardPaths.epoch(epoch.epoch) + "/" + LeaderboardPaths.document),
        what: "cltask \(epoch.cltask), \(epoch.leaderboard)")
    }
    hasEpochs = !epochs.isEmpty
    digests =
      PageFact.digests(board.document.digests) + [
        PageFact("Board", "\(board.task), split \(board.split), epoch \(board.document.epoch)"),
        PageFact.software,
      ]
  }

  private static func lead(_ board: Leaderboard) -> String {
    let primary = board.standings.rules.primary
    let first = board.standings.standings.filter { $0.rank == 1 }
    guard let best = first.first,
      let value = best.readings?.answer.value(of: primary)?.value
    else { return "No submission has a rank yet." }
    let number = BoardNumbers(decimals: board.standings.rules.policy.decimals)
      .text(value, of: primary)
    let name = "\(best.submission.team.printable) / \(best.submission.run.printable)"
    return first.count == 1
      ? "\(name) is first, with \(primary) \(number)."
      : "\(first.count) submissions share the first rank; \(name) has the best value, \(primary) "
        + "\(number)."
  }

  private static func facts(_ board: Leaderboard) -> [PageFact] {
    let standings = board.standings.standings
    let baselines = standings.count(where: \.isBaseline)
    let without = standings.count { $0.rank == nil && !$0.isBaseline }
    let counts =
      ["\(board.standings.ranked) ranked"]
      + (baselines > 0 ? ["\(baselines) \(baselines == 1 ? "baseline" : "baselines")"] : [])
      + (without > 0 ? ["\(without) without a rank"] : [])
    let primary = board.standings.rules.primary
    return [
      PageFact("Task", board.task), PageFact("Kind", board.kind.words),
      PageFact("Split", board.split.printable),
      PageFact("Ranked by", "\(primary), \(primary.definition.direction.rawValue)"),
      PageFact("Submissions", counts.joined(separator: ", ")),
    ]
  }

  private static func caption(_ board: Leaderboard) -> String {
    let intervals =
      board.options.replicates > 0
      ? ", with \(Number.percent(board.options.confidence)) intervals" : ""
    return "Standings by \(board.standings.rules.primary)\(intervals)"
  }

  private static let downloads = [
    PageDownload(
      name: "leaderboard.json", link: LeaderboardPaths.document,
      what: "everything on this page, for programs"),
    PageDownload(
      name: "leaderboard.csv", link: "leaderboard.csv", what: "the standings, for spreadsheets"),
    PageDownload(
      name: "leaderboard.md", link: "leaderboard.md", what: "the standings, in Markdown"),
    PageDownload(
      name: "leaderboard.tex", link: "leaderboard.tex", what: "the standings, for a paper"),
    PageDownload(name: "leaderboard.bib", link: "leaderboard.bib", what: "to cite this board"),
  ]
}

extension TaskDefinition.Kind {
  /// For people.
  var words: String { self == .earlyDetection ? "early detection" : rawValue }
}
