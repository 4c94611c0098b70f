@testable import Reporting

/// One picture of each kind, of any names and numbers.
enum PictureExample: CaseIterable {
  case scores, recall, groups, tradeOff, calibration, confusion, ranks, stages, audit

  static let numbers = [0.8123, 0.7991, 0.7704, 0.61, 0.5823]

  /// - Parameters:
  ///   - numbers: in the order of names; nil is undefined.
  func picture(
    id: String = "example", names: [String], _ numbers: [Double?] = Self.numbers
  ) -> Picture {
    let id = PictureID(id)
    let pairs = names.enumerated().map { place, name in
      (name: name, value: place < numbers.count ? numbers[place] : nil)
    }
    let first = names.first ?? ""
    func interval(_ value: Double?) -> PictureInterval? {
      PictureInterval(value.map { $0 - 0.04 }, value.map { $0 + 0.05 })
    }
    func count(_ value: Double?) -> Int {
      guard let value, value.isFinite else { return 0 }
      return value.magnitude < 1e15 ? Int(value * 100) : value > 0 ? .max : .min
    }
    switch self {
    case .scores:
      return ScoresPicture(
        rows: pairs.enumerated().map { place, pair in
          ScoresPicture.Row(
            name: pair.name, value: pair.value, interval: interval(pair.value),
            letters: ["a", "ab", "b", "c"][place % 4], isBaseline: place == 3, reason: first)
        }, measure: first, confidence: 0.95
      ).picture(id)
    case .recall:
      return RecallPicture(
        curves: pairs.map { pair in
          RecallPicture.Curve(
            name: pair.name,
            points: (0...10).map { step in
              (minutes: (pair.value ?? .nan) * Double(step), recall: (pair.value ?? 0) * 0.1)
            })
        }
      ).picture(id)
    case .groups:
      return GroupsPicture(
        sections: [
          GroupsPicture.Section(
            attribute: first,
            groups: pairs.enumerated().map { place, pair in
              GroupsPicture.Group(
                name: pair.name, units: count(pair.value), value: pair.value,
                interval: interval(pair.value), isSmall: place == 1, isWithheld: place == 2)
            })
        ], measure: first, overall: pairs.first?.value
      ).picture(id)
    case .tradeOff:
      return TradeOffPicture(
        systems: pairs.enumerated().map { place, pair in
          TradeOffPicture.System(
            name: pair.name, utility: pair.value, unfairness: pair.value.map { $0 / 3 },
            isOnFront: place % 2 == 0, chance: pair.value)
        }, utility: first, unfairness: first, atMost: pairs.last?.value
      ).picture(id)
    case .calibration:
      return CalibrationPicture(
        bins: pairs.enumerated().map { place, pair in
          CalibrationPicture.Bin(
            low: Double(place) / 5, high: Double(place + 1) / 5,
            items: place == 4 ? nil : count(pair.value), positives: count(pair.value) / 2,
            meanProbability: pair.value)
        }, name: first, leftOut: count(pairs.first?.value)
      ).picture(id)
    case .confusion:
      return ConfusionPicture(
        labels: names,
        counts: pairs.map { pair in
          pairs.map { $0.value == nil ? nil : count(pair.value) }
        }, leftOut: names.map { $0.utf8.count }, name: first
      ).picture(id)
    case .ranks:
      return RanksPicture(
        rows: pairs.map { pair in
          RanksPicture.Row(
            name: pair.name, place: pair.value.map { count($0) },
            range: (count(pair.value), count(pair.value).addingReportingOverflow(1).partialValue),
            shares: pairs.map { ($0.value ?? .nan) / Double(pairs.count) },
            probabilityOfFirst: pair.value)
        }, confidence: 0.95
      ).picture(id)
    case .stages:
      return StagesPicture(
        stages: pairs.map { pair in
          let cases = count(pair.value)
          return StagesPicture.Stage(
            name: pair.name, reached: cases.multipliedReportingOverflow(by: 4).partialValue,
            cases: cases, passed: cases, missed: cases / 3, capacity: cases)
        }, casesLeftOut: count(pairs.first?.value)
      ).picture(id)
    case .audit:
      return AuditPicture(
        rows: pairs.map { pair in
          AuditPicture.Row(
            name: pair.name, units: count(pair.value), value: pair.value,
            interval: interval(pair.value), p: pair.value.map { $0 - 0.58 })
        }, outcome: first, overall: pairs.last?.value
      ).picture(id)
    }
  }
}
