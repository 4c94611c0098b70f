/// A made-up task: who of a thousand people needs which care, if few can be interviewed?
///
/// Its shape is that of tiered assessment under limited resources (Schumann, Lang, Foster &
/// Dickerson, NeurIPS 2019; Shing, Resnik & Oard, ACL 2020). No person stands behind any row.
package enum StagedTriageTask {
  package static let id = "staged-triage"

  /// Least severe first.
  static let labels = ["none", "monitor", "outpatient", "urgent"]
  static let stages = ["screen", "review", "interview"]
  static let developmentCounts = [280, 64, 40, 16]
  static let testCounts = [700, 160, 100, 40]

  /// The task and its submissions, all but the README.
  package static func files(seed: UInt64) -> [SyntheticFile] {
    var ids = OpaqueIds()
    let development = StagedTriagePeople(
      counts: developmentCounts, split: 0, ids: &ids, seed: seed)
    let test = StagedTriagePeople(counts: testCounts, split: 1, ids: &ids, seed: seed)
    return [("tasks/\(id)/task.yaml", Array(definition.utf8))]
      + split("dev", development) + split("test", test)
      + StagedTriageSystems(test, seed: seed).submissions
  }

  private static func split(_ name: String, _ people: StagedTriagePeople) -> [SyntheticFile] {
    var items = Table(columns: ["item"])
    var gold = Table(columns: ["item", "label"])
    for person in people.people {
      items.append([person.id])
      gold.append([person.id, labels[person.label]])
    }
    return [
      ("tasks/\(id)/\(name)/items.tsv", items.bytes), ("tasks/\(id)/\(name)/gold.tsv", gold.bytes),
    ]
  }

  private static let definition = """
    schema: cltask.task/1
    id: \(id)
    title: Who needs which care, in three stages (synthetic)
    kind: triage
    splits: [dev, test]
    labels: [\(labels.joined(separator: ", "))]   # the care that is needed, least first
    positive: [urgent]                  # who has to pass every stage
    stages:                             # costs in minutes
      - {name: screen, cost: 0.1, capacity: 300, view: posts, tier: monitor}
      - {name: review, cost: 10, capacity: 120, view: history, tier: outpatient}
      - {name: interview, cost: 45, capacity: 50, view: conversation, tier: urgent}
    measures: [NetSensitivity, NetFPR, PPV, NNE, TotalCost, CostPerCase, UnderTriage,
      "UnderTriage(urgent)", OverTriage, "NetBenefit(threshold=0.1)",
      "NetBenefit(threshold=0.1,harm=0.0005)", QWK]
    primary: NetSensitivity
    ties: expected
    missing: error

    """
}
