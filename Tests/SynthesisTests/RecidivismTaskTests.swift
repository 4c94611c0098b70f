import Testing

/// The tables come from `tasks/recidivism-rossi/make.py`, which these tests do not run.
@Suite("The task recidivism-rossi")
struct RecidivismTaskTests {
  @Test("halves have the arrests that the README states", arguments: [("dev", 62), ("test", 52)])
  func halves(split: String, arrested: Int) throws {
    let gold = try table("tasks/recidivism-rossi/\(split)/gold.tsv")
    let items = try table("tasks/recidivism-rossi/\(split)/items.tsv")
    let people = try table("tasks/recidivism-rossi/\(split)/people.tsv")
    #expect(gold.column("label").count { $0 == "arrested" } == arrested)
    #expect(gold.rows.count == 216)
    #expect(gold.column("item") == items.column("item"))
    #expect(people.column("item") == items.column("item"))
    let groups = Set(try table("tasks/recidivism-rossi/groups.tsv").column("item"))
    #expect(groups.isSuperset(of: items.column("item")) && groups.count == 432)
  }

  @Test(
    "submissions answer for everybody with a probability",
    arguments: ["regression/logistic", "counting/prior-convictions"])
  func complete(name: String) throws {
    let submission = try table("submissions/recidivism-rossi/\(name).tsv")
    let items = try table("tasks/recidivism-rossi/test/items.tsv")
    #expect(submission.column("item") == items.column("item"))
    #expect(submission.column("score").allSatisfy { (0...1).contains(Double($0) ?? -1) })
    #expect(Set(submission.column("label")) == ["free", "arrested"])
  }

  private func table(_ path: String) throws -> TableRows {
    TableRows(try Repository.bytes(path))
  }
}
