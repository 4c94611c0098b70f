internal import ExactMath

extension MeasureDefinition {
  static let differentialFairness = MeasureDefinition(
    "DifferentialFairness",
    summary:
      "The largest ratio of the chances of two groups to be selected or not, as a logarithm.",
    formula: "ε = max over pairs of groups of max(|ln r_g − ln r_h|, |ln(1 − r_g) − ln(1 − r_h)|), "
      + "r = (k + c/2)/(n + c), k of the group's n items being predicted positive",
    source: "Foulds, Islam, Keya and Pan, ICDE 2020 (smoothed empirical differential fairness)",
    range: 0...Double.infinity, direction: .lowerIsBetter, needs: [.labels, .groups],
    parameters: [
      MeasureParameter(
        "concentration", .number(0...1_000_000), default: "1", isAlwaysShown: true,
        "c: of the prior that keeps shares away from 0 and 1; 0 for none"), classLabel,
    ],
    undefined:
      "fewer than two groups have items, answers are left out, or concentration is 0 and a group is never or "
      + "always selected while another is not",
    examples: [
      MeasureExample(
        "DifferentialFairness",
        .grouped(gold: [0, 0], predicted: [1, 0], groups: ["F", "M"]), is: 1.0986123,
        because: "shares ¾ and ¼: ln 3"),
      MeasureExample(
        "DifferentialFairness(concentration=0)",
        .grouped(gold: [0, 0], predicted: [1, 0], groups: ["F", "M"]), is: nil,
        because: "1 over 0"),
    ],
    kernel: .groups(
      GroupsKernel(.decisions) { arguments, scale in
        let members = try arguments.members(in: scale)
        let concentration = arguments.number("concentration") ?? 1
        return { items in
          let shares = items.binaryCounts(members).map { counts -> Shares? in
            counts.size > 0 ? Shares(counts, concentration) : nil
          }
          let finding = GroupFinding.ofPairs(shares.count) { first, second in
            guard let one = shares[first], let other = shares[second] else { return nil }
            return one.distance(to: other)
          }
          let isInfinite = finding.value.reason == .overflow
          return GroupFinding(
            value: isInfinite ? .undefined(.infinite(because: .neverOrAlways)) : finding.value,
            cells: shares.map { $0.map { .number($0.selected) } ?? .undefined(.nothing(.items)) },
            responsible: finding.responsible
          ).chosen(
            contrast(of: finding.responsible, shares),
            from: shares.map { $0?.logarithm(\.selected) }
              + shares.map { $0?.logarithm(\.others) })
        }
      }))
}

/// Which difference of logarithms is the larger one: of the shares that are selected, or of those that
/// are not.
private func contrast(of pair: [Int], _ shares: [Shares?]) -> GroupContrast? {
  guard pair.count == 2, let high = shares[pair[0]], let low = shares[pair[1]] else { return nil }
  let comparisons = 2 * GroupContrast.pairs(of: shares.count { $0 != nil })
  return high.distance(to: low, \.selected) >= high.distance(to: low, \.others)
    ? .difference(pair[0], pair[1], of: comparisons)
    : .difference(shares.count + pair[1], shares.count + pair[0], of: comparisons)
}

/// The shares of a group that are selected and that are not.
private struct Shares {
  let selected: Double
  let others: Double

  init(_ counts: BinaryCounts, _ concentration: Double) {
    let size = Double(counts.size) + concentration
    selected = (Double(counts.predictedPositives) + concentration / 2) / size
    others = (Double(counts.predictedNegatives) + concentration / 2) / size
  }

  /// The larger distance of the logarithms, infinite where one share is 0 and the other is not;
  /// below 0 where this group is selected less often.
  func distance(to other: Shares) -> Double {
    let size = max(distance(to: other, \.selected), distance(to: other, \.others))
    return selected < other.selected ? -size : size
  }

  func distance(to other: Shares, _ share: KeyPath<Shares, Double>) -> Double {
    let (one, other) = (self[keyPath: share], other[keyPath: share])
    return one == other ? 0 : abs(Exact.log(one) - Exact.log(other))
  }

  /// Nil where it is infinite.
  func logarithm(_ share: KeyPath<Shares, Double>) -> Double? {
    let share = self[keyPath: share]
    return share > 0 ? Exact.log(share) : nil
  }
}
