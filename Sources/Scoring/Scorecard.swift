package import Measures
package import SharedTasks

/// What a submission scores: every measure of its task, and all that is needed to say so again.
package struct Scorecard: Sendable {
  package let task: String
  package let kind: TaskDefinition.Kind
  package let split: String
  /// Nil where neither metadata nor place says it.
  package let team: String?
  package let run: String?
  package let primary: Measure
  /// Topics of a ranking, items of an assessment, people of the other kinds.
  package let units: Int
  package let measures: [Measure]
  /// One value a measure.
  package let values: [MeasureValue]
  /// How sure each value is; nil where nobody asked.
  package var intervals: ScorecardIntervals?
  /// Kind assessment, for submissions with labels.
  package let confusion: ConfusionTable?
  /// What is found by when, where a measure goes by the reviewer's clock or it was asked for.
  package var curve: GainCurve?
  /// Kind triage: what happens at each stage.
  package var triage: StageTable?
  /// Kind triage, where other capacities were asked for.
  package var sweep: SweepTable?
  /// The measures group by group, where groups were asked for.
  package internal(set) var groups: GroupReport?
  /// The measures that are means over units, unit by unit; nil where there are none.
  package let perUnit: UnitTable?
  package let digests: Digests
  package internal(set) var signature: Signature
  /// Things that are not wrong but that a reader should know.
  package internal(set) var notes: [String]

  /// The measure that stands for the scorecard: the primary one, or the first where it was not asked
  /// for.
  package var shown: Measure { measures.contains(primary) ? primary : measures.first ?? primary }

  /// The value of the primary measure; nil where it was not asked for.
  package var primaryValue: MeasureValue? {
    measures.firstIndex(of: primary).map { values[$0] }
  }
}

/// Gold labels by predicted labels.
package struct ConfusionTable: Sendable {
  package let labels: [String]
  /// Rows are gold labels.
  package let counts: [[Int]]
  /// Items of each gold label that the submission leaves out.
  package let leftOut: [Int]

  init(_ confusion: Confusion, _ scale: GradeScale) {
    labels = scale.names
    let levels = 0..<scale.count
    counts = levels.map { gold in levels.map { confusion[gold: gold, predicted: $0] } }
    leftOut = confusion.leftOut
  }
}

/// The values of measures for each unit.
package struct UnitTable: Sendable {
  package let measures: [Measure]
  package let units: [String]
  /// One row a unit, one value a measure.
  package let values: [[MeasureValue]]
}

/// SHA-256 of every file that a score depends on.
package struct Digests: Sendable {
  package let task: String?
  package let gold: String
  /// Of items.tsv, where times go by its words; nil without times, and of people and posts, whose
  /// gold it is part of.
  package let items: String?
  package let submission: String?
}

/// One line that makes a number in a paper repeatable, after sacreBLEU's.
package struct Signature: Sendable, CustomStringConvertible {
  /// The parts in order; a part without a name is the measure.
  package internal(set) var parts: [(name: String, value: String)]

  package init(
    measure: Measure, task: String? = nil, split: String? = nil, ties: TieRule,
    missing: String? = nil, gold: String
  ) {
    var parts = [("", measure.description)]
    if let task { parts.append(("task", task)) }
    if let split { parts.append(("split", split)) }
    parts.append(("ties", ties.rawValue))
    if let missing { parts.append(("missing", missing)) }
    parts.append(("gold", Self.short(gold)))
    parts.append(("v", CLTaskVersion.current))
    self.parts = parts
  }

  /// The first digits of a digest, enough to tell files apart.
  static func short(_ digest: String) -> String {
    String(digest.drop { $0 != ":" }.dropFirst().prefix(8))
  }

  /// Adds what it takes to make the intervals again, before the version.
  package mutating func add(_ intervals: ScorecardIntervals) {
    guard intervals.all.contains(where: { $0 != nil }) else { return }
    var added = [("ci", "\(intervals.confidence)")]
    if intervals.rule != .auto { added[0].1 += ",\(intervals.rule.rawValue)" }
    if intervals.replicates > 0 {
      added.append(("bs", "\(intervals.replicates)"))
      if intervals.isStratified { added.append(("strata", "label")) }
      added.append(("seed", "\(intervals.seed)"))
    }
    parts.insert(contentsOf: added, at: parts.count - 1)
  }

  /// Names that are text of anybody, so that they cannot forge a part or end the line.
  static func text(_ names: some Sequence<String>) -> String {
    names.map { name in
      PrintableText.escaped(name, limit: 200).replacing("|", with: "\\u{7C}")
        .replacing("`", with: "\\u{60}").replacing(";", with: "\\u{3B}")
    }.joined(separator: ",")
  }

  package var description: String {
    parts.map { $0.name.isEmpty ? $0.value : "\($0.name):\($0.value)" }.joined(separator: "|")
  }
}

/// The version of the program, part of every signature.
package enum CLTaskVersion {
  package static let current = "0.1.0"
}
