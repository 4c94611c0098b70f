/// A made-up task: find the sentences in which people say something about a symptom of theirs.
///
/// It is shaped like the first task of eRisk 2023 and 2024 (sentences ranked for the symptoms of a
/// questionnaire, judged by pooling), but small enough to read. There are no sentences behind the
/// ids.
package enum SymptomSearchTask {
  package static let id = "symptom-search"

  /// The task and the submissions of its baselines, all but the README.
  package static func files(seed: UInt64) -> [SyntheticFile] {
    var ids = OpaqueIds()
    let development = SymptomCollection(
      sentences: 240, perTopic: 30, split: 0, ids: &ids, seed: seed)
    let test = SymptomCollection(sentences: 800, perTopic: 60, split: 1, ids: &ids, seed: seed)
    let runs = SymptomRuns(test, split: 1, seed: seed)
    return [
      ("tasks/\(id)/task.yaml", Array(definition.utf8)), topics,
      groups(development.sentences + test.sentences),
    ]
      + split("dev", development, SymptomRuns(development, split: 0, seed: seed))
      + split("test", test, runs) + [runs.lexicalRun, runs.denseRun]
  }

  private static var topics: SyntheticFile {
    var table = Table(columns: ["topic", "title", "query"])
    for topic in SymptomTopics.all { table.append([topic.id, topic.title, topic.query]) }
    return ("tasks/\(id)/topics.tsv", table.bytes)
  }

  private static func split(
    _ name: String, _ collection: SymptomCollection, _ runs: SymptomRuns
  ) -> [SyntheticFile] {
    var items = Table(columns: ["topic", "item", "words"])
    var gold = Table(columns: ["topic", "item", "grade"])
    for (position, topic) in SymptomTopics.all.enumerated() {
      let judged = runs.judged(topic: position)
      for candidate in collection.candidates[position] {
        let sentence = collection.sentences[candidate.sentence]
        items.append([topic.id, sentence.id, String(sentence.words)])
        if judged.contains(candidate.sentence) {
          gold.append([topic.id, sentence.id, String(candidate.grade)])
        }
      }
    }
    return [
      ("tasks/\(id)/\(name)/items.tsv", items.bytes), ("tasks/\(id)/\(name)/gold.tsv", gold.bytes),
    ]
  }

  private static func groups(_ sentences: [SymptomCollection.Sentence]) -> SyntheticFile {
    var table = Table(columns: ["item", "sex", "community"])
    for sentence in sentences.sorted(by: { $0.id < $1.id }) {
      table.append([sentence.id, sentence.sex, sentence.community])
    }
    return ("tasks/\(id)/groups.tsv", table.bytes)
  }

  private static let definition = """
    schema: cltask.task/1
    id: \(id)
    title: Sentences that speak of a symptom (synthetic)
    kind: ranking
    splits: [dev, test]
    # Grades: 0 says nothing of it, 1 touches it, 2 the writer says it of themselves.
    measures: [nDCG@10, AP, "AP(rel=2)", Rprec, P@10, RR, bpref, Judged@10]
    primary: nDCG@10
    ties: trec
    missing: error
    fairness: {attributes: [sex, community], minimum-size: 10}

    """
}
