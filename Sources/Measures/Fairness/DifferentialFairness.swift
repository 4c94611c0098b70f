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
            responsible: finding.responsible)
        }
      }))
}

/// The shares of a group that are selected and that are not.
private struct Shares {
  let selected: Double
  private let others: Double

  init(_ counts: BinaryCounts, _ concentration: Double) {
    let size = Double(counts.size) + concentration
    selected = (Double(counts.predictedPositives) + concentration / 2) / size
    others = (Double(counts.predictedNegatives) + concentration / 2) / size
  }

  /// The larger distance of the logarithms, infinite where one share is 0 and the other is not;
  /// below 0 where this group is selected less often.
  func distance(to other: Shares) -> Double {
    func distance(_ one: Double, _ other: Double) -> Double {
      one == other ? 0 : abs(Exact.log(one) - Exact.log(other))
    }
    let size = max(distance(selected, other.selected), distance(others, other.others))
    return selected < other.selected ? -size : size
  }
}
