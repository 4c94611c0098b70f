extension StarterTask {
  /// Twelve people, a screen and an interview.
  static func triage(id: String) -> StarterTask {
    StarterTask(
      definition: """
        # What cltask needs to know of the task. An unknown key is an error.
        schema: cltask.task/1
        id: \(id)                  # the name of the folder
        title: What the task is about, in a line
        kind: triage                # items pass through stages
        splits: [test]              # the last one is scored where none is named
        labels: [none, monitor, urgent]   # the care that is needed, least first
        positive: [urgent]          # who has to pass every stage
        stages:                     # cost of each item that reaches it, how many may pass, what
          - {name: screen, cost: 1, capacity: 6, view: posts, tier: monitor}   # passing assigns
          - {name: interview, cost: 45, capacity: 3, view: conversation, tier: urgent}
        measures: [NetSensitivity, PPV, TotalCost, CostPerCase, UnderTriage, OverTriage]
        primary: NetSensitivity     # one of them, by which submissions are ordered
        ties: expected              # equal scores: the mean over all orders
        missing: error              # or worst: an item left out counts as wrong as can be
        fairness: {attributes: [sex], minimum-size: 3}   # columns of groups.tsv

        """,
      readme: """
        # \(id)

        What is asked of a system, and what for? Who would act on its answers?

        ## Files

        | file | holds |
        | --- | --- |
        | `test/items.tsv` | the items, public |
        | `test/gold.tsv` | the care that each item needs: keep it secret until the task is over |
        | `groups.tsv` | attributes of the items; an empty field is an unknown value |

        A submission has a row for each stage that an item reaches: `item`, `stage`, `score` (higher
        is more urgent) and `pass`, 1 or 0. Everybody reaches the first stage; who passes a stage
        reaches the next. See `submissions/\(id)/example/first.tsv`.

        ## Measures

        Which measure decides, and why this one? What do the costs stand for?

        \(questions)
        """,
      tables: [
        ("groups.tsv", triageGroups), ("test/items.tsv", triageItems),
        ("test/gold.tsv", triageGold),
      ],
      submission: triageAnswers)
  }

  private static let people = (1...12).map { $0 < 10 ? "p0\($0)" : "p\($0)" }

  private static func table(_ columns: String, _ values: [String]) -> String {
    columns + zip(people, values).map { "\n\($0)|\($1)" }.joined()
  }

  private static let triageGroups = table(
    "item|sex", ["F", "M", "F", "M", "", "F", "M", "F", "F", "M", "M", "F"])

  private static let triageItems = (["item"] + people).joined(separator: "\n")

  private static let triageGold = table(
    "item|label",
    [
      "none", "none", "urgent", "monitor", "none", "urgent", "none", "monitor", "none", "urgent",
      "monitor", "none",
    ])

  private static let triageAnswers = """
    item|stage|score|pass
    p01|screen|0.20|0
    p02|screen|0.10|0
    p03|screen|0.85|1
    p04|screen|0.55|1
    p05|screen|0.30|0
    p06|screen|0.60|1
    p07|screen|0.10|0
    p08|screen|0.70|1
    p09|screen|0.40|1
    p10|screen|0.35|0
    p11|screen|0.45|1
    p12|screen|0.15|0
    p03|interview|0.90|1
    p04|interview|0.20|0
    p06|interview|0.70|1
    p08|interview|0.70|1
    p09|interview|0.10|0
    p11|interview|0.30|0
    """
}
