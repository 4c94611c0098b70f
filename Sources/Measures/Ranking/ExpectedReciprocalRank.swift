internal import ExactMath

extension MeasureDefinition {
  static let expectedReciprocalRank = MeasureDefinition(
    "ERR",
    summary:
      "Expected 1/rank at which a reader stops, who stops at an item the likelier the better.",
    formula: "Σ 1/k · s(k) · Π_{i<k} (1 − s(i)), s = (2^grade − 1)/2^max",
    source: "Chapelle, Metlzer, Zhang and Grinspan, CIKM 2009; gdeval.pl for max = 4",
    needs: [.grades, .scores], parameters: [maximumGrade], cutoff: .optionalRank,
    undefined: "never",
    examples: [
      MeasureExample(
        "ERR(max=1)", .ranking([0, 1, 1]), is: 1.0 / 3, because: "1/2 · 1/2 + 1/3 · 1/2 · 1/2")
    ],
    kernel: .list(
      ListKernel(first: { arguments, scale in
        let maximum = maximumGrade(arguments, scale)
        let stop = scale.grades.map {
          $0 > 0 ? (Exact.exp2(min($0, maximum)) - 1) / Exact.exp2(maximum) : 0
        }
        return { .number(Cascade(stop: stop, cutoff: $1 ?? $0.count).value(of: $0)) }
      })))

  /// `max=`: the grade of a perfect item.
  static let maximumGrade = MeasureParameter(
    "max", .number(0.000001...1023),
    "the highest grade; without it the highest that the task declares, else 4")

  static func maximumGrade(_ arguments: MeasureArguments, _ scale: GradeScale) -> Double {
    if let given = arguments.number("max") { return given }
    return scale.declaredMaximum.flatMap { $0 > 0 ? $0 : nil } ?? 4
  }
}

/// A reader who goes down the list and stops at each item with the probability of its level.
private struct Cascade {
  let stop: [Double]
  let cutoff: Int

  func value(of list: RankedList) -> Double {
    var sum = CompensatedSum()
    /// The probability that the reader gets as far as the group.
    var arriving = 1.0
    var index = 0
    while index < list.rows.count, arriving > 0 {
      let first = list.rows[index]
      guard Int(first.above) < cutoff else { break }
      if first.length == 1 {
        let probability = stop[Int(first.level)]
        sum.add(arriving * probability / Double(Int(first.above) + 1))
        arriving *= 1 - probability
        index += 1
        continue
      }
      var going: [Double] = []
      while index < list.rows.count, list.rows[index].above == first.above {
        let row = list.rows[index]
        if stop[Int(row.level)] > 0 {
          going.append(contentsOf: repeatElement(1 - stop[Int(row.level)], count: Int(row.items)))
        }
        index += 1
      }
      let tied = TiedCascade(
        going: going, length: Int(first.length), above: Int(first.above), cutoff: cutoff)
      sum.add(arriving * tied.value)
      arriving *= going.reduce(1, *)
    }
    return sum.value
  }
}

/// The cascade inside a group in random order.
///
/// `going` has the probability of going on at each of the m items at which one may stop at all. The
/// order of these m among themselves and the places that they take among the group's n are
/// independent, so the value is Σ_j P(stop at the j-th of them) · E[1/rank of the j-th of them].
private struct TiedCascade {
  let going: [Double]
  let length: Int
  let above: Int
  let cutoff: Int

  var value: Double {
    let items = going.count
    let places = min(length, cutoff - above)
    guard items > 0, places > 0 else { return 0 }
    let stopping = stoppingProbabilities(atMost: min(items, places))
    // passed[j]: the probability that j of the m items are among the places gone through.
    var passed = Array(repeating: 0.0, count: stopping.count + 1)
    passed[0] = 1
    var sum = CompensatedSum()
    for place in 1...places {
      let left = Double(length - place + 1)
      var here = 0.0
      var most = min(place - 1, stopping.count - 1)
      while most >= 0 {
        let next = passed[most] * (Double(items - most) / left)
        here += next * stopping[most]
        passed[most + 1] += next
        passed[most] -= next
        most -= 1
      }
      sum.add(here / Double(above + place))
    }
    return sum.value
  }

  /// The probability of stopping at the j-th of the items in random order, j from 1.
  ///
  /// The probability of passing j of them is the mean over all subsets of size j of the product of
  /// `going`, built up item by item; it is cut where what remains no longer counts.
  private func stoppingProbabilities(atMost count: Int) -> [Double] {
    let largest = going.max() ?? 0
    // A probability of stopping below 1e-16 leaves 1, which never dies away.
    let needed = largest == 0 ? 2 : largest < 1 ? 45 / -Exact.log(largest) + 2 : .infinity
    let limit = needed < Double(count) ? Int(needed) : count
    var passing = Array(repeating: 0.0, count: limit + 1)
    passing[0] = 1
    for (seen, probability) in going.enumerated() {
      let size = Double(seen + 1)
      for j in stride(from: min(seen + 1, limit), through: 1, by: -1) {
        let chosen = Double(j) / size
        passing[j] = chosen * probability * passing[j - 1] + (1 - chosen) * passing[j]
      }
    }
    return (0..<limit).map { passing[$0] - passing[$0 + 1] }
  }
}
