internal import Measures

/// Reads the lines of one block of a run and hands each topic, ranked, to a function.
///
/// This is the innermost loop of the program: two passes over the bytes, no allocation a line.
struct RunBlockParser<Value: Sendable>: Sendable {
  let gold: RankingGold
  let format: RunFormat
  let ties: TieRule
  var clock: RankingClock?
  /// The items that are ranked, as if the run had no others; nil for all.
  var only: ItemSelection?
  let evaluate: TopicFunction<Value>

  /// What a block had to say.
  struct Outcome: Sendable {
    /// One entry a run of lines of one topic that the gold knows, in the order of the file.
    var topics: [(topic: Int, value: Value)] = []
    var problems = LineProblems()
    var lines = 0
    /// Topics that the gold does not know, each with its first line.
    var unknownTopics: [(name: String, line: Int)] = []
  }

  func parse(_ block: [UInt8]) -> Outcome {
    var outcome = Outcome()
    let bytes = block.span
    if let problem = TextProblem.first(in: bytes, areFieldsBySpace: format == .trec) {
      var line = 0
      for index in 0..<bytes.count where bytes[index] == 10 {
        if index < problem.offset { line += 1 }
        outcome.lines += 1
      }
      outcome.problems.report(problem.code, line: line, problem.message, hint: problem.hint)
      return outcome
    }
    let separators = SeparatorMasks(bytes)
    var topic = TopicRows(gold: gold, ties: ties, clock: clock)
    var position = 0
    var line = 0
    var current = FieldName()
    while position < bytes.count {
      let fields = format.scan(bytes, separators, from: position)
      position = fields.next
      if fields.isComplete {
        if !current.isAt(fields.topicStart, fields.topicEnd, in: bytes) {
          finish(&topic, bytes, &outcome)
          current = FieldName(fields.topicStart, fields.topicEnd, in: bytes)
          begin(&topic, fields.topicStart, fields.topicEnd, bytes, line: line, &outcome)
        }
        if only?.contains(bytes, fields.itemStart, fields.itemEnd) ?? true {
          topic.add(fields, line: line, in: bytes, &outcome.problems)
        }
      } else if !fields.isEmpty {
        format.report(fields, in: bytes, line: line, &outcome.problems)
      }
      line += 1
    }
    finish(&topic, bytes, &outcome)
    outcome.lines = line
    return outcome
  }

  @inline(never)
  private func begin(
    _ topic: inout TopicRows, _ start: Int, _ end: Int, _ bytes: Span<UInt8>, line: Int,
    _ outcome: inout Outcome
  ) {
    let known = gold.topics.position(of: bytes, start, end)
    if known == nil { outcome.unknownTopics.append((textIn(bytes, start, end), line)) }
    topic.begin(known)
  }

  @inline(never)
  private func finish(_ topic: inout TopicRows, _ bytes: Span<UInt8>, _ outcome: inout Outcome) {
    guard let known = topic.topic else { return }
    topic.rank(bytes)
    let value =
      switch evaluate {
      case .ofList(let value): value(topic.list)
      case .ofItems(let rows, let value): value(topic.items(of: known, rows, bytes))
      }
    outcome.topics.append((known, value))
  }
}

func textIn(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
  String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self)
}
