/// What a pipeline finds with another capacity of one stage, order by order.
struct NaiveCapacity {
  struct Outcome {
    var sensitivity: Double?
    var predictiveValue: Double?
    var cost: Double
    var missed: Double
  }

  /// Somebody with the score at the stage; nil where it was not reached.
  struct Person {
    var person: NaiveTriage.Person
    var score: Double?
  }

  let triage: NaiveTriage
  let people: [Person]
  let stage: Int

  /// One outcome for each order of those who reached the stage that the scores allow; nil for an
  /// order that needs somebody whom a stage did not score.
  func outcomes(capacity: Int) -> [Outcome?] {
    let scored = people.filter { $0.score != nil }
    let groups = Set(scored.compactMap(\.score)).sorted(by: >).map { score in
      scored.filter { $0.score == score }.map(\.person)
    }
    // Who is left out and no case takes a place before everybody.
    let absent = people.map(\.person).filter { $0.passed == nil }
    let first = absent.filter { !$0.isCase }
    return Self.orders(groups).map { order in
      outcome(Array((first + order).prefix(capacity)), absent: absent, capacity: capacity)
    }
  }

  private func outcome(
    _ passing: [NaiveTriage.Person], absent: [NaiveTriage.Person], capacity: Int
  ) -> Outcome? {
    let last = triage.stages.count
    if passing.count < min(capacity, people.count - absent.count { $0.isCase }) { return nil }
    if stage + 1 < last, passing.contains(where: { $0.passed.map { $0 <= stage } ?? false }) {
      return nil
    }
    let found = passing.filter { $0.passed != nil && (stage + 1 == last || $0.passed == last) }
    let absentPasses = passing.count { $0.passed == nil }
    let cases = triage.cases.count
    let right = found.count(where: \.isCase)
    var cost = 0.0
    for (position, value) in triage.stages.enumerated() {
      let here: Int
      if position <= stage {
        here = triage.workload(position)
      } else {
        here =
          absent.count
          + passing.count { $0.passed.map { $0 >= position } ?? false }
      }
      cost += value.cost * Double(here)
    }
    return Outcome(
      sensitivity: NaiveTriage.share(right, cases),
      predictiveValue: NaiveTriage.share(right, found.count + absentPasses), cost: cost,
      missed: Double(cases - right))
  }

  /// Every way to line up the groups, one after the other.
  private static func orders<T>(_ groups: [[T]]) -> [[T]] {
    groups.reduce([[]]) { lines, group in
      lines.flatMap { line in permutations(group).map { line + $0 } }
    }
  }

  private static func permutations<T>(_ values: [T]) -> [[T]] {
    guard values.count > 1 else { return [values] }
    return values.indices.flatMap { first in
      var rest = values
      let value = rest.remove(at: first)
      return permutations(rest).map { [value] + $0 }
    }
  }
}
