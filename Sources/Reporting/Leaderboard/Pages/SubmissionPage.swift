internal import Measures
internal import Scoring
internal import SharedTasks

/// The page of one submission: all that its board knows of it.
struct SubmissionPage {
  /// How it differs from the best.
  struct Leader {
    let lead: String
    let link: String
    let name: String
    let table: PageTable
  }

  let frame: PageFrame
  let pageTitle: String
  let boardTitle: String
  let kicker: String
  let team: String
  let run: String
  let lead: String
  let facts: [PageFact]
  let why: String
  let leader: Leader?
  let sections: [PageSection]
  let reproduce: String
  let command: String
  /// Nil for what was refused: there is no score to keep.
  let receipt: String?
  let digests: [PageFact]

  init(
    _ standing: Standing, _ submission: BoardSubmission, on board: Leaderboard, _ frame: PageFrame
  ) {
    self.frame = frame
    let place = submission.place
    let rules = board.standings.rules
    let numbers = BoardNumbers(decimals: rules.policy.decimals)
    team = place.team.printable
    run = place.run.printable
    boardTitle = board.title
    pageTitle = "\(team) \(run): \(board.title)"
    kicker = standing.isBaseline ? "Baseline" : "Submission"
    let value = standing.readings?.answer.value(of: rules.primary)?.value
    lead =
      (standing.rank.map { "Rank \($0) of \(board.standings.ranked)" } ?? "No rank")
      + (value.map { ", \(rules.primary) \(numbers.text($0, of: rules.primary))" } ?? "")
    facts = Self.facts(standing, submission, board)
    why = standing.why
    leader = standing.toLeader.flatMap { Self.leader($0, board, numbers) }
    sections =
      [SubmissionScores(standing, submission, board).section]
      + SubmissionPictures(submission, board).sections
      + [
        SubmissionGroups(submission, board).section, SubmissionAudit(submission, board).section,
        Self.metadata(submission), Self.notes(submission),
      ].compactMap(\.self).filter { !$0.isEmpty }
    let receipt = LeaderboardPaths.receipt(of: place)
    if submission.score != nil {
      reproduce = "The numbers of this page can be had again from the submission and the gold:"
      command =
        "cltask reproduce "
        + PageLink.shellQuoted(Workspace.relativePath(ofLeaderboard: board.task) + "/" + receipt)
      self.receipt = PageLink.up + PageLink.to(receipt)
    } else {
      reproduce = "What is wrong with the submission is told line by line by:"
      command = "cltask validate " + PageLink.shellQuoted(Workspace.relativePath(of: place))
      self.receipt = nil
    }
    var digests = standing.submission.digests
    digests["submission"] = submission.digest
    self.digests =
      PageFact.digests(digests)
      + (standing.submission.signature.map { [PageFact("Signature", $0)] } ?? []) + [
        PageFact.software
      ]
  }

  private static func facts(
    _ standing: Standing, _ submission: BoardSubmission, _ board: Leaderboard
  ) -> [PageFact] {
    var facts = [
      PageFact("Task", board.task), PageFact("Kind", board.kind.words),
      PageFact("Split", board.split.printable),
      PageFact("Submitted", submission.submitted?.description ?? "not said"),
    ]
    if let ranks = standing.ranks {
      facts.append(PageFact("Ranks on resamples", "\(ranks.low) to \(ranks.high)"))
      facts.append(
        PageFact(
          "First on", Number.fixed(ranks.probabilityOfFirst * 100, places: 0) + " % of resamples"))
    }
    if let letters = standing.letters, !letters.isEmpty {
      facts.append(PageFact("Not told apart", letters.printable))
    }
    if let keeps = standing.keepsBounds {
      facts.append(PageFact("Bounds of the task", keeps ? "kept" : "not kept"))
    }
    return facts
  }

  private static func leader(
    _ difference: LeaderDifference, _ board: Leaderboard, _ numbers: BoardNumbers
  ) -> Leader? {
    guard board.submissions.indices.contains(difference.leader) else { return nil }
    let place = board.submissions[difference.leader].place
    let confidence = board.document.method.map { Number.percent($0.confidence) + " interval" }
    var grid = Grid([
      ("measure", .left), ("difference", .right), (confidence ?? "interval", .right), ("p", .right),
      ("adjusted p", .right), ("told apart", .left),
    ])
    grid.append([
      board.standings.rules.primary.description,
      difference.difference.number.map(numbers.signed) ?? "–",
      numbers.interval(difference.low, difference.high) ?? "–",
      difference.p.number.map(numbers.probability) ?? "–",
      difference.adjusted.number.map(numbers.probability) ?? "–",
      difference.p.number == nil
        ? (difference.p.reason ?? "not tested").printable
        : difference.isToldApart ? "yes" : "no",
    ])
    return Leader(
      lead: "Against the best that it is ranked against,",
      link: PageLink.up + PageLink.to(LeaderboardPaths.page(of: place)),
      name: "\(place.team.printable) / \(place.run.printable)",
      table: PageTable(
        grid, id: "leader", caption: "Its value less that of the leader, on the same units"))
  }

  /// Anybody's text: never a link.
  private static func metadata(_ submission: BoardSubmission) -> PageSection? {
    guard let metadata = submission.score?.metadata, !metadata.isEmpty else { return nil }
    var section = PageSection(id: "metadata", title: "What the file says of itself")
    var grid = Grid([("name", .left), ("value", .left)])
    for (name, value) in metadata.sorted(by: { $0.key < $1.key }).prefix(50) {
      grid.append([name.printable, PrintableText.escaped(value, limit: 1_000)])
    }
    section.add(grid, "Written by whoever sent it; nobody checked it")
    return section
  }

  private static func notes(_ submission: BoardSubmission) -> PageSection? {
    guard let notes = submission.score?.scorecard.notes, !notes.isEmpty else { return nil }
    return PageSection(
      id: "notes", title: "Notes", paragraphs: notes.map { PrintableText.escaped($0, limit: 1_000) }
    )
  }
}
