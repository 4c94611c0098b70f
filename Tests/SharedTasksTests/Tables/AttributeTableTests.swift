import Testing

@testable import SharedTasks

@Suite("groups.tsv")
struct AttributeTableTests {
  let sample: TableSample

  init() throws { sample = try TableSample() }

  private func table(
    _ text: String, unit: AttributeTable.Unit = .item, attributes: [String] = []
  ) throws -> (table: AttributeTable, diagnostics: DiagnosticList) {
    var diagnostics = DiagnosticList()
    try sample.folder.write(text, to: "groups.tsv")
    let table = try AttributeTable.read(
      sample.path("groups.tsv"), unit: unit, attributes: attributes, &diagnostics)
    return (table, diagnostics)
  }

  @Test("gives each unit of the split its value, whatever the order of the rows")
  func alignsUnits() throws {
    let rows = ["q3\tM\t9", "q1\tF\t10", "q2\tM\t10", "elsewhere\tX\t"]
    for order in [rows, rows.reversed()] {
      let text = "item\tsex\tage\n" + order.map { $0 + "\n" }.joined()
      let (table, diagnostics) = try table(text)
      #expect(diagnostics.isEmpty)
      let groups = table.groups(of: try sample.universe(["q1", "q2", "q3"]).items)
      #expect(groups.units == 3 && groups.unitsWithoutRow == 0)
      #expect(groups.attributes.map(\.name) == ["sex", "age"])
      // A value of another split has a group, which is empty here.
      #expect(groups["sex"]?.values == ["F", "M", "X"])
      #expect(groups["sex"]?.codes == [0, 1, 1])
      #expect(groups["sex"]?.copies(of: 2) == [0, 0, 0])
      #expect(groups["age"]?.values == ["10", "9"] && groups["age"]?.missing == nil)
      #expect(groups["race"] == nil)
    }
  }

  @Test("keeps short and long fields apart, however many share a place in memory")
  func manyFields() throws {
    // Prefixes of each other, and of all lengths around those that a word of memory holds.
    let fields = (0..<200).flatMap { ["\($0)", "\($0)-", "group \($0)", "a longer name \($0)"] }
    let rows = (0..<2).flatMap { round in
      fields.indices.map { "q\(round * fields.count + $0)\t\(fields[($0 * 7) % fields.count])\n" }
    }
    let (table, diagnostics) = try table("item\tgroup\n" + rows.joined())
    #expect(diagnostics.isEmpty)
    let group = try #require(table.groupsOfRows["group"])
    for (unit, code) in group.codes.prefix(rows.count).enumerated() {
      #expect(group.values[Int(code)] == fields[(unit * 7) % fields.count])
    }
  }

  @Test("makes a value of its own of empty fields and of units without a row")
  func missing() throws {
    let (table, _) = try table("item\tsex\nq1\tF\nq2\t\n")
    let groups = table.groups(of: try sample.universe(["q1", "q2", "q3"]).items)
    let sex = try #require(groups["sex"])
    #expect(sex.values == ["F", "(missing)"] && sex.missing == 1)
    #expect(sex.codes == [0, 1, 1])
    #expect(groups.unitsWithoutRow == 1)
    #expect(table.groups(of: try sample.universe(["q1"]).items)["sex"]?.missing == nil)
  }

  @Test("makes a unit with several values a member of each of their groups")
  func several() throws {
    let (table, diagnostics) = try table("item\trace\nq1\tb|a\nq2\ta\nq3\ta|b|a\nq4\tb|b\n")
    #expect(diagnostics.isEmpty)
    let groups = table.groups(of: try sample.universe(["q1", "q2", "q3", "q4"]).items)
    let race = try #require(groups["race"])
    #expect(race.values == ["a", "b"] && !race.several.isEmpty)
    #expect(race.copies(of: 0) == [1, 1, 1, 0])
    #expect(race.copies(of: 1) == [1, 0, 1, 1])
    for unit in 0..<4 {
      for value in 0..<2 {
        #expect(race.isMember(unit, of: value) == (race.copies(of: value)[unit] == 1))
      }
    }
  }

  @Test("is told everything that is wrong with it at once")
  func tellsAll() throws {
    let (_, diagnostics) = try table(
      "item\tsex\nq1\tF\nq1\tM\n\tF\nq2\ta||b\nq3\t F\nq4\t(missing)\nq5\nq6\t|a\nq7\tb |a\n")
    #expect(
      diagnostics.places == [
        "3:1 duplicate-item", "4:1 empty-value", "5:4 empty-value", "6:4 bad-name",
        "7:4 bad-name", "8 wrong-field-count", "9:4 empty-value", "10:4 bad-name",
      ])
  }

  @Test("has every attribute that task.yaml names, and is warned of others")
  func wantedAttributes() throws {
    let text = "item\tsex\tage\nq1\tF\t9\n"
    let (table, warned) = try table(text, attributes: ["age"])
    #expect(warned.places == ["1:6 unknown-column"] && !warned.hasErrors)
    #expect(table.groups(of: try sample.universe(["q1"]).items).attributes.map(\.name) == ["age"])
    let (_, refused) = try self.table(text, attributes: ["age", "race"])
    #expect(refused.places == ["1 missing-column"])
    #expect(refused.hasErrors)
    #expect(refused.diagnostics.contains { $0.message.contains("`race`") })
    #expect(try self.table(text, unit: .user).diagnostics.hasErrors)
    #expect(try self.table("item\nq1\n").diagnostics.places == ["missing-column"])
    #expect(try self.table("").diagnostics.places == ["empty-file"])
  }

  @Test("refuses a column of ids as an attribute, once")
  func tooManyValues() throws {
    let many = (0..<3_000).map { "q\($0)\tv\($0)\n" }.joined()
    #expect(try table("item\tid\n" + many).diagnostics.places == ["1002:7 out-of-range"])
    let some = (0..<1_000).map { "q\($0)\tv\($0)\n" }.joined()
    #expect(try table("item\tid\n" + some).diagnostics.isEmpty)
  }

  @Test("is never repeated in messages as it stands where it could move the cursor")
  func hostile() throws {
    let (_, diagnostics) = try table("item\ts\u{1B}[2J\nq1\t \u{1B}[2J\nq1\u{202E}\t(missing)\n")
    #expect(diagnostics.hasErrors)
    #expect(!diagnostics.rendered().unicodeScalars.contains { $0.value == 0x1B })
    #expect(!diagnostics.rendered().unicodeScalars.contains { $0.value == 0x202E })
  }

  @Test("speaks of each item of a ranking, in every topic that has it")
  func ranking() throws {
    let (gold, _) = try sample.judgements("topic\titem\tgrade\nt1\ta\t1\nt1\tb\t0\nt2\ta\t0\n")
    let (table, _) = try table("item\tsex\na\tF\n")
    let groups = table.groups(of: gold)
    #expect(groups.units == 3 && groups.unitsWithoutRow == 1)
    let sex = try #require(groups["sex"])
    let names = (0..<2).flatMap { gold.items(ofTopic: $0).map(gold.itemText) }
    #expect(names.indices.allSatisfy { sex.isMember($0, of: 0) == (names[$0] == "a") })
  }
}
