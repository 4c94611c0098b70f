/// A made-up task: how severe is the risk of suicide of a person, from what the person wrote?
///
/// Size and prevalence are about those of the shared task of CLPsych 2019 (Zirikly, Resnik, Uzuner &
/// Hollingshead, W19-3003): its test set had 125 people, about 32 of them without risk and 13, 28
/// and 52 at low, moderate and severe risk. No person stands behind any row.
package enum SuicideRiskTask {
  package static let id = "suicide-risk"

  /// Least severe first.
  static let labels = ["none", "low", "moderate", "severe"]
  static let developmentCounts = [15, 6, 14, 25]
  static let testCounts = [32, 13, 28, 52]

  /// The task and the submissions of its baselines, all but the README.
  package static func files(seed: UInt64) -> [SyntheticFile] {
    var ids = OpaqueIds()
    let development = SuicideRiskPeople(
      counts: developmentCounts, split: 0, ids: &ids, seed: seed)
    let test = SuicideRiskPeople(counts: testCounts, split: 1, ids: &ids, seed: seed)
    let systems = SuicideRiskSystems(development: development, test: test, seed: seed)
    return [("tasks/\(id)/task.yaml", Array(definition.utf8)), groups(development, test)]
      + split("dev", development) + split("test", test) + systems.submissions
  }

  private static func split(_ name: String, _ people: SuicideRiskPeople) -> [SyntheticFile] {
    var items = Table(columns: ["item", "words"])
    var gold = Table(columns: ["item", "label"])
    for person in people.people {
      items.append([person.id, String(person.words)])
      gold.append([person.id, labels[person.label]])
    }
    return [
      ("tasks/\(id)/\(name)/items.tsv", items.bytes), ("tasks/\(id)/\(name)/gold.tsv", gold.bytes),
    ]
  }

  private static func groups(_ splits: SuicideRiskPeople...) -> SyntheticFile {
    var table = Table(columns: ["item", "sex", "age", "language"])
    for person in splits.flatMap(\.people).sorted(by: { $0.id < $1.id }) {
      table.append([person.id, person.sex, person.age, person.language])
    }
    return ("tasks/\(id)/groups.tsv", table.bytes)
  }

  private static let definition = """
    schema: cltask.task/1
    id: \(id)
    title: Risk of suicide from posts (synthetic)
    kind: assessment
    splits: [dev, test]
    labels: [\(labels.joined(separator: ", "))]   # least severe first
    positive: [severe]                      # whom a first reader must not miss
    groupings: {flagged: [low, moderate, severe], urgent: [moderate, severe]}
    measures: [AUC, AveragePrecision, "nDCG@20", "F1(macro)", "F1(flagged)", "F1(urgent)", QWK,
      Brier]
    primary: AUC
    ties: expected
    missing: error
    fairness: {attributes: [sex, age, language], minimum-size: 10}

    """
}
