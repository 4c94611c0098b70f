/// The lines of a run whose topics are interleaved, to be handed out topic by topic.
struct GatheredRun {
  private let format: RunFormat
  private var bytes: [UInt8] = []
  private var lineStarts: [Int] = []
  private var lineTopics: [Int32] = []
  private var topics = IdentifierTable()

  init(format: RunFormat) { self.format = format }

  /// Adds a block of whole lines.
  mutating func append(_ block: [UInt8]) {
    let offset = bytes.count
    // A last line without a line feed gets one, so that it can stand anywhere.
    bytes.append(contentsOf: block)
    if bytes.last != 10 { bytes.append(10) }
    let span = block.span
    var position = 0
    while position < span.count {
      let fields = format.scan(span, from: position)
      lineStarts.append(offset + position)
      // Lines that belong to no topic go with the topic before them.
      let topic =
        fields.isEmpty
        ? lineTopics.last ?? 0
        : Int32(topics.insert(span, fields.topicStart, fields.topicEnd).position)
      lineTopics.append(topic)
      position = fields.next
    }
  }

  /// For each topic its lines, and which lines of the file they were, counted from 0.
  func blocksByTopic() -> [(block: [UInt8], lines: [Int])] {
    var lines: [[Int]] = Array(repeating: [], count: max(topics.count, 1))
    for (line, topic) in lineTopics.enumerated() { lines[Int(topic)].append(line) }
    return lines.filter { !$0.isEmpty }.map { lines in
      var block: [UInt8] = []
      for line in lines {
        let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
        block.append(contentsOf: bytes[lineStarts[line]..<end])
      }
      return (block, lines)
    }
  }
}
