import Measures
import Testing

@testable import SharedTasks

@Suite("The gold of a ranking")
struct RankingGoldTests {
  let sample: TableSample

  init() throws { sample = try TableSample() }

  @Test("is qrels or a table, and both say the same")
  func readsBoth() throws {
    let qrels = try sample.judgements("t1 0 d1 2\nt2\t0\td1\t0\n  t1  0  d2   -1  \r\n\n")
    let table = try sample.judgements(
      "# from: nobody\ngrade\titem\ttopic\n2\td1\tt1\n0\td1\tt2\n-1\td2\tt1\n")
    for (gold, diagnostics) in [qrels, table] {
      #expect(diagnostics.isEmpty)
      #expect(gold.gradeByItem == ["t1": ["d1": 2, "d2": -1], "t2": ["d1": 0]])
      #expect(gold.topicNames == ["t1", "t2"])
      #expect(gold.scale.grades == [-1, 0, 2])
      #expect(!gold.isClosed)
    }
  }

  @Test("may judge with labels of the task")
  func readsLabels() throws {
    let (gold, diagnostics) = try sample.judgements(
      "topic\titem\tgrade\nt1\td1\tsevere\nt1\td2\tnone\n", scale: sample.scale)
    #expect(diagnostics.isEmpty)
    #expect(gold.gradeByItem == ["t1": ["d1": 2, "d2": 0]])
  }

  @Test("judges some of the items of items.tsv, and the topics of both count")
  func readsItems() throws {
    let (gold, diagnostics) = try sample.judgements(
      "topic\titem\tgrade\nt1\td2\t1\n", items: "topic\titem\nt1\td1\nt1\td2\nt2\td1\n")
    #expect(diagnostics.isEmpty)
    #expect(gold.isClosed)
    #expect(gold.gradeByItem == ["t1": ["d2": 1]])
    #expect(gold.itemNames == [["d1", "d2"], ["d1"]])
  }

  @Test("may be qrels beside an items.tsv whose columns stand elsewhere, with words in either")
  func readsQrelsBesideItems() throws {
    let (gold, diagnostics) = try sample.judgements(
      "t1 0 d2 1\nt1 0 d3 0\n", items: "words\titem\ttopic\n7\td1\tt1\n\td2\tt1\n9\td3\tt1\n")
    #expect(diagnostics.isEmpty)
    #expect(gold.gradeByItem == ["t1": ["d2": 1, "d3": 0]])
    #expect(gold.itemNames == [["d1", "d2", "d3"]])
    #expect(gold.words == [7, -1, 9])
    let table = try sample.judgements(
      "topic\titem\tgrade\twords\nt1\td2\t1\t40\n", items: "topic\titem\nt1\td1\nt1\td2\n")
    #expect(table.gold.words == [-1, 40])
  }

  @Test("is told everything that is wrong with it at once, with its line")
  func tellsAll() throws {
    let table = try sample.judgements(
      "topic\titem\tgrade\nt1\td1\tone\n\td1\t1\nt1\t\t1\nt1\td2\t1\nt1\td2\t0\nt1\td3\nt1\td4\tnan\n"
    )
    #expect(
      table.diagnostics.inOrderOfPlaces().places == [
        "2:7 bad-grade", "3:1 empty-value", "4:4 empty-value", "6 duplicate-item",
        "7 wrong-field-count", "8:7 bad-grade",
      ])
    let qrels = try sample.judgements("t1 0 d1 1\nt1 0 d1 1\nt1 d2 1\nt2 0 d1 x\n")
    #expect(
      qrels.diagnostics.inOrderOfPlaces().places
        == ["2 duplicate-item", "3 wrong-field-count", "4:9 bad-grade"])
  }

  @Test("of items that items.tsv does not have is refused, each in its own file")
  func refusesUnknownItems() throws {
    let (_, diagnostics) = try sample.judgements(
      "topic\titem\tgrade\nt1\td1\t1\nt1\td9\t1\nt9\td1\t1\n",
      items: "topic\titem\nt1\td1\nt1\td1\n")
    #expect(
      Set(zip(diagnostics.places, diagnostics.diagnostics.map(\.file)).map { "\($1) \($0)" }) == [
        sample.path("universe.tsv") + " 3 duplicate-item",
        sample.path("qrels.tsv") + " 3 unknown-item", sample.path("qrels.tsv") + " 4 unknown-item",
      ])
  }

  @Test("without rows, with a label of no task or without a column is refused")
  func refuses() throws {
    for text in ["", "# only: metadata\n", "topic\titem\tgrade\n"] {
      let (_, diagnostics) = try sample.judgements(text)
      #expect(diagnostics.places == ["empty-file"])
    }
    let bare = try sample.judgements("topic\titem\nt1\td1\n")
    #expect(bare.diagnostics.places == ["1 missing-column"])
    let (_, diagnostics) = try sample.judgements(
      "topic\titem\tgrade\nt1\td1\tgeheim\n", scale: sample.scale)
    #expect(diagnostics.places == ["2:7 unknown-label"])
    #expect(diagnostics.diagnostics.allSatisfy { !$0.description.contains("geheim") })
  }

  @Test("has grades that are a few steps, not a number for each item")
  func limitsGrades() throws {
    let rows = (0...1_000).map { "t1 0 d\($0) 0.\($0 + 1_000)\n" }.joined()
    let (_, diagnostics) = try sample.judgements(rows)
    #expect(diagnostics.places == ["1001:12 bad-grade"])
  }
}
