extension StarterTask {
  /// Twelve users, three of them at risk.
  static func earlyDetection(id: String) -> StarterTask {
    StarterTask(
      definition: """
        # What cltask needs to know of the task. An unknown key is an error.
        schema: cltask.task/1
        id: \(id)                  # the name of the folder
        title: What the task is about, in a line
        kind: early-detection       # people are alerted or not, while they write
        splits: [test]              # the last one is scored where none is named
        labels: [control, risk]     # least severe first
        positive: [risk]            # whom an alert is meant for
        # ERDE@o: an alert after o writings costs half of a miss. p: how fast an alert loses worth.
        measures: [ERDE@5, ERDE@50, "Flatency(p=0.0078)", F1, P, R, latencyTP, speed, P(after=1)@3]
        primary: ERDE@50            # one of them, by which submissions are ordered
        ties: trec                  # equal scores: by user id, descending
        missing: error              # or worst: a user left out counts as the wrong decision
        fairness: {attributes: [sex], minimum-size: 3}   # columns of groups.tsv

        """,
      readme: """
        # \(id)

        What is asked of a system, and what for? Who would act on an alert, and how?

        ## Files

        | file | holds |
        | --- | --- |
        | `test/items.tsv` | the users, public |
        | `test/gold.tsv` | the label of each user and how many writings there are: keep it secret |
        | `groups.tsv` | attributes of the users; an empty field is an unknown value |

        A submission has one or more rows for each user: `user`, `writings` (seen so far), `decision`
        (1 alerts and is final, 0 waits) and `score` (higher is more at risk). A row is needed where
        something changes. See `submissions/\(id)/example/first.tsv`.

        ## Measures

        Which measure decides, and why this one? When is an alert too late?

        \(questions)
        """,
      tables: [
        ("groups.tsv", groups), ("test/items.tsv", items), ("test/gold.tsv", gold),
      ],
      submission: answers)
  }

  private static let groups = """
    user|sex
    u01|F
    u02|M
    u03|F
    u04|M
    u05|
    u06|F
    u07|M
    u08|F
    u09|F
    u10|M
    u11|M
    u12|F
    """

  private static let items = """
    user
    u01
    u02
    u03
    u04
    u05
    u06
    u07
    u08
    u09
    u10
    u11
    u12
    """

  private static let gold = """
    user|label|writings
    u01|control|40
    u02|control|12
    u03|risk|95
    u04|control|310
    u05|control|7
    u06|risk|61
    u07|control|150
    u08|control|28
    u09|control|33
    u10|risk|18
    u11|control|204
    u12|control|55
    """

  private static let answers = """
    user|writings|decision|score
    u01|1|0|0.10
    u02|1|0|0.05
    u03|1|0|0.40
    u04|1|0|0.30
    u05|1|0|0.15
    u06|1|0|0.20
    u07|1|0|0.10
    u08|1|0|0.35
    u09|1|0|0.10
    u10|1|0|0.55
    u11|1|0|0.05
    u12|1|0|0.25
    u10|4|1|0.85
    u03|9|1|0.90
    u08|20|1|0.75
    u06|40|0|0.45
    """
}
