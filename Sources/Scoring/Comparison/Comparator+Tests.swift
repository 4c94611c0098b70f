internal import Inference
internal import Measures

/// What a test says of one pair.
struct PairTest {
  var p: ComparedValue
  var isExact = false
  /// The interval that belongs to the test; nil where the bootstrap has to give one.
  var interval: ComparisonInterval?

  static func undefined(_ reason: String) -> PairTest { PairTest(p: .undefined(reason)) }
}

extension Comparator {
  /// The tests of all pairs, on the same permutations or resamples.
  func tests(of pairs: [(Int, Int)], _ replicates: Replicates) async -> [PairTest] {
    switch request.test {
    case .permutation: return await units == nil ? exchanges(pairs) : signFlips(pairs)
    case .tukey: return await tukey(pairs)
    case .bootstrap:
      return each(pairs) { first, second in
        let resamples = replicates.differences(first, second).flatMap(DifferenceReplicates.init)
        guard let resamples, let difference = difference(first, second) else {
          return .undefined("no resample has a value for both")
        }
        guard !hasOneOfAClass else {
          return .undefined("one unit of a class does not tell how much the measure varies with it")
        }
        guard resamples.standardError != nil else {
          return unvaried((first, second), "all resamples differ by the same")
        }
        return PairTest(p: .number(resamples.p(of: difference, request.alternative)))
      }
    case .t:
      return each(pairs) { first, second in
        guard let differences = unitDifferences((first, second)) else {
          return .undefined("there are no units to compare")
        }
        guard let test = PairedTTest(differences) else {
          return unvaried(
            (first, second),
            differences.count < 2
              ? "one unit does not tell how much differences vary" : "all units differ by the same")
        }
        return PairTest(
          p: .number(test.p(request.alternative)),
          interval: test.interval(confidence: request.confidence).map { .init($0, .t) })
      }
    case .delong:
      return each(pairs) { first, second in
        guard let one = entries[first].byUnits.placements(for: measure.measure),
          let other = entries[second].byUnits.placements(for: measure.measure), one.haveVariance
        else { return .undefined("the method needs two positive and two other units") }
        guard let test = DeLongTest(one, other) else {
          return unvaried((first, second), "all pairs of units differ by the same")
        }
        return PairTest(
          p: .number(test.p(request.alternative)),
          interval: test.interval(confidence: request.confidence).map { .init($0, .delong) })
      }
    }
  }

  /// Whether resamples of AUC vary in one class only.
  private var hasOneOfAClass: Bool {
    guard measure.measure.isWholeAUC, let classes = entries[0].answers.classes else { return false }
    return min(classes.positives, classes.others) == 1
  }

  /// Where nothing varies equal systems are not told apart, and a difference has nothing to be
  /// measured against.
  private func unvaried(_ pair: (Int, Int), _ reason: String) -> PairTest {
    difference(pair.0, pair.1) == 0 ? PairTest(p: .number(1)) : .undefined(reason)
  }

  /// What the second system of a pair has less than the first, unit by unit; nil where the measure is
  /// no mean over units or a system has no value.
  func unitDifferences(_ pair: (Int, Int)) -> [Double]? {
    guard let units, let first = defined.firstIndex(of: pair.0),
      let second = defined.firstIndex(of: pair.1)
    else { return nil }
    return units.differences(first, second)
  }

  private func each(
    _ pairs: [(Int, Int)], _ test: (Int, Int) -> PairTest
  ) -> [PairTest] {
    pairs.map { first, second in
      reason(first, second).map(PairTest.undefined) ?? test(first, second)
    }
  }

  /// Sign flips of unit values: the same for all pairs.
  private func signFlips(_ pairs: [(Int, Int)]) async -> [PairTest] {
    await overDefined(pairs) { units, pairs in
      await PairedPermutation.test(
        units.values, pairs: pairs, alternative: request.alternative, seed: request.seed,
        replicates: permutations(of: pairs.count), threads: request.threads)
    }
  }

  private func tukey(_ pairs: [(Int, Int)]) async -> [PairTest] {
    await overDefined(pairs) { units, pairs in
      await RandomizedTukey.test(
        units.values, pairs: pairs, seed: request.seed, replicates: request.replicates,
        threads: request.threads)
    }
  }

  /// Tests the pairs of which both have a value; positions are among those that have one.
  private func overDefined(
    _ pairs: [(Int, Int)], _ test: (UnitValues, [(Int, Int)]) async -> [TestResult?]
  ) async -> [PairTest] {
    guard let units, units.units > 0 else {
      return pairs.map {
        PairTest.undefined(reason($0, $1) ?? "there are no units to compare")
      }
    }
    let testable = pairs.filter { reason($0, $1) == nil }
    let positions = testable.map { first, second in
      (defined.firstIndex(of: first) ?? 0, defined.firstIndex(of: second) ?? 0)
    }
    var results = await test(units, positions)[...]
    return pairs.map { first, second in
      if let reason = reason(first, second) { return .undefined(reason) }
      guard let result = results.popFirst() ?? nil else {
        return .undefined("the values of units are beyond the range of numbers")
      }
      return PairTest(p: .number(result.p), isExact: result.isExact)
    }
  }

  /// Answers that change places.
  private func exchanges(_ pairs: [(Int, Int)]) async -> [PairTest] {
    var tests: [PairTest] = []
    for (first, second) in pairs {
      if let reason = reason(first, second) {
        tests.append(.undefined(reason))
        continue
      }
      guard let exchange = Exchange(entries[first].answers, entries[second].answers, measure) else {
        tests.append(
          .undefined("the measure changes when scores become ranks; use --test bootstrap"))
        continue
      }
      let result = await SwapPermutation.test(
        units: entries[first].byUnits.units, alternative: request.alternative, seed: request.seed,
        replicates: permutations(of: pairs.count), threads: request.threads,
        difference: exchange.difference)
      tests.append(
        result.map { PairTest(p: .number($0.p), isExact: $0.isExact) }
          ?? .undefined("the measure has no value once answers change places"))
    }
    return tests
  }
}

extension ComparisonInterval {
  fileprivate init(_ interval: ConfidenceInterval, _ method: Method) {
    self.init(
      low: interval.low, high: interval.high, method: method, replicates: nil, undefined: 0)
  }
}
