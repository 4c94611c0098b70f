@testable import Measures

/// A random triage, once for the kernels and once for the definitions.
struct TriageSample: Sendable, CustomStringConvertible {
  var kernel: Triage

  /// - Parameters:
  ///   - scores: what scores may be; few make many ties.
  ///   - stages: how many there are; one always is called `screen`, the last `interview`.
  init(
    seed: Int, items: ClosedRange<Int>, copies: Int = 1, leavesOut: Bool = false, scores: Int = 3
  ) {
    var random = SeededGenerator(seed)
    let scale = random.pick(Scales.ofAnswers)
    let names = random.pick([["screen", "interview"], ["screen", "review", "interview"]])
    let stages = names.map { name in
      TriageStage(
        name: name, cost: random.pick([0, 1, 2.5, 10]),
        tier: random.pick(Array(0..<scale.count)))
    }
    let levels = random.chance(0.2) ? [random.pick([0, 1])] : Array(0..<scale.count)
    let count = Int.random(in: items, using: &random)
    let gold = (0..<count).map { _ in UInt8(random.pick(levels)) }
    let most = random.chance(0.2) ? 0 : stages.count
    let passed = (0..<count).map { _ in
      leavesOut && random.chance(0.3) ? Int32(-1) : Int32(random.pick(Array(0...most)))
    }
    let reached = stages.indices.map { stage in
      let here = (0..<Int32(count)).filter { Int(passed[Int($0)]) >= stage }
      return StageScores(
        items: here, scores: here.map { _ in Double(random.pick(Array(0..<scores))) })
    }
    kernel = Triage(scale: scale, stages: stages, gold: gold, passed: passed, reached: reached)
    if copies > 1 {
      kernel.copies = (0..<count).map { _ in .random(in: 0...Int32(copies), using: &random) }
    }
  }

  var description: String {
    let rows = kernel.gold.indices.map { item in
      "\(kernel.scale.names[Int(kernel.gold[item])]) passed \(kernel.passed[item])"
        + (kernel.count(item) == 1 ? "" : " ×\(kernel.count(item))")
    }
    let stages = kernel.stages.map { "\($0.name) \($0.cost) → \($0.tier)" }
    return stages.joined(separator: ", ") + ": " + rows.joined(separator: "; ")
  }

  /// The people, each written as often as it counts.
  var naive: NaiveTriage {
    let scale = kernel.scale
    let people = kernel.gold.indices.flatMap { item in
      Array(
        repeating: NaiveTriage.Person(
          needed: Int(kernel.gold[item]),
          passed: kernel.isAnswered(item) ? Int(kernel.passed[item]) : nil,
          isCase: scale.positive[Int(kernel.gold[item])]),
        count: kernel.count(item))
    }
    return NaiveTriage(
      people: people,
      stages: kernel.stages.map { .init(name: $0.name, cost: $0.cost, tier: $0.tier) },
      labels: scale.names,
      groupings: scale.groupings.mapValues { mask in Set(mask.indices.filter { mask[$0] }) })
  }
}

extension Triage {
  /// The value of a measure by its name.
  func value(of name: String) throws -> MeasureValue {
    values(of: [try Measure(name).ofTriage.bound(to: scale, stages: stages)])[0]
  }
}
