extension StarterTask {
  /// Three topics with graded judgements; one document of the run was not judged.
  static func ranking(id: String) -> StarterTask {
    StarterTask(
      definition: """
        # What cltask needs to know of the task. An unknown key is an error.
        schema: cltask.task/1
        id: \(id)                  # the name of the folder
        title: What the task is about, in a line
        kind: ranking               # items are ranked for each topic
        splits: [test]              # the last one is scored where none is named
        measures: [nDCG@10, AP, P@5, RR, Judged@5]   # cltask measures lists what there is
        primary: nDCG@10            # one of them, by which submissions are ordered
        ties: trec                  # equal scores: by id, descending, as trec_eval does
        missing: error              # or worst: a topic left out scores 0
        fairness: {attributes: [source], minimum-size: 3}   # columns of groups.tsv

        """,
      readme: """
        # \(id)

        What is asked of a system, and what for? Who would use its answers?

        ## Files

        | file | holds |
        | --- | --- |
        | `test/items.tsv` | the candidates of each topic, public |
        | `test/gold.tsv` | their grades, 0 and up; what is not in it was not judged: keep it secret |
        | `groups.tsv` | attributes of the items; an empty field is an unknown value |

        A submission is a TREC run, or a table with `topic`, `item` and `score`. See
        `submissions/\(id)/example/first.tsv`.

        ## Measures

        Which measure decides, and why this one?

        \(questions)
        """,
      tables: [
        ("groups.tsv", rankingGroups), ("test/items.tsv", rankingItems),
        ("test/gold.tsv", rankingGold),
      ],
      submission: rankingAnswers)
  }

  private static let rankingGroups = """
    item|source
    d01|forum
    d02|forum
    d03|clinic
    d04|clinic
    d05|forum
    d06|
    """

  private static let rankingItems = """
    topic|item
    t1|d01
    t1|d02
    t1|d03
    t1|d04
    t2|d01
    t2|d03
    t2|d05
    t2|d06
    t3|d02
    t3|d04
    t3|d05
    t3|d06
    """

  private static let rankingGold = """
    topic|item|grade
    t1|d01|2
    t1|d02|0
    t1|d03|1
    t2|d01|0
    t2|d03|1
    t2|d05|2
    t2|d06|0
    t3|d02|1
    t3|d04|0
    t3|d05|0
    t3|d06|2
    """

  private static let rankingAnswers = """
    topic|item|score
    t1|d01|7.5
    t1|d04|6.0
    t1|d03|5.5
    t1|d02|2.0
    t2|d03|9.0
    t2|d05|9.0
    t2|d06|4.0
    t2|d01|3.5
    t3|d06|8.0
    t3|d05|7.0
    t3|d02|6.5
    """
}
