@testable public import Measures
public import Testing

@Suite("Worked examples of the catalogue")
struct WorkedExampleTests {
  @Test("every measure computes to what its examples say", arguments: MeasureCatalog.all)
  func holds(_ definition: MeasureDefinition) throws {
    #expect(!definition.examples.isEmpty)
    for example in definition.examples {
      let value = try example.computed()
      guard let expected = example.value else {
        #expect(value.number == nil, "\(example.measure) is undefined: \(example.because)")
        continue
      }
      let number = try #require(value.number, "\(example.measure): \(String(describing: value))")
      // Examples are written by hand, to at most seven digits.
      #expect(
        abs(number - expected) < 1e-5 * max(1, abs(expected)),
        "\(example.measure) is \(number), not \(expected): \(example.because)")
    }
  }

  @Test("every example is of the measure that shows it", arguments: MeasureCatalog.all)
  func belongs(_ definition: MeasureDefinition) throws {
    for example in definition.examples {
      let measure = try Measure(example.measure)
      #expect(measure.definition.name == definition.name)
      #expect(measure.definition.summary == definition.summary)
    }
  }
}

extension MeasureDefinition: CustomTestStringConvertible {
  public var testDescription: String { name }
}

extension MeasureExample {
  /// The example's value as the kernel computes it.
  func computed() throws -> MeasureValue {
    switch input {
    case .ranking(let grades, let leftOut):
      let all = Set(grades.compactMap { $0 } + leftOut + [0, 1]).sorted()
      let scale = GradeScale(grades: all)
      var list = RankedList(levels: all.count)
      for grade in grades {
        let level = grade.flatMap { all.firstIndex(of: $0) }
        list.append(level: level)
        if let level { list.pool[level] += 1 }
      }
      for grade in leftOut {
        list.pool[try #require(all.firstIndex(of: grade))] += 1
      }
      list.timeline = Timeline.withoutWords(
        grades.map { $0.flatMap { all.firstIndex(of: $0) } },
        unread: leftOut.compactMap { all.firstIndex(of: $0) }, scale)
      guard case .list(_, let value) = try Measure(measure).bound(to: scale).function else {
        throw MeasureNameError("\(measure) is not of a ranked list")
      }
      return value(list)
    case .labels(let gold, let predicted):
      let names = Set(gold + predicted + (gold.contains("1") ? ["0"] : [])).sorted()
      var assessment = try Self.assessment(gold: gold, names: names)
      assessment.predicted = try predicted.map { UInt8(try #require(names.firstIndex(of: $0))) }
      return try assessment.value(of: measure)
    case .scores(let gold, let scores):
      var assessment = try Self.assessment(gold: gold.map(String.init), names: ["0", "1"])
      assessment.scores = scores
      return try assessment.value(of: measure)
    case .alerts(let gold, let writings):
      var assessment = try Self.assessment(gold: gold.map(String.init), names: ["0", "1"])
      assessment.predicted = writings.map { $0 == nil ? 0 : 1 }
      let detection = EarlyDetection(
        assessment: assessment, delays: writings.map { Int32($0 ?? 0) }, history: nil)
      return detection.values(of: [try Measure(measure).bound(to: assessment.scale)])[0]
    case .people(let people):
      var list = PeopleInOrder()
      for person in people {
        switch person {
        case .found(let words):
          list.append([.init(level: 1, hasEvidence: true, words: words, shortestWords: words)])
        case .other(let words):
          list.append([.init(level: 0, hasEvidence: false, words: words, shortestWords: words)])
        }
      }
      let value = try PrioritizationTests.value(measure, of: list)
      return value.map { .number($0) } ?? .undefined(.nothing(.peopleToFind))
    case .probabilities(let gold, let columns):
      let names = columns.keys.sorted()
      var assessment = try Self.assessment(gold: gold, names: names)
      assessment.probabilities = names.map { columns[$0] ?? [] }
      return try assessment.value(of: measure)
    case .triage(let needed, let passed):
      let names = Self.careLabels
      let gold = try Self.assessment(gold: needed, names: names)
      return try Triage(
        scale: gold.scale, stages: Self.stages, gold: gold.gold, passed: passed.map { Int32($0) },
        reached: Self.stages.map { _ in StageScores() }
      ).value(of: measure)
    case .grouped(let gold, let scores, let predicted, let groups):
      var assessment = try Self.assessment(gold: gold.map(String.init), names: ["0", "1"])
      if !scores.isEmpty { assessment.scores = scores }
      if !predicted.isEmpty { assessment.predicted = predicted.map { UInt8($0) } }
      assessment.clock = Assessment.Clock(
        model: TimeModel(), words: WordCounts(nil, items: gold.count))
      return try GroupedItems(assessment, groups: groups).finding(of: measure).value
    }
  }

  private static func assessment(gold: [String], names: [String]) throws -> Assessment {
    let scale = GradeScale(
      names: names, grades: names.indices.map(Double.init),
      positive: names.indices.map { $0 == names.count - 1 })
    return Assessment(
      scale: scale, gold: try gold.map { UInt8(try #require(names.firstIndex(of: $0))) })
  }
}

extension Timeline {
  /// A strict order of items without words.
  static func withoutWords(_ levels: [Int?], unread: [Int], _ scale: GradeScale) -> Timeline {
    let model = TimeModel()
    func item(_ level: Int?) -> Item {
      let isRelevant = level.map { scale.positive[$0] } ?? false
      return Item(level: level ?? -1, cost: model.cost(words: 0, isRelevant: isRelevant))
    }
    var timeline = Timeline(model, meanWords: 0)
    for level in levels { timeline.append(CollectionOfOne(item(level))) }
    for level in unread { timeline.addUnread(item(level)) }
    return timeline
  }
}

extension Assessment {
  func value(of measure: String) throws -> MeasureValue {
    values(of: [try Measure(measure).bound(to: scale)])[0]
  }
}
