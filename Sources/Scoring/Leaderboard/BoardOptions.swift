/// What a board asks of each submission, besides what its task says: what it takes to score one again.
package struct BoardOptions: Sendable, Hashable {
  /// Of every bootstrap and permutation; 0 for no intervals and no tests.
  package var replicates: Int
  package var confidence: Double
  package var seed: UInt64
  /// The attributes of each table of groups; several are crossed.
  package var tables: [[String]]

  package init(
    replicates: Int = IntervalOptions.defaultReplicates, confidence: Double = 0.95,
    seed: UInt64 = IntervalOptions.defaultSeed, tables: [[String]] = []
  ) {
    self.replicates = replicates
    self.confidence = confidence
    self.seed = seed
    self.tables = tables
  }

  /// Boards with more submissions than this take ``replicatesOfMany``.
  package static let fewSubmissions = 100
  package static let replicatesOfMany = 1_000

  /// Replicates where nobody says how many: as many as a scorecard has, unless the submissions are so
  /// many that a board would take minutes.
  package static func defaultReplicates(of submissions: Int) -> Int {
    submissions > fewSubmissions ? replicatesOfMany : IntervalOptions.defaultReplicates
  }

  /// How intervals are made; nil where there are to be none.
  var intervals: IntervalOptions? {
    guard replicates > 0 else { return nil }
    var options = IntervalOptions()
    options.replicates = replicates
    options.confidence = confidence
    options.seed = seed
    return options
  }

  func comparison(threads: Int) -> ComparisonRequest {
    var request = ComparisonRequest()
    request.replicates = replicates
    request.confidence = confidence
    request.seed = seed
    request.threads = threads
    return request
  }
}

extension BoardOptions {
  /// By the names of the command line, as receipts have them; the seed has a place of its own there.
  package var named: [String: String] {
    var named = ["replicates": "\(replicates)", "confidence": "\(confidence)"]
    if !tables.isEmpty {
      named["by"] = tables.map { GroupDocument.key($0) }.joined(separator: ";")
    }
    return named
  }
}
