/// A pipeline of stages as its definitions see it: people, one after the other.
struct NaiveTriage: Sendable {
  struct Person: Sendable {
    /// The position of the label that is needed.
    var needed: Int
    /// Stages passed; nil without an answer.
    var passed: Int?
    var isCase: Bool
  }

  struct Stage: Sendable {
    var name: String
    var cost: Double
    var tier: Int
  }

  var people: [Person]
  var stages: [Stage]
  var labels: [String]
  var groupings: [String: Set<Int>] = [:]

  /// Whether somebody comes to a stage and passes it; without an answer as bad as can be.
  func reaches(_ person: Person, _ stage: Int) -> Bool { person.passed.map { $0 >= stage } ?? true }
  func passes(_ person: Person, _ stage: Int) -> Bool {
    person.passed.map { $0 > stage } ?? !person.isCase
  }

  func passesAll(_ person: Person) -> Bool { stages.indices.allSatisfy { passes(person, $0) } }

  var cases: [Person] { people.filter(\.isCase) }
  var others: [Person] { people.filter { !$0.isCase } }

  static func share(_ count: Int, _ of: Int) -> Double? {
    of == 0 ? nil : Double(count) / Double(of)
  }

  func rate(_ people: [Person], at stage: Int) -> Double? {
    let here = people.filter { reaches($0, stage) }
    return Self.share(here.count { passes($0, stage) }, here.count)
  }

  /// The product of the stages' rates, as it is written in papers, 0 from where nobody is left. Who
  /// has no answer is at every stage at once, so that then only the whole can be counted.
  func net(_ people: [Person]) -> Double? {
    guard !people.isEmpty else { return nil }
    if people.contains(where: { $0.passed == nil }) {
      return Self.share(people.count(where: passesAll), people.count)
    }
    return stages.indices.reduce(1.0) { $0 * (rate(people, at: $1) ?? 0) }
  }

  func predictiveValue(_ prevalence: Double?) -> Double? {
    guard people.contains(where: { $0.passed == stages.count }) else { return nil }
    let share = prevalence ?? Double(cases.count) / Double(people.count)
    guard !cases.isEmpty || share == 0, !others.isEmpty || share == 1 else { return nil }
    if share == 0 { return (net(others) ?? 0) > 0 ? 0 : nil }
    if share == 1 { return (net(cases) ?? 0) > 0 ? 1 : nil }
    let up = share * (net(cases) ?? 0)
    let down = (1 - share) * (net(others) ?? 0)
    return up + down == 0 ? nil : up / (up + down)
  }

  func workload(_ stage: Int) -> Int { people.count { reaches($0, stage) } }

  var cost: Double? {
    guard !people.isEmpty else { return nil }
    return people.map { person in
      stages.indices.filter { reaches(person, $0) }.map { stages[$0].cost }.total
    }.total
  }

  /// Shares of a population with that many cases.
  func shares(_ prevalence: Double?) -> (found: Double, false_: Double, cost: Double)? {
    guard !people.isEmpty || prevalence != nil else { return nil }
    let share = prevalence ?? Double(cases.count) / Double(people.count)
    guard !cases.isEmpty || share == 0, !others.isEmpty || share == 1 else { return nil }
    func of(_ people: [Person], _ weight: Double, _ value: (Person) -> Double) -> Double {
      people.isEmpty ? 0 : weight * people.map(value).average
    }
    let passing: (Person) -> Double = { passesAll($0) ? 1 : 0 }
    let spending: (Person) -> Double = { person in
      stages.indices.filter { reaches(person, $0) }.map { stages[$0].cost }.total
    }
    return (
      of(cases, share, passing), of(others, 1 - share, passing),
      of(cases, share, spending) + of(others, 1 - share, spending)
    )
  }

  func costPerCase(_ prevalence: Double? = nil) -> Double? {
    guard let shares = shares(prevalence), shares.found > 0 else { return nil }
    return shares.cost / shares.found
  }

  func netBenefit(threshold: Double = 0.5, prevalence: Double? = nil, harm: Double = 0) -> Double? {
    guard let shares = shares(prevalence) else { return nil }
    return shares.found - shares.false_ * threshold / (1 - threshold) - harm * shares.cost
  }

  func tier(_ passed: Int) -> Int { passed == 0 ? 0 : stages[passed - 1].tier }

  func members(_ name: String?) -> Set<Int> {
    guard let name else { return Set(labels.indices) }
    return groupings[name] ?? Set(labels.indices.filter { labels[$0] == name })
  }

  func underTriage(_ name: String? = nil) -> Double? {
    let needing = people.filter { members(name).contains($0.needed) }
    return Self.share(
      needing.count { person in person.needed > person.passed.map(tier) ?? 0 }, needing.count)
  }

  /// Without an answer somebody counts as assigned the highest of the levels, where that is too much;
  /// where all levels are meant, whatever is needed.
  func overTriage(_ name: String? = nil) -> Double? {
    let levels = members(name)
    let most = levels.max() ?? 0
    let assigned = people.compactMap { person -> (needed: Int, assigned: Int)? in
      if let passed = person.passed { return (person.needed, tier(passed)) }
      if person.needed < most { return (person.needed, most) }
      return levels.count == labels.count ? (person.needed, person.needed) : nil
    }.filter { levels.contains($0.assigned) }
    return Self.share(assigned.count { $0.assigned > $0.needed }, assigned.count)
  }
}
