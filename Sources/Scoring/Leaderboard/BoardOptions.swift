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
      named["by"] = tables.map { $0.map(Self.escaped).joined(separator: ",") }
        .joined(separator: ";")
    }
    return named
  }

  /// Reads ``named`` again; nil where it says something else than that writes.
  package init?(named: [String: String], seed: UInt64?) {
    guard let replicates = named["replicates"].flatMap({ Int($0) }),
      (0...IntervalOptions.mostReplicates).contains(replicates),
      let confidence = named["confidence"].flatMap({ Double($0) }), (0.5..<1).contains(confidence),
      Set(named.keys).isSubset(of: ["replicates", "confidence", "by", "seed"])
    else { return nil }
    let tables = named["by"].map { text in
      Self.parts(of: text, at: ";").map { Self.parts(of: $0, at: ",").map(Self.withoutEscapes) }
    }
    self.init(
      replicates: replicates, confidence: confidence, seed: seed ?? IntervalOptions.defaultSeed,
      tables: tables ?? [])
  }
}

extension BoardOptions {
  /// Names of attributes are anybody's text: separators in them have a backslash before them.
  private static func escaped(_ name: String) -> String {
    name.replacing("\\", with: "\\\\").replacing(",", with: "\\,").replacing(";", with: "\\;")
  }

  /// Cuts text at a separator without a backslash before it.
  private static func parts(of text: String, at separator: Character) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if character == separator, !isEscaped {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
      isEscaped = character == "\\" && !isEscaped
    }
    return parts
  }

  private static func withoutEscapes(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(character)
        isEscaped = false
      }
    }
    return plain
  }
}
