extension DiagnosticCode {
  /// What `cltask validate --codes` shows beside the meaning: text that is right, and text that is
  /// answered with the code.
  public struct Example: Sendable, Equatable {
    public let good: String
    public let bad: String
  }

  /// Lines of a table where the code is one of tables, tabs included; keys of `task.yaml` where it
  /// is one of definitions: a test puts those into a definition and reads it.
  public var example: Example {
    tableExample ?? definitionExample
  }

  private var tableExample: Example? {
    switch self {
    case .emptyFile: Example(good: "item\tscore\nq1\t0.5", bad: "item\tscore")
    case .tooLarge: Example(good: "a file of 2 GiB", bad: "a file of 9 GiB without --max-bytes")
    case .badEncoding: Example(good: "José\t0.5", bad: "Jos\\xE9\t0.5")
    case .nulByte: Example(good: "q1\t0.5", bad: "q\\x001\\x00\t\\x00")
    case .controlCharacter: Example(good: "q1 Q0 d7 1 2.5 bm25", bad: "q1 Q0 d7\u{7} 1 2.5 bm25")
    case .badGzip: Example(good: "gzip submission.tsv", bad: "mv notes.zip submission.tsv.gz")
    case .truncatedGzip: Example(good: "a whole download", bad: "a download that was cut off")
    case .jsonSyntax: Example(good: #"{"nick": "u1"}"#, bad: #"{"nick": "u1""#)
    case .missingColumn: Example(good: "item\tscore", bad: "item")
    case .duplicateColumn: Example(good: "item\tscore\tlabel", bad: "item\tscore\tscore")
    case .unknownColumn: Example(good: "item\tscore", bad: "item\tscore\tnotes")
    case .wrongFieldCount: Example(good: "q1\t0.5", bad: "q1\t0.5\t0.7")
    case .taskMismatch: Example(good: "# task: suicide-risk", bad: "# task: another-task")
    case .emptyValue: Example(good: "q1\t0.5", bad: "\t0.5")
    case .badNumber: Example(good: "q1\t0.5", bad: "q1\t0,5")
    case .notFinite: Example(good: "q1\t0.5", bad: "q1\tNaN")
    case .scoreOutOfRange: Example(good: "q1\t0.5", bad: "q1\t1.5")
    case .badGrade: Example(good: "t1\td1\t2", bad: "t1\td1\thigh")
    case .unknownLabel: Example(good: "q1\tsevere", bad: "q1\tsever")
    case .probabilitiesDoNotSum: Example(good: "q1\t0.2\t0.8", bad: "q1\t0.2\t0.9")
    case .badDecision: Example(good: "u1\t10\t1\t0.9", bad: "u1\t10\tyes\t0.9")
    case .lateDecision:
      Example(good: "u1\t10\t1\t0.9\nu1\t11\t1\t0.9", bad: "u1\t10\t1\t0.9\nu1\t11\t0\t0.2")
    case .writingsOutOfOrder:
      Example(good: "u1\t10\t0\t0.2\nu1\t11\t1\t0.9", bad: "u1\t11\t1\t0.9\nu1\t10\t0\t0.2")
    case .unknownStage: Example(good: "q1\tscreen\t0.5\t1", bad: "q1\tscren\t0.5\t1")
    case .stageNotReached:
      Example(
        good: "q1\tscreen\t0.5\t1\nq1\treview\t0.7\t0",
        bad: "q1\tscreen\t0.5\t0\nq1\treview\t0.7\t0")
    case .overCapacity: Example(good: "400 passes, capacity 400", bad: "401 passes, capacity 400")
    case .duplicateItem: Example(good: "q1\t0.5\nq2\t0.7", bad: "q1\t0.5\nq1\t0.7")
    case .unknownItem: Example(good: "q1\t0.5", bad: "Q1\t0.5")
    case .missingItem: Example(good: "q1\t0.5\nq2\t0.7\nq3\t0.1", bad: "q1\t0.5\nq3\t0.1")
    case .unknownTopic: Example(good: "t1\td1\t0.5", bad: "T1\td1\t0.5")
    case .missingTopic: Example(good: "t1\td1\t0.5\nt2\td7\t0.1", bad: "t1\td1\t0.5")
    default: nil
    }
  }

  private var definitionExample: Example {
    switch self {
    case .yamlSyntax: Example(good: "labels: [none, severe]", bad: "labels: [none, severe")
    case .yamlAlias: Example(good: "positive: [severe]", bad: "positive: &risk [severe]")
    case .yamlTag: Example(good: "title: Example", bad: "title: !text Example")
    case .yamlDocuments: Example(good: "title: Example", bad: "title: Example\n---\ntitle: Two")
    case .tooDeep: Example(good: "labels: [none, severe]", bad: "labels: [[[[[[[[[none]]]]]]]]]")
    case .unknownKey: Example(good: "measures: [AUC]", bad: "measure: [AUC]")
    case .missingKey:
      Example(
        good: "kind: triage\nstages: [{name: screen, cost: 30, tier: severe}]",
        bad: "kind: triage\nstages: [{name: screen, tier: severe}]")
    case .duplicateKey: Example(good: "title: Example", bad: "title: Example\ntitle: Again")
    case .keyNotAllowed:
      Example(
        good: "labels: [none, severe]\nthreshold: 0.5",
        bad: "labels: [none, low, severe]\nthreshold: 0.5")
    case .wrongType: Example(good: "labels: [none, severe]", bad: "labels: none")
    case .unknownValue: Example(good: "kind: assessment", bad: "kind: assesment")
    case .duplicateValue: Example(good: "measures: [AUC, MCC]", bad: "measures: [AUC, AUC]")
    case .outOfRange: Example(good: "publish: {decimals: 4}", bad: "publish: {decimals: 40}")
    case .wrongSchema: Example(good: "schema: cltask.task/1", bad: "schema: cltask.task/2")
    case .badName: Example(good: "splits: [dev, test]", bad: "splits: [../dev, test]")
    case .idMismatch: Example(good: "id: example", bad: "id: sample")
    case .badLabel: Example(good: "labels: [none, severe]", bad: "labels: [none, severe=1]")
    case .duplicateLabel: Example(good: "labels: [none, severe]", bad: "labels: [severe, severe]")
    case .labelLimit: Example(good: "labels: [none, severe]", bad: "labels: [l1, l2, … l256]")
    case .missingGrade:
      Example(good: "grades: {none: 0, low: 1, severe: 2}", bad: "grades: {none: 0, severe: 2}")
    case .badMeasure: Example(good: "measures: [AUC, nDCG@10]", bad: "measures: [AUC, nDCG@]")
    case .unknownMeasure: Example(good: "measures: [AUC, nDCG@10]", bad: "measures: [AUC, NDGC@10]")
    case .unquotedMeasure:
      Example(
        good: #"measures: [AUC, "nDCG(gain=exp2, discount=jk)@10"]"#,
        bad: "measures: [AUC, nDCG(gain=exp2, discount=jk)@10]")
    case .primaryNotInMeasures: Example(good: "primary: AUC", bad: "primary: MCC")
    case .unlikelyValue: Example(good: "positive: [severe]", bad: "positive: [none, low, severe]")
    default: Example(good: "", bad: "")
    }
  }
}
