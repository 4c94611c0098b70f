extension StarterTask {
  /// Twelve people with one of three labels.
  static func assessment(id: String) -> StarterTask {
    StarterTask(
      definition: """
        # What cltask needs to know of the task. An unknown key is an error.
        schema: cltask.task/1
        id: \(id)                  # the name of the folder
        title: What the task is about, in a line
        kind: assessment            # each item gets a label, a score, or both
        splits: [test]              # the last one is scored where none is named
        labels: [low, moderate, high]   # least severe first
        positive: [high]            # labels that count as at risk
        groupings: {flagged: [moderate, high]}   # sets of labels, used as F1(flagged)
        measures: [AUC, "F1(macro)", "F1(flagged)", QWK]   # cltask measures lists what there is
        primary: AUC                # one of them, by which submissions are ordered
        ties: expected              # equal scores: the mean over all orders
        missing: error              # or worst: an item left out counts as wrong as can be
        fairness: {attributes: [sex], minimum-size: 3}   # columns of groups.tsv

        """,
      readme: """
        # \(id)

        What is asked of a system, and what for? Who would use its answers?

        ## Files

        | file | holds |
        | --- | --- |
        | `test/items.tsv` | the items, public, with how many words each has |
        | `test/gold.tsv` | the label of each item: keep it secret until the task is over |
        | `groups.tsv` | attributes of the items; an empty field is an unknown value |

        A submission has a row for each item: `item`, `score` (higher is more severe), `label`. See
        `submissions/\(id)/example/first.tsv`.

        ## Measures

        Which measure decides, and why this one?

        \(questions)
        """,
      tables: [
        ("groups.tsv", groups), ("test/items.tsv", items), ("test/gold.tsv", gold),
      ],
      submission: answers)
  }

  private static let groups = """
    item|sex
    p01|F
    p02|M
    p03|F
    p04|M
    p05|
    p06|F
    p07|M
    p08|F
    p09|F
    p10|M
    p11|M
    p12|F
    """

  private static let items = """
    item|words
    p01|310
    p02|95
    p03|1240
    p04|422
    p05|78
    p06|655
    p07|187
    p08|903
    p09|264
    p10|531
    p11|149
    p12|388
    """

  private static let gold = """
    item|label
    p01|low
    p02|low
    p03|high
    p04|moderate
    p05|low
    p06|high
    p07|low
    p08|moderate
    p09|low
    p10|high
    p11|moderate
    p12|low
    """

  private static let answers = """
    item|score|label
    p01|0.20|low
    p02|0.10|low
    p03|0.85|high
    p04|0.55|moderate
    p05|0.30|low
    p06|0.60|moderate
    p07|0.10|low
    p08|0.70|high
    p09|0.40|moderate
    p10|0.90|high
    p11|0.35|low
    p12|0.15|low
    """
}
