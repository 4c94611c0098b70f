import Inference
import Measures
import SharedTasks
import Testing

@testable import Scoring

@Suite("What is withheld cannot be computed")
struct SuppressionTests {
  /// A random sample of groups, some of them small.
  private func sample(_ seed: UInt32, units: Int) -> GroupSample {
    var stream = RandomStream(seed: 11, purpose: .init(rawValue: 0x2000), replicate: seed)
    func digits(_ share: Double) -> String {
      (0..<units).map { _ in stream.uniform() < share ? "1" : "0" }.joined()
    }
    let gold = digits(0.35)
    let decisions = digits(0.4)
    func values(_ names: [String]) -> [String] {
      (0..<units).map { _ in
        // The later of the names are rare.
        let place = stream.uniform()
        return names[Int(place * place * Double(names.count))]
      }
    }
    return GroupSample(
      gold: gold, decisions: decisions,
      attributes: [("sex", values(["F", "M", "X"])), ("age", values(["1", "2", "3", "4"]))])
  }

  @Test("not even with a total: one withheld rate takes another with it")
  func total() async throws {
    // Positive items: 2 of a, 6 of b, 5 of c; 10 items each.
    let gold = "1100000000" + "1111110000" + "1111100000"
    let names = ["a", "b", "c"].flatMap { Array(repeating: $0, count: 10) }
    let sample = GroupSample(
      gold: gold, decisions: String(repeating: "10", count: 15), attributes: [("group", names)])
    let report = try await sample.report(
      by: [["group"]], measures: ["TPR"], suppressBelow: 4)
    let table = report.tables[0]
    #expect(
      table.groups.map { $0.cells[0].standing } == [.withheld, .withheldForOthers, .counted])
    // The base rate has the denominator of the rate as its numerator.
    #expect(table.groups[0].baseRate?.value == nil)
    #expect(table.groups.allSatisfy { $0.units == 10 })
    #expect(table.gaps[0][0].finding == nil)
    let open = try await sample.report(by: [["group"]], measures: ["TPR"])
    #expect(open.tables[0].groups.allSatisfy { $0.cells[0].standing == .counted })
  }

  @Test("not by another rate of the same group, nor by its number of units")
  func otherRates() async throws {
    let gold = "1100000000" + "1111110000" + "1111100000"
    let names = ["a", "b", "c"].flatMap { Array(repeating: $0, count: 10) }
    let sample = GroupSample(
      gold: gold, decisions: String(repeating: "10", count: 15), attributes: [("group", names)])
    let report = try await sample.report(
      by: [["group"]], measures: ["FPR", "TPR", "BalancedAccuracy"], suppressBelow: 4)
    let a = try #require(report.tables[0].groups.first)
    // 10 units minus 8 negative ones are 2 positive ones.
    #expect(a.units == 10 && a.cells[0].standing == .withheldForOthers)
    // It is the mean of both rates.
    #expect(a.cells[2].standing == .withheld)
    let others = report.tables[0].groups.dropFirst()
    #expect(others.contains { !$0.cells[1].standing.isTold })
    for group in others where !group.cells[1].standing.isTold {
      #expect(!group.cells[2].standing.isTold)
    }
  }

  /// Whether all of some groups tell a cell of a column; the base rate is the first.
  private func areTold(_ groups: [GroupTable.Group]) -> [Bool] {
    let columns = groups.map { [$0.baseRate].compactMap(\.self) + $0.cells }
    return columns[0].indices.map { column in columns.allSatisfy { $0[column].standing.isTold } }
  }

  /// A ward that is a site but for one person tells of that person what the site does not.
  @Test("nor is a person the difference of two groups that are told")
  func difference() async throws {
    let units = 0..<60
    let sample = GroupSample(
      gold: units.map { $0 % 2 == 0 ? "1" : "0" }.joined(),
      decisions: units.map { $0 % 3 == 0 ? "1" : "0" }.joined(),
      attributes: [
        ("site", units.map { $0 < 30 ? "A" : "B" }),
        ("ward", units.map { (1..<30) ~= $0 ? "1" : "2" }),
      ])
    let report = try await sample.report(
      by: [["site"], ["ward"]], measures: ["TPR", "Accuracy", "MCC"], suppressBelow: 5)
    let (sites, wards) = (report.tables[0].groups, report.tables[1].groups)
    #expect(areTold([sites[0], wards[0]]) == [false, false, false, false])
    #expect(areTold([sites[1], wards[1]]) == [false, false, false, false])
    let apart = try await sample.report(
      by: [["site"]], measures: ["TPR", "Accuracy", "MCC"], suppressBelow: 5)
    #expect(areTold(apart.tables[0].groups) == [true, true, true, true])
  }

  @Test("nor is a person of two groups what these have more than all")
  func overlap() async throws {
    let units = 0..<60
    var sample = GroupSample(
      gold: units.map { $0 % 2 == 0 ? "1" : "0" }.joined(),
      decisions: units.map { $0 % 3 == 0 ? "1" : "0" }.joined(), attributes: [])
    sample.groups = Groups(
      attributes: [
        Groups.Attribute(
          name: "sex", values: ["F", "M"], codes: [2] + units.dropFirst().map { $0 < 30 ? 0 : 1 },
          several: [[0, 1]])
      ], units: 60, digest: "sha256:00")
    let report = try await sample.report(
      by: [["sex"]], measures: ["TPR", "Accuracy", "MCC"], suppressBelow: 5)
    #expect(areTold(report.tables[0].groups) == [false, false, false, false])
  }

  @Test("a base rate is one of few where few are positive, or few are not")
  func oneClass() async throws {
    let sample = GroupSample(
      gold: String(repeating: "0", count: 20) + String(repeating: "10", count: 20),
      decisions: String(repeating: "01", count: 30),
      attributes: [
        ("group", Array(repeating: "a", count: 20) + Array(repeating: "b", count: 40))
      ])
    let report = try await sample.report(
      by: [["group"]], measures: ["Accuracy", "MCC"], suppressBelow: 5)
    let groups = report.tables[0].groups
    #expect(groups[0].baseRate?.standing == .withheld)
    #expect(groups[0].cells[1].standing == .withheld)
  }

  @Test("more groups than can be looked at together are refused, and told without a threshold")
  func tooMany() async throws {
    let units = 0..<600
    let sample = GroupSample(
      gold: units.map { $0 % 2 == 0 ? "1" : "0" }.joined(),
      decisions: units.map { $0 % 3 == 0 ? "1" : "0" }.joined(),
      attributes: [("site", units.map { "s\($0 / 2)" })])
    await #expect(throws: GroupError.self) {
      try await sample.report(by: [["site"]], measures: ["TPR"], suppressBelow: 3)
    }
    let open = try await sample.report(by: [["site"]], measures: ["TPR"])
    #expect(open.tables[0].groups.count == 300)
  }

  /// Every number that is published, as the vector of what each unit adds to it; whatever these
  /// vectors can be combined to is known.
  @Test("by linear algebra over all published tables", arguments: 0..<UInt32(16))
  func linearAlgebra(_ seed: UInt32) async throws {
    let sample = sample(seed, units: 40 + Int(seed))
    let measures = ["TPR", "FPR", "PPV", "Accuracy"]
    let report = try await sample.report(
      by: [["sex"], ["age"], ["sex", "age"]], measures: measures, suppressBelow: 5)
    let algebra = PublishedNumbers(report, sample)
    #expect(algebra.withheld.count > 0)
    var (protected, found) = (0, 0)
    for secret in algebra.withheld where !algebra.isKnownFromTotals(secret) {
      if algebra.isKnown(secret) { found += 1 }
      protected += 1
    }
    #expect(protected > 0 && found == 0)
  }

  /// All tables of counts that are possible beside what is published, by trying every one.
  @Test("nor by trying all counts that there could be", arguments: 0..<UInt32(20))
  func everyCount(_ seed: UInt32) async throws {
    let sample = sample(seed, units: 12 + Int(seed % 5))
    let report = try await sample.report(by: [["sex"]], measures: ["TPR"], suppressBelow: 3)
    let table = report.tables[0]
    let sizes = try #require(sample.groups["sex"]).values.indices.map { value in
      sample.groups["sex"]?.copies(of: value).reduce(0) { $0 + Int($1) } ?? 0
    }
    guard case .ratio(let found, let positives)? = report.overall.first else { return }
    // By group the number of positive items and how many of them are found.
    func possible(_ group: Int) -> [(positives: Int, found: Int)] {
      (0...sizes[group]).flatMap { all in (0...all).map { (all, $0) } }.filter { all, found in
        if case .ratio(let a, let b)? = table.groups[group].cells[0].value, (a, b) != (found, all) {
          return false
        }
        if case .ratio(let a, _)? = table.groups[group].baseRate?.value, a != all { return false }
        return true
      }
    }
    var seen = sizes.map { _ in (positives: Set<Int>(), found: Set<Int>()) }
    func search(_ group: Int, _ chosen: [(positives: Int, found: Int)]) {
      guard group < sizes.count else {
        guard chosen.reduce(0, { $0 + $1.positives }) == positives,
          chosen.reduce(0, { $0 + $1.found }) == found
        else { return }
        for (place, one) in chosen.enumerated() {
          seen[place].positives.insert(one.positives)
          seen[place].found.insert(one.found)
        }
        return
      }
      for next in possible(group) { search(group + 1, chosen + [next]) }
    }
    search(0, [])
    for (group, one) in table.groups.enumerated() where one.cells[0].standing == .withheld {
      // Of everybody everything is known, and without a hit among all there is none in a part.
      if sizes[group] == sizes.reduce(0, +) { continue }
      if positives > 0, positives < sizes.reduce(0, +) {
        #expect(seen[group].positives.count > 1, "\(one.name)")
      }
      if found > 0 { #expect(seen[group].found.count > 1, "\(one.name)") }
    }
  }

  @Test("and nothing is withheld where the task does not ask for it")
  func off() async throws {
    let report = try await sample(3, units: 60).report(
      by: [["sex"], ["age"], ["sex", "age"]], measures: ["TPR", "FPR"], minimumSize: 5)
    let standings = Set(report.tables.flatMap(\.groups).flatMap(\.cells).map(\.standing))
    #expect(standings.isSubset(of: [.counted, .small]))
  }

  @Test("a withheld number stands in no published document")
  func documents() async throws {
    let report = try await sample(1, units: 50).report(
      by: [["sex"], ["sex", "age"]], measures: ["TPR", "FPR"], suppressBelow: 6)
    var withheld = 0
    for table in report.groupDocuments.values.flatMap(\.values) {
      let cells = Array(table.measures.values) + [table.baseRate].compactMap({ $0 })
      for value in cells where value.withheld != nil {
        withheld += 1
        #expect(value.value == nil && value.numerator == nil && value.denominator == nil)
        #expect(value.rest == nil && value.interval == nil && value.undefined == nil)
      }
    }
    #expect(withheld > 0)
  }
}

/// The published numbers of a report as sums over units: another way to the same question, unit by unit
/// and modulo a prime, without classes of units and without whole numbers that grow.
private struct PublishedNumbers {
  private var published: [[Int]] = []
  private var totals: [[Int]] = []
  private(set) var withheld: [[Int]] = []

  init(_ report: GroupReport, _ sample: GroupSample) {
    let gold = sample.assessment.gold.map { $0 == 1 }
    let decided = (sample.assessment.predicted ?? []).map { $0 == 1 }
    func counts(_ measure: String) -> (numerator: [Bool], denominator: [Bool]) {
      let units = gold.indices
      return switch measure {
      case "TPR": (units.map { gold[$0] && decided[$0] }, gold)
      case "FPR": (units.map { !gold[$0] && decided[$0] }, gold.map { !$0 })
      case "PPV": (units.map { gold[$0] && decided[$0] }, decided)
      default: (units.map { gold[$0] == decided[$0] }, units.map { _ in true })
      }
    }
    // Whatever a unit may be, its class is not public: an unknown for each class in each profile.
    let profiles = gold.indices.map { unit in
      sample.groups.attributes.map { "\($0.codes[unit])" }.joined(separator: ",")
    }
    let names = Set(profiles).sorted()
    func vector(_ isMember: (Int) -> Bool, _ isCounted: [Bool]) -> [Int] {
      // Of each class of a profile that is in the group, whether it is counted.
      var vector = Array(repeating: 0, count: names.count * 4)
      for (profile, name) in names.enumerated() {
        guard let example = profiles.firstIndex(of: name), isMember(example) else { continue }
        for kind in 0..<4 {
          guard
            let unit = gold.indices.first(where: {
              (gold[$0] ? 2 : 0) + (decided[$0] ? 1 : 0) == kind
            })
          else { continue }
          if isCounted[unit] { vector[profile * 4 + kind] = 1 }
        }
      }
      return vector
    }
    let everybody = gold.map { _ in true }
    for kind in 0..<4 {
      totals.append(
        vector(
          { _ in true }, gold.indices.map { (gold[$0] ? 2 : 0) + (decided[$0] ? 1 : 0) == kind }))
    }
    for table in report.tables {
      for group in table.groups {
        let isMember = { (unit: Int) in
          zip(table.attributes, group.values).allSatisfy { attribute, value in
            guard let column = sample.groups[attribute],
              let code = column.values.firstIndex(of: value)
            else { return false }
            return column.isMember(unit, of: code)
          }
        }
        // groups.tsv is public.
        totals.append(vector(isMember, everybody))
        if let rate = group.baseRate, rate.value != nil { published.append(vector(isMember, gold)) }
        for (measure, cell) in zip(report.measures, group.cells) {
          let (numerator, denominator) = counts(measure.description)
          let both = [vector(isMember, numerator), vector(isMember, denominator)]
          if cell.value != nil {
            published += both
          } else if cell.standing == .withheld {
            withheld += both
          }
        }
      }
    }
  }

  func isKnown(_ vector: [Int]) -> Bool {
    Self.rank(published + totals + [vector]) == Self.rank(published + totals)
  }

  func isKnownFromTotals(_ vector: [Int]) -> Bool {
    Self.rank(totals + [vector]) == Self.rank(totals)
  }

  /// The rank modulo a prime, by elimination in full.
  private static func rank(_ rows: [[Int]]) -> Int {
    let prime = 1_000_003
    var rows = rows
    var rank = 0
    for column in 0..<(rows.first?.count ?? 0) {
      guard let pivot = rows.indices.first(where: { $0 >= rank && rows[$0][column] != 0 }) else {
        continue
      }
      rows.swapAt(rank, pivot)
      var inverse = 1
      var power = rows[rank][column]
      var exponent = prime - 2
      while exponent > 0 {
        if exponent & 1 == 1 { inverse = inverse * power % prime }
        power = power * power % prime
        exponent >>= 1
      }
      for row in rows.indices where row != rank && rows[row][column] != 0 {
        let factor = rows[row][column] * inverse % prime
        for place in column..<rows[row].count {
          rows[row][place] = (rows[row][place] + (prime - factor) * rows[rank][place]) % prime
        }
      }
      rank += 1
    }
    return rank
  }
}
