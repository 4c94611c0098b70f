import Measures
import Testing

@testable import SharedTasks

/// A definition that has nothing wrong with it, to which tests do things.
let soundDefinition = """
  schema: cltask.task/1
  id: example
  title: Example
  kind: assessment
  labels: [none, low, severe]
  positive: [severe]
  measures: [AUC]
  primary: AUC
  """

/// Knows three measures; the catalogue is not this target's business.
func problem(withMeasure name: String) -> MeasureProblem? {
  let base = name.prefix { $0.isLetter }
  if !["AUC", "MCC", "nDCG", "TTR", "F"].contains(String(base)) {
    return MeasureProblem(code: .unknownMeasure, message: "there is no measure \(base)")
  }
  return name.hasSuffix("@") ? MeasureProblem(message: "the cutoff is missing") : nil
}

func read(
  _ text: String, folder: String? = "example"
) -> (definition: TaskDefinition?, diagnostics: DiagnosticList) {
  TaskDefinitionReader.read(
    Array(text.utf8), file: "task.yaml", folder: folder,
    validateMeasure: { name, _ in problem(withMeasure: name) })
}

/// The sound definition with the lines of `change` in place of those with the same keys.
func changed(_ change: String) -> String {
  func key(_ line: Substring) -> Substring { line.prefix { $0 != ":" } }
  let keys = change.split(separator: "\n").map(key)
  let kept = soundDefinition.split(separator: "\n").filter { !keys.contains(key($0)) }
  return kept.joined(separator: "\n") + "\n" + change + "\n"
}

@Suite("Reading task.yaml")
struct TaskDefinitionReaderTests {
  @Test("every key of formats.md is read, and scalars are read as text")
  func readsEveryKey() throws {
    let text = """
      schema: cltask.task/1
      id: suicide-risk                 # equals the folder's name
      title: "Risk: of suicide"
      kind: triage
      splits: [dev, test]
      labels: [no, 010, moderate, severe]
      positive: [severe]
      groupings: {flagged: [severe, 010], urgent: [moderate, severe]}
      grades: {no: 0, 010: 1, moderate: 2.5, severe: 3e0}
      measures: [AUC, nDCG@10, "TTR@0.8", "F1(macro)"]
      primary: AUC
      ties: file
      missing: worst
      time-model: {summary: 5, per-word: 0.02, per-item: 8, click-relevant: 0.7,
                   click-nonrelevant: 0.3, save-relevant: 0.8, half-life: 200}
      stages:
        - {name: screen, cost: 30, capacity: 400, view: posts, tier: moderate}
        - name: interview
          cost: 1200.5
          tier: severe
      fairness: {attributes: [sex, age], targets: {sex: {F: 0.5, M: 0.5}}, minimum-size: 12,
                 suppress-below: 3}
      standing: "measure:nDCG@10"
      per-team: last
      subject-to: ["gap(FNR,race) <= 0.1", AUC >= 0.5]
      publish: {decimals: 3}
      """
    let (read, diagnostics) = read(text, folder: "suicide-risk")
    #expect(diagnostics.description == "")
    let task = try #require(read)
    #expect(task.title == "Risk: of suicide" && task.kind == .triage)
    #expect(task.splits == ["dev", "test"] && task.defaultSplit == "test")
    #expect(task.labels == ["no", "010", "moderate", "severe"])
    #expect(task.positiveLabels == ["severe"])
    #expect(task.labels(named: "flagged") == ["010", "severe"])
    #expect(task.labels(named: "no") == ["no"] && task.labels(named: "none") == nil)
    #expect(task.grades == [0, 1, 2.5, 3] && task.grade(of: "moderate") == 2.5)
    #expect(task.measures.map(\.text) == ["AUC", "nDCG@10", "TTR@0.8", "F1(macro)"])
    #expect(task.measures[2] == LocatedText("TTR@0.8", line: 10, column: 26))
    #expect(task.ties == .file && task.missing == .worst && task.perTeam == .last)
    #expect(task.timeModel.perWord == 0.02 && task.timeModel.halfLife == 200)
    #expect(
      task.stages == [
        .init(name: "screen", cost: 30, capacity: 400, view: "posts", tier: "moderate"),
        .init(name: "interview", cost: 1200.5, capacity: nil, view: nil, tier: "severe"),
      ])
    #expect(task.fairness.attributes.map(\.text) == ["sex", "age"])
    #expect(task.fairness.targets == ["sex": ["F": 0.5, "M": 0.5]])
    #expect(task.fairness.minimumSize == 12 && task.fairness.suppressBelow == 3)
    #expect(task.standing == .measure(LocatedText("nDCG@10", line: 23, column: 11)))
    #expect(task.constraints.map(\.quantity.text) == ["gap(FNR,race)", "AUC"])
    #expect(task.constraints.map(\.relation) == [.atMost, .atLeast])
    #expect(task.constraints.map(\.bound) == [0.1, 0.5] && task.publishedDecimals == 3)
  }

  @Test("what is left out has the defaults of formats.md")
  func fillsInDefaults() throws {
    let task = try #require(read(soundDefinition).definition)
    #expect(task.splits == ["test"] && task.groupings.isEmpty && task.threshold == nil)
    #expect(task.grades == [0, 1, 2] && task.missing == .error && task.ties == .expected)
    #expect(task.timeModel == TimeModel() && task.timeModel.summary == 4.4)
    #expect(task.standing == .shared && task.perTeam == .best && task.publishedDecimals == 4)
    #expect(task.fairness.minimumSize == 10 && task.fairness.suppressBelow == 0)
    let expected: [TaskDefinition.Kind: TaskDefinition.Ties] = [
      .ranking: .trec, .earlyDetection: .trec, .assessment: .expected, .prioritization: .expected,
    ]
    for (kind, ties) in expected {
      #expect(read(changed("kind: \(kind.rawValue)")).definition?.ties == ties)
    }
  }

  /// Codes of tables, and one whose example is not written out.
  static let definitionCodes = DiagnosticCode.allCases.filter { code in
    guard let first = DiagnosticCode.allCases.firstIndex(of: .yamlSyntax),
      let index = DiagnosticCode.allCases.firstIndex(of: code)
    else { return false }
    return index >= first && code != .labelLimit
  }

  @Test("the examples of a code are what they say", arguments: definitionCodes)
  func examples(code: DiagnosticCode) {
    let bad = read(changed(code.example.bad)).diagnostics
    #expect(bad.diagnostics.contains { $0.code == code }, "\(bad.description)")
    let good = read(changed(code.example.good)).diagnostics
    #expect(!good.diagnostics.contains { $0.code == code }, "\(good.description)")
  }

  @Test("all problems are reported at once, each with its line and column")
  func reportsEverything() {
    let (definition, diagnostics) = read(
      """
      schema: cltask.task/1
      id: sample
      titel: Example
      kind: assesment
      labels: [none, "a=b", none]
      positive: [sevre]
      groupings: {flagged: [low]}
      threshold: high
      measures:
        - AUC
        - nope
        - AUC
      primary: MCC
      ties: random
      time-model: {summary: -1, per-wrod: 1}
      publish: {decimals: 2.5}
      title: Eg
      ties: trec
      """)
    #expect(definition == nil)
    let found = diagnostics.diagnostics.map {
      "\($0.line ?? 0):\($0.column ?? 0) \($0.code.rawValue)"
    }
    #expect(
      found == [
        "2:5 id-mismatch", "3:1 unknown-key", "4:7 unknown-value", "5:16 bad-label",
        "5:23 duplicate-label", "6:12 unknown-label", "7:23 unknown-label", "8:12 bad-number",
        "11:5 unknown-measure", "12:5 duplicate-value", "13:10 primary-not-in-measures",
        "14:7 unknown-value", "15:23 out-of-range", "15:27 unknown-key", "16:21 bad-number",
        "18:1 duplicate-key",
      ])
    #expect(diagnostics.description.contains("did you mean title?"))
    #expect(diagnostics.description.contains("did you mean assessment?"))
    #expect(diagnostics.description.contains("did you mean per-word?"))
  }

  @Test("columns count characters, not bytes")
  func columns() {
    let text = changed("labels: [é日本😀, \"x,y\"]\npositive: [é日本😀]")
    let found = read(text).diagnostics.diagnostics
    #expect(found.map(\.code) == [.badLabel])
    #expect(found.first?.line == 7 && found.first?.column == 16)
  }

  @Test("a measure that YAML cuts is told to be quoted, and nothing else is said of its pieces")
  func unquotedMeasure() {
    let text = changed(
      """
      measures: [AUC, nDCG(gain=exp2, discount=jk)@10, MCC]
      primary: nDCG(gain=exp2, discount=jk)@10
      """)
    #expect(
      read(text).diagnostics.description == """
        task.yaml:7:17: error: YAML cuts this measure at the comma [unquoted-measure]
          hint: put it in quotes: "nDCG(gain=exp2, discount=jk)@10"
        """)
  }

  @Test("255 labels are the most")
  func labelLimit() {
    func labels(_ count: Int) -> String {
      "labels: [" + (1...count).map { "l\($0)" }.joined(separator: ", ") + "]\npositive: [l1]"
    }
    #expect(read(changed(labels(255))).diagnostics.isEmpty)
    #expect(read(changed(labels(256))).diagnostics.diagnostics.map(\.code) == [.labelLimit])
  }

  @Test(
    "labels that measures or tables could not name are refused",
    arguments: ["a\\tb", "a,b", "a(b", "a)", "@a", "a=", "a\\nb", " a", "a ", "macro", "\\u202E"])
  func badLabels(label: String) {
    let codes = read(changed("labels: [none, \"\(label)\"]\npositive: [none]")).diagnostics
    #expect(codes.diagnostics.map(\.code) == [.badLabel])
  }

  @Test("numbers are decimal", arguments: ["0x10", "1_000", "1,5", "1e", ".", "", "１", "+-1"])
  func badNumbers(text: String) {
    let definition = changed("labels: [none, severe]\nthreshold: \"\(text)\"")
    let codes = read(definition).diagnostics.diagnostics.map(\.code)
    #expect(codes == [text.isEmpty ? .emptyValue : .badNumber])
  }

  @Test("numbers are finite", arguments: ["nan", ".inf", "-Infinity", "1e999"])
  func infinities(text: String) {
    let definition = changed("labels: [none, severe]\nthreshold: \(text)")
    #expect(read(definition).diagnostics.diagnostics.map(\.code) == [.notFinite])
  }

  @Test("threshold needs two labels, stages need triage and triage needs stages")
  func keysThatNeedOthers() {
    func codes(_ change: String) -> [DiagnosticCode] {
      read(changed(change)).diagnostics.diagnostics.map(\.code)
    }
    #expect(codes("threshold: 0.5") == [.keyNotAllowed])
    #expect(codes("labels: [none, severe]\nthreshold: -0.5") == [])
    #expect(codes("stages: [{name: a, cost: 1, tier: low}]") == [.keyNotAllowed])
    #expect(codes("kind: triage") == [.missingKey])
    #expect(codes("kind: triage\nstages: [{name: a, cost: 1, tier: lo}]") == [.unknownLabel])
    #expect(
      codes("fairness: {attributes: [sex], targets: {sex: {F: 0.5, M: 0.4}}}")
        == [.probabilitiesDoNotSum])
    #expect(codes("fairness: {targets: {sex: {F: 1}}}") == [.unknownValue])
  }
}
