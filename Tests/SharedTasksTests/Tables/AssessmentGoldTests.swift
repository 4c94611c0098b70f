import Testing

@testable import SharedTasks

@Suite("The gold of an assessment")
struct AssessmentGoldTests {
  let sample: TableSample

  init() throws { sample = try TableSample() }

  @Test("names the items where items.tsv does not, in the order of its rows")
  func namesItems() throws {
    let (gold, diagnostics) = try sample.gold(
      "# made: by hand\nwords\tlabel\titem\n12\tlow\tq2\n\tsevere\tq1\n")
    #expect(diagnostics.isEmpty)
    #expect(gold.universe.items.text(0) == "q2")
    #expect(gold.levelByItem == ["q1": 2, "q2": 1])
    #expect(gold.universe.words == [12, -1])
    #expect(gold.digest == gold.universe.digest)
  }

  @Test("is put in the order of items.tsv where there is one")
  func followsItems() throws {
    let (gold, diagnostics) = try sample.gold(
      "item\tlabel\nq2\tlow\nq1\tsevere\n", items: ["q1", "q2"])
    #expect(diagnostics.isEmpty)
    #expect(gold.levels == [2, 1])
    #expect(gold.digest != gold.universe.digest)
  }

  @Test("is told everything that is wrong with it at once")
  func tellsAll() throws {
    let (_, diagnostics) = try sample.gold(
      "item\tlabel\twords\nq1\tlow\t-3\nq1\tnone\t1\nq9\tnone\t1\n\tnone\t1\nq2\tmild\t1\nq3\n",
      items: ["q1", "q2", "q3"])
    #expect(
      diagnostics.places == [
        "2:8 bad-number", "3:1 duplicate-item", "4:1 unknown-item", "5:1 empty-value",
        "6:4 unknown-label", "7 wrong-field-count",
      ])
  }

  @Test("without some items of items.tsv names them")
  func missesItems() throws {
    let (_, diagnostics) = try sample.gold("item\tlabel\nq2\tlow\n", items: ["q1", "q2", "q3"])
    #expect(diagnostics.places == ["missing-item", "missing-item"])
    let named = diagnostics.diagnostics.map { $0.message.contains("\"q1\"") }
    #expect(named == [true, false])
  }

  @Test("without rows is an empty file")
  func isEmpty() throws {
    for text in ["", "# only: metadata\n", "item\tlabel\n"] {
      let (_, diagnostics) = try sample.gold(text)
      #expect(diagnostics.places == ["empty-file"])
    }
  }

  @Test("is never quoted: whoever reads the messages learns no label")
  func keepsSecrets() throws {
    let secret = "geheim"
    for text in [
      "item\tlabel\nq1\t\(secret)\n", "q1\t\(secret)\nq2\t\(secret)\n",
      "item\tlabel\nq1\t\(secret)\textra\n", "item\tlabel\nq1\tlow\nq1\t\(secret)\n",
      "item,label\nq1,\(secret)\n", "q1,\(secret)\nq2,\(secret)\n",
    ] {
      let (_, diagnostics) = try sample.gold(text, items: ["q1", "q2"])
      #expect(diagnostics.hasErrors)
      for diagnostic in diagnostics.diagnostics {
        #expect(!diagnostic.description.contains(secret), "\(diagnostic)")
      }
    }
  }
}

@Suite("The items of a split")
struct ItemUniverseTests {
  let sample: TableSample

  init() throws { sample = try TableSample() }

  private func read(_ text: String) throws -> (items: ItemUniverse, diagnostics: DiagnosticList) {
    var diagnostics = DiagnosticList()
    try sample.folder.write(text, to: "items.tsv")
    return (try ItemUniverse.read(sample.path("items.tsv"), &diagnostics), diagnostics)
  }

  @Test("are read with their words")
  func reads() throws {
    let (items, diagnostics) = try read("words\titem\n3\tb\n4e1\ta\n")
    #expect(diagnostics.isEmpty)
    #expect(items.names == ["b", "a"])
    #expect(items.words == [3, 40])
  }

  @Test("are refused with everything that is wrong")
  func refuses() throws {
    let wrong = [
      "item\twords\na\tmany\na\t1\n\t1\nb\n": [
        "2:3 bad-number", "3:1 duplicate-item", "4:1 empty-value", "5 wrong-field-count",
      ],
      "": ["empty-file"], "item\n": ["empty-file"], "user\nu1\n": ["1 missing-column"],
    ]
    for (text, places) in wrong {
      let (_, diagnostics) = try read(text)
      #expect(diagnostics.places == places)
    }
  }
}
