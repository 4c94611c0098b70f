internal import Measures
internal import SharedTasks

/// Why a submission stands where it does, in sentences.
///
/// They hold numbers as they are published, the names of the task's measures and reasons that were
/// made safe to print; never a name that a team chose.
struct StandingWords {
  private let field: StandingsField
  private let position: Int
  private let ranked: Int

  init(_ field: StandingsField, _ position: Int, ranked: Int) {
    self.field = field
    self.position = position
    self.ranked = ranked
  }

  private var rules: StandingsRules { field.rules }
  private var submission: StandingsSubmission { field.submissions[position] }
  private var readings: StandingReadings? { field.readings[position]?.answer }

  func why(_ finding: RankFinding?) -> String {
    let sentences =
      if let finding {
        [place(finding), ties(finding)] + bounds(keeping: finding.keeping) + [run]
      } else if field.passedOver[position] != nil {
        [passedOver]
      } else if field.keys[position] == nil {
        [withoutValue]
      } else {
        [baseline] + bounds(keeping: nil)
      }
    return sentences.compactMap(\.self).joined(separator: " ")
  }

  private func place(_ finding: RankFinding) -> String {
    "Rank \(finding.rank) of \(ranked): \(stated(rules.primary)), and "
      + "\(rules.primary.definition.direction.rawValue)."
  }

  private func ties(_ finding: RankFinding) -> String? {
    if let membership = finding.membership { return cluster(finding, membership) }
    guard finding.level > 0 else { return nil }
    let equal = "\(count(finding.level, "other")) the same to \(decimals)"
    let shares =
      finding.sharing > 0
      ? "; \(count(finding.sharing, "of them")) that too, and the rank is shared." : "."
    switch rules.ties {
    case .shared, .significance: return equal + ", and the rank is shared."
    case .earliest:
      let when = submission.submitted.map { "was submitted at \($0)" } ?? "does not say when"
      return "\(equal); the earlier submission is ahead, and this one \(when)\(shares)"
    case .measure(let measure):
      return "\(equal); then \(measure) decides, \(measure.definition.direction.rawValue): "
        + stated(measure) + shares
    }
  }

  private func cluster(
    _ finding: RankFinding, _ membership: SignificanceClusters.Membership
  ) -> String? {
    var sentences: [String] = []
    if finding.sharing > 0 {
      let p = membership.againstBest.map { " (\(probability($0.adjusted)))" } ?? ""
      sentences.append(
        "It shares the rank with \(finding.sharing) more: tests do not tell them from the best among "
          + "them\(p).")
    }
    if let above = membership.againstAbove {
      let p = probability(above.adjusted)
      sentences.append(
        above.isToldApart
          ? "A test tells it from the best of the rank above (\(p))."
          : "No test tells it from the best of the rank above (\(p)), but one does so with a better "
            + "value, and a better value never ranks lower.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// - Parameter keeping: how many submissions with a rank keep the bounds; nil for a baseline.
  private func bounds(keeping: Int?) -> [String] {
    guard let readings, !rules.bounds.isEmpty else { return [] }
    let pairs = zip(rules.bounds, readings.bounded)
    let broken = pairs.filter { !$0.isKept(by: $1) }
    guard field.violates(position) else {
      return ["It keeps " + pairs.map { "\($0) (\(Self.text($1)))" }.joined(separator: ", ") + "."]
    }
    let reasons = broken.map { bound, value in
      value.number == nil
        ? "\(bound.subject) is \(Self.text(value)), so that nobody knows whether \(bound)"
        : "\(bound.subject) is \(Self.text(value)), and not \(bound.relation.rawValue) "
          + DecimalRounding.text(bound.bound)
    }
    let place = keeping.map {
      $0 == 0
        ? "No submission keeps the task's bounds, nor does this one"
        : "Ranked below the \($0) that \($0 == 1 ? "keeps" : "keep") the task's bounds"
    }
    return ["\(place ?? "It does not keep the task's bounds"): \(reasons.joined(separator: "; "))."]
  }

  private var run: String? {
    guard let runs = field.runs[position], runs > 1, rules.perTeam != .all else { return nil }
    return "The \(rules.perTeam.rawValue) of the team's \(runs) runs with a value."
  }

  private var passedOver: String {
    rules.perTeam == .last
      ? "Not ranked: the team's last run stands for it, and this is an earlier one."
      : "Not ranked: the team's best run stands for it, and this one is no better."
  }

  private var withoutValue: String {
    if case .invalid(let reason) = submission.outcome {
      return "Not ranked: the submission is invalid: \(Self.printable(reason))."
    }
    return "Not ranked: \(stated(rules.primary))."
  }

  private var baseline: String {
    let own = field.keys[position]
    let better = field.contests.joined().count { other in
      guard let own, let other = field.keys[other] else { return false }
      return other < own && !other.hasValue(of: own)
    }
    return "A baseline, which takes no rank: \(stated(rules.primary)), and \(better) of \(ranked) "
      + "ranked submissions stand above it."
  }

  /// `AUC is 0.8125`.
  private func stated(_ measure: Measure) -> String {
    guard let value = readings?.value(of: measure) else { return "\(measure) was not computed" }
    return "\(measure) is "
      + Self.text(ComparedValue(value.value, or: value.undefined ?? "without a value"))
  }

  private static func text(_ value: ComparedValue) -> String {
    switch value {
    case .number(let number): DecimalRounding.text(number)
    case .undefined(let reason): "undefined (\(printable(reason)))"
    }
  }

  private static func printable(_ text: String) -> String {
    PrintableText.escaped(text, limit: 500)
  }

  /// `1 other has`, `2 of them have`.
  private func count(_ count: Int, _ what: String) -> String {
    let noun = what == "other" && count > 1 ? "others" : what
    return "\(count) \(noun) \(count == 1 ? "has" : "have")"
  }

  private var decimals: String {
    rules.policy.decimals == 1 ? "1 decimal" : "\(rules.policy.decimals) decimals"
  }

  /// `adjusted p = 0.0213`; never 0, which no test can show.
  private func probability(_ p: Double) -> String {
    let rounded = rules.policy.rounded(p)
    guard rounded == 0 else { return "adjusted p = \(DecimalRounding.text(rounded))" }
    let least = (0..<rules.policy.decimals).reduce(1.0) { value, _ in value * 10 }
    return "adjusted p < \(DecimalRounding.text(1 / least))"
  }
}
