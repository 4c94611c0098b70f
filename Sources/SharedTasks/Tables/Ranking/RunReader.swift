package import Measures

/// Reads a run and evaluates each topic as soon as it is complete.
///
/// Blocks end where a topic ends, so that several can be read at once and none has to wait for
/// another; nothing of a topic is kept once it is evaluated. A run whose topics are interleaved does
/// not allow that. It is found out when a topic comes back, and then the file is read again and
/// gathered by topic.
package struct RunReader<Value: Sendable>: Sendable {
  let gold: RankingGold
  let ties: TieRule
  let clock: RankingClock?
  let only: ItemSelection?
  let evaluate: TopicFunction<Value>

  /// - Parameter only: the items that are ranked, as if the run had no others; nil for all.
  package init(
    gold: RankingGold, ties: TieRule, clock: RankingClock? = nil, only: ItemSelection? = nil,
    evaluate: @escaping @Sendable (RankedList) -> Value
  ) {
    self.gold = gold
    self.ties = ties
    self.clock = clock
    self.only = only
    self.evaluate = .ofList(evaluate)
  }

  /// A reader that tells which items are at which rank.
  ///
  /// - Parameter attributes: the table whose rows items are to have.
  package init(
    gold: RankingGold, ties: TieRule, attributes: AttributeTable,
    evaluate: @escaping @Sendable (RankedItems) -> Value
  ) {
    self.gold = gold
    self.ties = ties
    clock = nil
    only = nil
    self.evaluate = .ofItems(rows: attributes.units, evaluate)
  }

  /// What reading a run came to.
  package struct Reading: Sendable {
    /// The value of each topic of the gold; nil where the run does not have it.
    package var values: [Value?]
    package var metadata: [String: String] = [:]
    package var digest: String?
    package var diagnostics = DiagnosticList()
    /// Lines that rank an item.
    package var lines = 0
    /// Topics of the run that the gold does not know, each with the first line it stands in.
    package var unknownTopics: [(name: String, line: Int)] = []

    /// Refuses a header without rows.
    fileprivate mutating func reportIfEmpty(_ file: String) {
      guard lines == 0, !diagnostics.hasErrors else { return }
      diagnostics.report(
        .emptyFile, file: file, "the file has no rows",
        hint: "a run has a line for each ranked item")
    }
  }

  /// Reads a run.
  ///
  /// - Parameters:
  ///   - threads: how many blocks are worked on at once.
  ///   - digesting: whether the digest is wanted.
  package func read(
    _ input: InputFile, threads: Int, maximumBytes: Int = BlockReader.defaultMaximumBytes,
    digesting: Bool = true
  ) async throws -> Reading {
    let streamed = try await stream(
      input, threads: threads, maximumBytes: maximumBytes, digesting: digesting)
    if let streamed { return streamed }
    return try await gather(
      input, threads: threads, maximumBytes: maximumBytes, digesting: digesting)
  }

  /// Reads the run block by block; nil where topics are interleaved.
  private func stream(
    _ input: InputFile, threads: Int, maximumBytes: Int, digesting: Bool
  ) async throws -> Reading? {
    let path = input.path
    var reader = try BlockReader(input, maximumBytes: maximumBytes, digesting: digesting)
    var reading = Reading(values: Array(repeating: nil, count: gold.topics.count))
    guard var first = try reader.nextHead() else { return empty(path, reading, reader.digest) }
    guard let layout = RunLayout(head: &first, file: path, &reading) else {
      reading.digest = reader.digest
      return reading
    }
    let parser = RunBlockParser(
      gold: gold, format: layout.format, ties: ties, clock: clock, only: only,
      evaluate: evaluate)
    var joined = JoinedBlocks(reading: reading, file: path, linesBefore: layout.lines)
    reader.putBack(first)
    let isWhole = try await inOrder(threads: threads) {
      try reader.next(cut: layout.format.startOfLastTopic)
    } work: {
      parser.parse($0)
    } join: {
      joined.append($0)
    }
    return isWhole ? joined.finished(digest: reader.digest) : nil
  }

  /// Reads the whole run and puts the lines of each topic together.
  private func gather(
    _ input: InputFile, threads: Int, maximumBytes: Int, digesting: Bool
  ) async throws -> Reading {
    let path = input.path
    var reader = try BlockReader(input, maximumBytes: maximumBytes, digesting: digesting)
    var reading = Reading(values: Array(repeating: nil, count: gold.topics.count))
    guard var first = try reader.nextHead() else { return empty(path, reading, reader.digest) }
    guard let layout = RunLayout(head: &first, file: path, &reading) else {
      while try reader.next() != nil {}
      reading.digest = reader.digest
      return reading
    }
    let run = try gathered(&reader, first, layout.format)
    guard let (lines, batches) = run.byTopic() else {
      throw SharedTasksError.tooLarge(path: path, maximumBytes: Int(Int32.max))
    }
    let parser = RunBlockParser(
      gold: gold, format: layout.format, ties: ties, clock: clock, only: only,
      evaluate: evaluate)
    var batch = batches.makeIterator()
    _ = try await inOrder(threads: threads) {
      batch.next()
    } work: { range in
      (parser.parse(run.block(of: lines[range])), range.lowerBound)
    } join: { outcome, start in
      func number(_ line: Int) -> Int { layout.lines + lines[start + line] + 1 }
      reading.diagnostics.append(outcome.problems, file: path, lineOfFile: number)
      for (topic, value) in outcome.topics { reading.values[topic] = value }
      for (name, line) in outcome.unknownTopics {
        reading.unknownTopics.append((name, number(line)))
      }
      reading.lines += outcome.lines
      return true
    }
    reading.unknownTopics.sort { $0.line < $1.line }
    reading.diagnostics = reading.diagnostics.inOrderOfPlaces()
    reading.digest = reader.digest
    reading.reportIfEmpty(path)
    return reading
  }

  private func gathered(
    _ reader: inout BlockReader, _ first: [UInt8], _ format: RunFormat
  ) throws -> GatheredRun {
    var run = GatheredRun(format: format)
    run.append(first)
    while let block = try reader.next() { run.append(block) }
    return run
  }

  private func empty(_ path: String, _ reading: Reading, _ digest: String?) -> Reading {
    var reading = reading
    reading.digest = digest
    reading.diagnostics.report(
      .emptyFile, file: path, "the file is empty", hint: "a run has a line for each ranked item")
    return reading
  }

  /// Joins what blocks say in the order of the file.
  private struct JoinedBlocks {
    var reading: Reading
    let file: String
    var linesBefore: Int
    private var seenUnknown: Set<String> = []

    init(reading: Reading, file: String, linesBefore: Int) {
      self.reading = reading
      self.file = file
      self.linesBefore = linesBefore
    }

    /// False where a topic comes back that was complete.
    mutating func append(_ block: RunBlockParser<Value>.Outcome) -> Bool {
      for (topic, value) in block.topics {
        guard reading.values[topic] == nil else { return false }
        reading.values[topic] = value
      }
      for (name, line) in block.unknownTopics {
        guard seenUnknown.insert(name).inserted else { return false }
        reading.unknownTopics.append((name, linesBefore + line + 1))
      }
      reading.diagnostics.append(block.problems, file: file, linesBefore: linesBefore)
      linesBefore += block.lines
      reading.lines += block.lines
      return true
    }

    func finished(digest: String?) -> Reading {
      var reading = reading
      reading.digest = digest
      reading.reportIfEmpty(file)
      return reading
    }
  }
}
