import Inference
import Measures
import Scoring

/// For maintainers: how often intervals hold the value that they are for.
///
///     swift run -c release coverage
///
/// Draws many tasks of 125 items from one population, makes the interval of each measure on each of
/// them by each rule, and prints the share that holds the true value.
@main
enum Coverage {
  static let tasks = 2000
  static let replicates = 1000
  static let confidence = 0.95
  static let names = ["AUC", "F1", "nDCG@10", "TTR@0.8"]

  static func main() async throws {
    let measures = try names.map { try Measure($0).bound(to: Population.scale) }
    let truth = truth(measures)
    var rows: [String: Tally] = [:]
    for number in 0..<tasks {
      let task = Population.task(number)
      for rule in IntervalOptions.Rule.allCases {
        var options = IntervalOptions()
        options.rule = rule
        options.confidence = confidence
        options.replicates = replicates
        let values = task.values(of: measures)
        let intervals = await ScorecardIntervals(
          of: task, measures, values: values, options: options, threads: 2)
        for (index, interval) in intervals.all.enumerated() {
          // Without a formula the first rule is the second one.
          guard let interval, rule != .auto || !interval.method.isBootstrap else { continue }
          rows["\(names[index]) \(interval.method.rawValue)", default: Tally()]
            .add(interval.low, interval.high, truth[index])
        }
      }
      guard let placements = task.placements,
        let area = AreaUnderCurve(
          Placements(positives: placements.positives, negatives: placements.others)),
        let plain = area.interval(confidence: confidence)
      else { continue }
      rows["AUC delong-plain", default: Tally()].add(plain.low, plain.high, truth[0])
    }
    for (name, tally) in rows.sorted(by: { $0.key < $1.key }) { print(name, tally) }
    for (name, value) in zip(names, truth) { print("true \(name): \(value)") }
  }

  /// The mean over many tasks: what a measure that depends on the number of items is expected to be
  /// on a task of that size.
  private static func truth(_ measures: [BoundMeasure]) -> [Double] {
    var sums = Array(repeating: 0.0, count: measures.count)
    var counts = sums
    for number in 0..<100_000 {
      for (index, value) in Population.task(1_000_000 + number).values(of: measures).enumerated() {
        guard let value = value.number else { continue }
        sums[index] += value
        counts[index] += 1
      }
    }
    return measures.indices.map { sums[$0] / counts[$0] }
  }
}

/// People of whom three in ten are at risk, and a system that tells them apart as well as most do:
/// scores are normal, one and a quarter standard deviations apart.
private enum Population {
  static let scale = GradeScale(
    names: ["none", "low", "severe"], grades: [0, 1, 3], positive: [false, false, true])
  static let items = 125

  static func task(_ number: Int) -> Assessment {
    var random = RandomStream(
      seed: 1, purpose: .init(rawValue: 0x2000), replicate: UInt32(truncatingIfNeeded: number))
    var gold: [UInt8] = []
    var scores: [Double] = []
    var words: [Double] = []
    for _ in 0..<items {
      let level = [0, 0, 0, 0, 1, 1, 1, 2, 2, 2][random.integer(below: 10)]
      gold.append(UInt8(level))
      scores.append([0, 0.4, 1.4][level] + random.normal())
      words.append(Double(20 + random.integer(below: 400)))
    }
    var task = Assessment(scale: scale, gold: gold)
    task.scores = scores
    task.predicted = scores.map { $0 >= 1 ? 2 : $0 >= 0.3 ? 1 : 0 }
    task.clock = Assessment.Clock(model: TimeModel(), words: WordCounts(words, items: items))
    return task
  }
}

/// How many intervals hold a value, how many lie above or below it, and how long they are.
private struct Tally: CustomStringConvertible {
  private var count = 0
  private var above = 0
  private var below = 0
  private var length = 0.0

  mutating func add(_ low: Double, _ high: Double, _ value: Double) {
    count += 1
    if value < low { above += 1 }
    if value > high { below += 1 }
    length += high - low
  }

  var description: String {
    let held = Double(count - above - below) / Double(count)
    return "holds \(held) of \(count), above \(above), below \(below), length "
      + "\(length / Double(count))"
  }
}
