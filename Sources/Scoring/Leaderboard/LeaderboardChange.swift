/// What becomes of a submission when a board is published anew.
package struct LeaderboardChange: Sendable, Equatable {
  package enum Cause: Sendable, Equatable {
    case added, removed
    /// When it was handed in.
    case timeChanged
    case submissionChanged
    /// Files that all scores depend on, by what they hold.
    case filesChanged([String])
    case otherVersion(String)
    /// What each submission is scored with.
    case optionsChanged
    /// Others moved, and it did not change itself.
    case others
  }

  package let team: String
  package let run: String
  package let oldRank: Int?
  package let newRank: Int?
  /// Of the primary measure, as published.
  package let oldValue: Double?
  package let newValue: Double?
  package let cause: Cause

  /// What changes from one board to the next, in the order of the new one; what is no longer there comes
  /// last.
  package static func all(
    from old: LeaderboardDocument?, to new: LeaderboardDocument
  ) -> [LeaderboardChange] {
    func entries(_ document: LeaderboardDocument?) -> [LeaderboardDocument.Entry] {
      (document?.standings ?? []) + (document?.otherRuns ?? [])
    }
    // By bytes: names that look alike may be those of two teams.
    func key(_ entry: LeaderboardDocument.Entry) -> [[UInt8]] {
      [Array(entry.team.utf8), Array(entry.run.utf8)]
    }
    let before = Dictionary(
      entries(old).map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [LeaderboardChange] = []
    for entry in entries(new) {
      let known = before[key(entry)]
      guard known == nil || known?.isShown(as: entry) == false else { continue }
      changes.append(
        LeaderboardChange(
          known, entry, primary: (old?.primary ?? new.primary, new.primary),
          cause: known == nil ? .added : cause(from: known, to: entry, old, new)))
    }
    let after = Set(entries(new).map(key))
    for entry in entries(old) where !after.contains(key(entry)) {
      changes.append(
        LeaderboardChange(
          entry, nil, primary: (old?.primary ?? new.primary, new.primary), cause: .removed))
    }
    return changes
  }

  private init(
    _ old: LeaderboardDocument.Entry?, _ new: LeaderboardDocument.Entry?,
    primary: (old: String, new: String), cause: Cause
  ) {
    team = new?.team ?? old?.team ?? ""
    run = new?.run ?? old?.run ?? ""
    oldRank = old?.rank
    newRank = new?.rank
    oldValue = old?.measures?[primary.old]?.value
    newValue = new?.measures?[primary.new]?.value
    self.cause = cause
  }

  private static func cause(
    from old: LeaderboardDocument.Entry?, to new: LeaderboardDocument.Entry,
    _ before: LeaderboardDocument?, _ after: LeaderboardDocument
  ) -> Cause {
    guard let old, let before else { return .added }
    if old.digests["submission"] != new.digests["submission"] { return .submissionChanged }
    if old.submitted != new.submitted { return .timeChanged }
    let files = Set(before.digests.keys).union(after.digests.keys)
      .filter { before.digests[$0] != after.digests[$0] }
    if !files.isEmpty { return .filesChanged(files.sorted()) }
    if before.cltask != after.cltask { return .otherVersion(before.cltask) }
    if before.options != after.options { return .optionsChanged }
    return .others
  }
}

extension LeaderboardDocument.Entry {
  /// Whether the other one has the same rank and the same numbers. How many others there are, of which
  /// sentences and rank intervals tell, is no change of a submission.
  fileprivate func isShown(as other: LeaderboardDocument.Entry) -> Bool {
    rank == other.rank && submitted == other.submitted && measures == other.measures
      && bounded == other.bounded
      && keepsBounds == other.keepsBounds && digests == other.digests
      && (measures != nil || why == other.why)
  }
}
