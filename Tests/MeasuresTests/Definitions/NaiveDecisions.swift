import Foundation

extension NaiveGroups {
  private func counts(_ group: Int, _ label: String?) -> NaiveCounts {
    NaiveCounts(of(group).map(\.item), answers.members(label))
  }

  private func sensitivity(_ group: Int, _ label: String?) -> Double? {
    NaiveCounts.ratio(counts(group, label).tp, counts(group, label).tp + counts(group, label).fn)
  }

  private func falseAlarms(_ group: Int, _ label: String?) -> Double? {
    NaiveCounts.ratio(counts(group, label).fp, counts(group, label).fp + counts(group, label).tn)
  }

  /// Hardt et al., 2016, as distances: of sensitivity and of false alarms.
  func equalizedOdds(_ label: String? = nil) -> (Double, Double)? {
    guard !hasLeftOut, let found = naiveGap(groups.map { sensitivity($0, label) }),
      let alarmed = naiveGap(groups.map { falseAlarms($0, label) })
    else { return nil }
    return (found, alarmed)
  }

  /// Hardt et al., 2016, as ratios.
  func equalizedOddsRatio(_ label: String? = nil) -> Double? {
    guard !hasLeftOut, let found = naiveRatio(groups.map { sensitivity($0, label) }),
      let alarmed = naiveRatio(groups.map { falseAlarms($0, label) })
    else { return nil }
    return min(found, alarmed)
  }

  func averageOdds(_ label: String? = nil) -> Double? {
    hasLeftOut
      ? nil
      : groups.flatMap { g in
        groups.filter { $0 > g }.compactMap { h -> Double? in
          guard let a = sensitivity(g, label), let b = sensitivity(h, label),
            let c = falseAlarms(g, label), let d = falseAlarms(h, label)
          else { return nil }
          return (abs(a - b) + abs(c - d)) / 2
        }
      }.max()
  }

  /// Berk et al., 2021.
  func missesForAlarms(_ label: String? = nil) -> [Double?] {
    hasLeftOut ? [] : groups.map { NaiveCounts.ratio(counts($0, label).fn, counts($0, label).fp) }
  }

  /// Foulds et al., 2020.
  func differentialFairness(_ c: Double, _ label: String? = nil) -> Double? {
    let shares = groups.compactMap { group -> (Double, Double)? in
      let counts = counts(group, label)
      let n = Double(of(group).count)
      guard n > 0 else { return nil }
      return ((counts.tp + counts.fp + c / 2) / (n + c), (counts.tn + counts.fn + c / 2) / (n + c))
    }
    guard shares.count > 1, !hasLeftOut else { return nil }
    let distances = shares.flatMap { a in
      shares.flatMap { b in
        [(a.0, b.0), (a.1, b.1)].map { $0 == $1 ? 0 : abs(log($0) - log($1)) }
      }
    }
    return distances.max().flatMap { $0.isFinite ? $0 : nil }
  }

  /// Speicher et al., 2018: each item's benefit replaced by the mean of its group.
  func meanBenefits(_ label: String? = nil) -> [Double]? {
    guard !hasLeftOut, isDisjoint, groups.filter({ !of($0).isEmpty }).count > 1 else { return nil }
    return groups.flatMap { group -> [Double] in
      let own = answers.benefits(of: of(group).map(\.item), label)
      return own.map { _ in own.average }
    }
  }
}

extension NaiveAnswers {
  /// ŷ − y + 1; without an answer as wrong as can be.
  func benefits(of items: [NaiveItem], _ label: String? = nil) -> [Double] {
    items.map { item in
      let isGold = item.isGold(members(label))
      let isSelected = item.hasAnswer ? members(label).contains(item.predicted) : !isGold
      return (isSelected ? 1 : 0) - (isGold ? 1 : 0) + 1
    }
  }

  func entropy(_ alpha: Double, _ label: String? = nil) -> Double? {
    leftOut.isEmpty ? naiveEntropy(benefits(of: items, label), alpha) : nil
  }

  /// Van Calster et al., 2019: how often items are positive, less what was said of that.
  func meanCalibration() -> Double? {
    guard givesProbabilities, !items.isEmpty, leftOut.isEmpty else { return nil }
    return items.map { $0.isPositive ? 1.0 : 0 }.average - items.map(probability).average
  }
}

/// The generalized entropy index of Speicher et al., 2018.
func naiveEntropy(_ benefits: [Double]?, _ alpha: Double) -> Double? {
  guard let benefits, !benefits.isEmpty, benefits.average > 0 else { return nil }
  let ratios = benefits.map { $0 / benefits.average }
  let value: Double
  switch alpha {
  case 0: value = -ratios.map { log($0) }.average
  case 1: value = ratios.map { $0 > 0 ? $0 * log($0) : 0 }.average
  default: value = (ratios.map { pow($0, alpha) }.average - 1) / (alpha * (alpha - 1))
  }
  return value.isFinite ? value : nil
}
