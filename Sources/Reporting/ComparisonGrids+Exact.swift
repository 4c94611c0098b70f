internal import Scoring

extension ComparisonGrids {
  /// Everything of each pair, not rounded.
  var exactPairs: Grid {
    let names = [
      "a", "b", "difference", "low", "high", "p", "p_adjusted", "significant", "effect",
    ]
    let hasEquivalence = comparison.request.equivalence != nil
    let hasPower = comparison.request.wantsPower
    var columns = names.map { ($0, Grid.Alignment.left) }
    if hasEquivalence { columns += [("p_differing", .left), ("equivalent", .left)] }
    if hasPower { columns += [("units_needed", .left), ("smallest_difference", .left)] }
    var grid = Grid(columns + [("undefined", .left)])
    for pair in comparison.pairs {
      var row = [
        comparison.systems[pair.first].name.text, comparison.systems[pair.second].name.text,
      ]
      row += [
        Self.exact(pair.difference.number), Self.exact(pair.interval?.low),
        Self.exact(pair.interval?.high), Self.exact(pair.p.number),
        Self.exact(pair.adjusted.number), pair.p.number == nil ? "" : "\(pair.isSignificant)",
        Self.exact(pair.effect.number),
      ]
      if hasEquivalence {
        row += [
          Self.exact(pair.equivalence?.adjusted.number),
          pair.equivalence.map { $0.p.number == nil ? "" : "\($0.isShown)" } ?? "",
        ]
      }
      if hasPower {
        row += [
          Self.exact(pair.power?.units.number), Self.exact(pair.power?.smallestDifference.number),
        ]
      }
      let found = Self.reasons(pair)
      let reasons = found.map(\.reason).uniqued.map { reason in
        let what = found.filter { $0.reason == reason }.map(\.what).joined(separator: ", ")
        return "\(what): \(reason)"
      }
      grid.append(row + [reasons.joined(separator: "; ")])
    }
    return grid
  }

  /// Why there is no value, for each way in which a pair has none.
  private static func reasons(_ pair: ComparedPair) -> [(what: String, reason: String)] {
    let all: [(String, ComparedValue?)] = [
      ("difference", pair.difference), ("p", pair.p), ("effect", pair.effect),
      ("equivalence", pair.equivalence?.p), ("units needed", pair.power?.units),
      ("smallest difference", pair.power?.smallestDifference),
    ]
    return all.compactMap { what, value in value?.reason.map { (what, $0) } }
  }

  /// The reasons of all pairs, one line for each, with what has it.
  var reasons: [String] {
    let all = comparison.pairs.flatMap { pair in
      Self.reasons(pair).map { (pair: name(pair), what: $0.what, reason: $0.reason) }
    }
    return all.map(\.reason).uniqued.map { reason in
      let ones = all.filter { $0.reason == reason }
      let pairs = ones.map(\.pair).uniqued
      let named = pairs.prefix(3).joined(separator: ", ") + (pairs.count > 3 ? " …" : "")
      let whats = ones.map(\.what).uniqued
      let what =
        [whats.dropLast().joined(separator: ", "), whats.last ?? ""].filter { !$0.isEmpty }
        .joined(separator: " or ")
      return "no \(what) for \(named): \(reason)"
    }
  }

  private static func exact(_ number: Double?) -> String { number.map(Number.shortest) ?? "" }
}
