internal import Measures

/// Reads the lines of one block of a run and hands each topic, ranked, to a function.
///
/// This is the innermost loop of the program: two passes over the bytes, no allocation a line.
struct RunBlockParser<Value: Sendable>: Sendable {
  let gold: RankingGold
  let format: RunFormat
  let ties: TieRule
  let evaluate: @Sendable (RankedList) -> Value

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
    if let problem = TextProblem.first(in: bytes) {
      var line = 0
      for index in 0..<problem.offset where bytes[index] == 10 { line += 1 }
      outcome.problems.report(problem.code, line: line, problem.message, hint: problem.hint)
      return outcome
    }
    var topic = TopicRows(gold: gold, ties: ties)
    var position = 0
    var topicStart = 0
    var topicEnd = -1
    while position < bytes.count {
      let line = outcome.lines
      outcome.lines += 1
      let fields = format.scan(bytes, from: position)
      position = fields.next
      if fields.isEmpty { continue }
      guard fields.isComplete else {
        format.report(fields, in: bytes, line: line, &outcome.problems)
        continue
      }
      if !sameBytes(
        bytes, topicStart, topicEnd, fields.topicStart, fields.topicEnd)
      {
        if topicEnd >= 0 { finish(&topic, bytes, &outcome) }
        topicStart = fields.topicStart
        topicEnd = fields.topicEnd
        let known = gold.topics.position(of: bytes, topicStart, topicEnd)
        if known == nil {
          outcome.unknownTopics.append((textIn(bytes, topicStart, topicEnd), line))
        }
        topic.begin(known)
      }
      topic.add(fields, line: line, in: bytes, &outcome.problems)
    }
    if topicEnd >= 0 { finish(&topic, bytes, &outcome) }
    return outcome
  }

  private func finish(_ topic: inout TopicRows, _ bytes: Span<UInt8>, _ outcome: inout Outcome) {
    guard let known = topic.topic else { return }
    topic.rank(bytes)
    outcome.topics.append((known, evaluate(topic.list)))
  }
}

/// Whether `bytes[aStart..<aEnd]` and `bytes[bStart..<bEnd]` are the same, word by word.
@inline(__always)
func sameBytes(_ bytes: Span<UInt8>, _ aStart: Int, _ aEnd: Int, _ bStart: Int, _ bEnd: Int) -> Bool
{
  guard aEnd &- aStart == bEnd &- bStart else { return false }
  var a = aStart
  var b = bStart
  while aEnd &- a > 8 {
    guard Words.load(bytes, at: a) == Words.load(bytes, at: b) else { return false }
    a &+= 8
    b &+= 8
  }
  return Words.load(bytes, a, aEnd) == Words.load(bytes, b, bEnd)
}

/// Whether `bytes[aStart..<aEnd]` comes before `bytes[bStart..<bEnd]`; neither holds a NUL.
func bytesPrecede(
  _ bytes: Span<UInt8>, _ aStart: Int, _ aEnd: Int, _ bStart: Int, _ bEnd: Int
) -> Bool {
  var a = aStart
  var b = bStart
  while a < aEnd, b < bEnd {
    let (wordA, wordB) = (Words.load(bytes, a, aEnd), Words.load(bytes, b, bEnd))
    if wordA != wordB { return wordA.byteSwapped < wordB.byteSwapped }
    a += 8
    b += 8
  }
  return aEnd - aStart < bEnd - bStart
}

func textIn(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
  String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self)
}
