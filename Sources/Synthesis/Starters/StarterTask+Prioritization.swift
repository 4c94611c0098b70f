extension StarterTask {
  /// Six people with a few posts each; three of them are at risk, and one of these wrote nothing that
  /// shows it.
  static func prioritization(id: String) -> StarterTask {
    StarterTask(
      definition: """
        # What cltask needs to know of the task. An unknown key is an error.
        schema: cltask.task/1
        id: \(id)                  # the name of the folder
        title: What the task is about, in a line
        kind: prioritization        # people are ranked, and the posts of each
        splits: [test]              # the last one is scored where none is named
        labels: [low, moderate, high]   # least severe first
        positive: [high]            # labels that count as at risk
        measures: [hTBG, nhTBG, AP, posts/AP]   # posts/ is of the posts of each person
        primary: hTBG               # one of them, by which submissions are ordered
        ties: expected              # equal scores: the mean over all orders
        missing: error              # or worst: who is left out is never found
        time-model: {summary: 4.4, per-word: 0.018, per-item: 7.8, half-life: 224}   # seconds

        """,
      readme: """
        # \(id)

        What is asked of a system, and what for? Who would use its answers?

        ## Files

        | file | holds |
        | --- | --- |
        | `test/items.tsv` | the posts of each user, public, with how many words each has |
        | `test/gold.tsv` | the label of each user: keep it secret until the task is over |
        | `test/evidence.tsv` | how likely a reader stops after a post, because it shows the risk |

        A post that is not in `evidence.tsv` shows nothing. A submission has a row for each post, and
        one with `-` in the place of the post for each user: `user`, `post`, `score` (higher is read
        earlier). See `submissions/\(id)/example/first.tsv`.

        ## Measures

        Which measure decides, and why this one?

        \(questions)
        """,
      tables: [
        ("test/items.tsv", posts), ("test/gold.tsv", risk), ("test/evidence.tsv", evidence),
      ],
      submission: priorities)
  }

  private static let posts = """
    user|post|words
    u1|p1|120
    u1|p2|45
    u2|p3|310
    u2|p4|64
    u2|p5|18
    u3|p6|95
    u4|p7|210
    u4|p8|33
    u5|p9|75
    u5|p10|140
    u6|p11|52
    """

  private static let risk = """
    user|label
    u1|low
    u2|high
    u3|moderate
    u4|high
    u5|low
    u6|high
    """

  private static let evidence = """
    user|post|evidence
    u2|p4|0.75
    u2|p5|0.25
    u3|p6|0.5
    u4|p7|1
    """

  private static let priorities = """
    user|post|score
    u1|-|0.20
    u1|p1|0.3
    u1|p2|0.1
    u2|-|0.90
    u2|p3|0.4
    u2|p4|0.8
    u2|p5|0.4
    u3|-|0.70
    u3|p6|0.5
    u4|-|0.70
    u4|p7|0.9
    u4|p8|0.2
    u5|-|0.10
    u5|p9|0.1
    u5|p10|0.2
    u6|-|0.40
    u6|p11|0.6
    """
}
