/// A made-up task: who of the users of a forum is at risk, decided while they write, as early as can
/// be?
///
/// It is shaped like the tasks of eRisk on depression and gambling: users whose writings come one
/// after the other, about one in ten of them at risk, an alert that cannot be taken back. There are
/// no writings behind the numbers.
package enum EarlyRiskTask {
  package static let id = "early-risk"
  static let labels = ["control", "risk"]

  /// How many users a split has, how many of them are at risk, and their writings together.
  typealias Size = (users: Int, atRisk: Int, writings: Int)
  static let development: Size = (200, 20, 150_000)
  static let test: Size = (600, 58, 450_000)

  /// The task and the submissions of its baselines, all but the README.
  package static func files(seed: UInt64) -> [SyntheticFile] {
    var ids = OpaqueIds()
    let development = people(development, split: 0, ids: &ids, seed: seed)
    let test = people(test, split: 1, ids: &ids, seed: seed)
    return [("tasks/\(id)/task.yaml", Array(definition.utf8)), groups(development, test)]
      + split("dev", development) + split("test", test)
      + EarlyRiskSystems(test, seed: seed).submissions
  }

  private static func people(
    _ size: Size, split: UInt32, ids: inout OpaqueIds, seed: UInt64
  ) -> EarlyRiskPeople {
    EarlyRiskPeople(
      size: size.users, atRisk: size.atRisk, writings: size.writings, split: split, ids: &ids,
      seed: seed)
  }

  private static func split(_ name: String, _ people: EarlyRiskPeople) -> [SyntheticFile] {
    var items = Table(columns: ["user"])
    var gold = Table(columns: ["user", "label", "writings"])
    for person in people.people {
      items.append([person.id])
      gold.append([person.id, labels[person.isAtRisk ? 1 : 0], String(person.writings)])
    }
    return [
      ("tasks/\(id)/\(name)/items.tsv", items.bytes), ("tasks/\(id)/\(name)/gold.tsv", gold.bytes),
    ]
  }

  private static func groups(_ splits: EarlyRiskPeople...) -> SyntheticFile {
    var table = Table(columns: ["user", "sex"])
    for person in splits.flatMap(\.people).sorted(by: { $0.id < $1.id }) {
      table.append([person.id, person.sex])
    }
    return ("tasks/\(id)/groups.tsv", table.bytes)
  }

  private static let definition = """
    schema: cltask.task/1
    id: \(id)
    title: Early alerts of people at risk (synthetic)
    kind: early-detection
    splits: [dev, test]
    labels: [\(labels.joined(separator: ", "))]
    positive: [risk]
    measures: [ERDE@5, ERDE@50, P, R, F1, latencyTP, speed, Flatency, "P(after=1)@10",
      "P(after=100)@10", "nDCG(discount=jk,after=100)@10", "P@10"]
    primary: Flatency
    ties: trec
    missing: error
    fairness: {attributes: [sex], minimum-size: 10}

    """
}
