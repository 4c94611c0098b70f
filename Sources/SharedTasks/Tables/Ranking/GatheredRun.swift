/// The lines of a run whose topics are interleaved, to be handed out topic by topic.
///
/// Blocks stay as they were read, so that memory is that of the file and 20 bytes a line.
struct GatheredRun: Sendable {
  private let format: RunFormat
  private var blocks: [[UInt8]] = []
  private var lines: [Line] = []
  private var topics = IdentifierTable()
  /// Bytes of the lines of each topic.
  private var sizes = [0]

  private struct Line {
    var block: Int32
    var start: Int32
    var topic: Int32
  }

  init(format: RunFormat) { self.format = format }

  /// Adds a block of whole lines.
  mutating func append(_ block: [UInt8]) {
    let bytes = block.span
    let separators = SeparatorMasks(bytes)
    var position = 0
    while position < bytes.count {
      let fields = format.scan(bytes, separators, from: position)
      // Lines that belong to no topic go with the topic before them.
      let topic =
        fields.isEmpty
        ? Int(lines.last?.topic ?? 0)
        : topics.insert(bytes, fields.topicStart, fields.topicEnd).position
      if topic == sizes.count { sizes.append(0) }
      sizes[topic] += fields.next - position + 1
      lines.append(
        Line(
          block: Int32(truncatingIfNeeded: blocks.count),
          start: Int32(truncatingIfNeeded: position), topic: Int32(truncatingIfNeeded: topic)))
      position = fields.next
    }
    blocks.append(block)
  }

  /// The numbers of all lines, counted from 0, topic after topic; and which of them make a block
  /// each, of whole topics and as long as a block of a file at least. Nil where a topic is too long.
  func byTopic() -> (lines: [Int], batches: [Range<Int>])? {
    guard sizes.allSatisfy({ $0 < Int(Int32.max) }) else { return nil }
    var ends = Array(repeating: 0, count: sizes.count)
    for line in lines { ends[Int(line.topic)] += 1 }
    for topic in ends.indices.dropFirst() { ends[topic] += ends[topic - 1] }
    var next = [0] + ends.dropLast()
    var order = Array(repeating: 0, count: lines.count)
    for (number, line) in lines.enumerated() {
      order[next[Int(line.topic)]] = number
      next[Int(line.topic)] += 1
    }
    var batches: [Range<Int>] = []
    var start = 0
    var size = 0
    for topic in ends.indices {
      size += sizes[topic]
      if size >= BlockReader.blockSize || topic == ends.count - 1 {
        batches.append(start..<ends[topic])
        start = ends[topic]
        size = 0
      }
    }
    return (order, batches)
  }

  /// A block of the lines with these numbers.
  func block(of numbers: ArraySlice<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(BlockReader.blockSize * 2)
    for number in numbers {
      let line = lines[number]
      let block = blocks[Int(line.block)]
      let isLast = number + 1 == lines.count || lines[number + 1].block != line.block
      let end = isLast ? block.count : Int(lines[number + 1].start)
      result.append(block.span, Int(line.start), end)
      // A last line without a line feed gets one, so that it can stand anywhere.
      if result.last != 10 { result.append(10) }
    }
    return result
  }
}
