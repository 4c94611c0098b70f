/// An ad-hoc evaluation as it is published: `cltask.evaluation/1`.
public struct EvaluationDocument: Codable, Sendable, Equatable {
  public var schema = "cltask.evaluation/1"
  public var cltask = CLTaskVersion.current
  public var units: Int
  public var measures: [String: ValueDocument]
  /// Topic → measure → value.
  public var perUnit: [String: [String: Double?]]?
  public var digests: [String: String]
  public var signature: String
  /// Of what was drawn at random; nil where nothing was.
  public var seed: UInt64?
  public var notes: [String]?

  private enum CodingKeys: String, CodingKey {
    case schema, cltask, units, measures, digests, signature, seed, notes
    case perUnit = "per_unit"
  }

  package init(_ evaluation: RankingEvaluation, signature: Signature, gold: String, perUnit: Bool) {
    units = evaluation.topics.count
    measures = ValueDocument.byName(
      evaluation.measures, evaluation.overall, evaluation.intervals?.all)
    self.perUnit = perUnit ? UnitsDocument.of(evaluation.unitTable) : nil
    digests = ["gold": gold]
    digests["submission"] = evaluation.digest
    self.signature = signature.description
    seed = evaluation.intervals?.usedSeed
    notes = evaluation.notes.isEmpty ? nil : evaluation.notes
  }
}

extension RankingEvaluation {
  package var unitTable: UnitTable {
    UnitTable(measures: measures, units: topics, values: perTopic)
  }

  /// What a reader of the means should know.
  package var notes: [String] {
    var notes = notesOnWords
    if !missingTopics.isEmpty {
      notes.append("topics of the qrels that are not in the run: \(missingTopics.count)")
    }
    if !unknownTopics.isEmpty {
      notes.append(
        "topics of the run that are not in the qrels and do not count: \(unknownTopics.count)")
    }
    return notes + notesOnUndefinedTopics + (intervals?.notes ?? [])
  }
}
