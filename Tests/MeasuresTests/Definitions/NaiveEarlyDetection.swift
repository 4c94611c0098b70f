import Foundation

/// A user as the definitions of early detection see one.
struct NaiveUser: Sendable {
  var isAtRisk: Bool
  /// Writings seen at the alert; nil where there was none.
  var alertedAfter: Int?
  var hasAnswer = true
}

/// Users and the decisions on them; who counts several times stands in the array several times.
struct NaiveEarlyDetection: Sendable {
  var users: [NaiveUser]

  private var atRisk: [NaiveUser] { users.filter(\.isAtRisk) }

  /// The mean of the costs that Losada and Crestani (2016) give a decision; a user without an answer
  /// costs what the wrong decision does.
  func erde(_ deadline: Int) -> Double? {
    guard !users.isEmpty else { return nil }
    let falseAlert = Double(atRisk.count) / Double(users.count)
    return users.map { user -> Double in
      if !user.hasAnswer { return user.isAtRisk ? 1 : falseAlert }
      guard let writings = user.alertedAfter else { return user.isAtRisk ? 1 : 0 }
      return user.isAtRisk ? 1 - 1 / (1 + exp(Double(writings - deadline))) : falseAlert
    }.total / Double(users.count)
  }

  private var rightAlerts: [Int] { atRisk.filter(\.hasAnswer).compactMap(\.alertedAfter) }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }

  /// Who is at risk and has no answer is found later than anybody.
  var latency: Double? {
    guard !rightAlerts.isEmpty else { return nil }
    let never = atRisk.filter { !$0.hasAnswer }.map { _ in Double.infinity }
    let median = Self.median(rightAlerts.map(Double.init) + never)
    return median.isFinite ? median : nil
  }

  /// 1 − median penalty (Sadeque, Xu and Bethard, 2018); who is at risk and has no answer has the
  /// penalty that comes after infinitely many writings.
  func speed(_ p: Double) -> Double? {
    guard !rightAlerts.isEmpty else { return nil }
    let never = atRisk.filter { !$0.hasAnswer }.map { _ in 1.0 }
    return 1
      - Self.median(rightAlerts.map { -1 + 2 / (1 + exp(-p * Double($0 - 1))) } + never)
  }

  func latencyWeightedF1(_ p: Double) -> Double? {
    let found = Double(rightAlerts.count)
    let missed = Double(atRisk.count) - found
    let wrong = Double(
      users.count { !$0.isAtRisk && (!$0.hasAnswer || $0.alertedAfter != nil) })
    guard found + missed + wrong > 0 else { return nil }
    guard found > 0, let speed = speed(p) else { return 0 }
    return 2 * found / (2 * found + missed + wrong) * speed
  }
}

/// A measure of early detection with its arguments, and what it is by definition.
struct NaiveEarlyCase: Sendable {
  let measure: String
  let value: @Sendable (NaiveEarlyDetection) -> Double?

  static let all: [NaiveEarlyCase] = [
    .init(measure: "ERDE@5") { $0.erde(5) },
    .init(measure: "ERDE@50") { $0.erde(50) },
    .init(measure: "latencyTP") { $0.latency },
    .init(measure: "speed") { $0.speed(0.0078) },
    .init(measure: "speed(p=0.0314)") { $0.speed(0.0314) },
    .init(measure: "speed(p=0)") { $0.speed(0) },
    .init(measure: "Flatency") { $0.latencyWeightedF1(0.0078) },
    .init(measure: "Flatency(p=0.2)") { $0.latencyWeightedF1(0.2) },
  ]
}
