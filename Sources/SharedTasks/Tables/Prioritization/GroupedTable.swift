/// A table on disk that has the rows of each person together: whose rows are where.
///
/// It keeps the people and nothing of their rows, which are read again when they are wanted. So a
/// table may be far larger than memory, and takes room by person only.
struct GroupedTable: Sendable {
  let file: RandomAccessFile
  let columns: Columns
  /// In the order of the file.
  let people: IdentifierTable
  /// The bytes of each person's rows.
  let ranges: [Range<Int>]
  let digest: String

  /// Which column of the table is where.
  struct Columns: Sendable {
    let user: Int
    let post: Int
    let words: Int?
    let evidence: Int?
    let count: Int
  }

  /// Looks through the table at `path`.
  ///
  /// Nil where it is not grouped, not a plain file, or has anything that somebody would have to be
  /// told of; who reads it row by row will find out and say what.
  static func index(_ path: String, threads: Int) async throws -> GroupedTable? {
    guard let file = RandomAccessFile(path) else { return nil }
    var reader = try BlockReader(InputFile(path))
    guard let head = try reader.nextHead(), let start = TableStart(head, of: path),
      let columns = Columns(start.header)
    else { return nil }
    reader.putBack(head[start.length...])
    var groups = Groups(start: start.length)
    let isGrouped = try await inOrder(threads: threads) {
      try reader.next()
    } work: { block in
      Block(block, columns)
    } join: { block in
      groups.append(block)
    }
    guard isGrouped, groups.end == file.length, let digest = reader.digest else { return nil }
    return GroupedTable(
      file: file, columns: columns, people: groups.people, ranges: groups.ranges, digest: digest)
  }

  /// The lines of a block by person.
  private struct Block: Sendable {
    let bytes: [UInt8]
    /// Where each run of lines of one person begins, and where the name stands in its first line.
    private(set) var groups: [(start: Int, nameStart: Int, nameEnd: Int)] = []
    private(set) var isSound = true

    init(_ block: [UInt8], _ columns: Columns) {
      bytes = block
      let bytes = block.span
      guard TextProblem.first(in: bytes) == nil else {
        isSound = false
        return
      }
      let separators = SeparatorMasks(bytes)
      var row = TableRow(fields: columns.count)
      var person = FieldName()
      var position = 0
      while position < bytes.count {
        let start = position
        position = row.scan(bytes, separators, from: start, byTabs: true)
        guard row.count == columns.count, !row.isEmpty(columns.user), !row.isEmpty(columns.post)
        else {
          isSound = false
          return
        }
        let name = row.fields[columns.user]
        if !person.isAt(name.start, name.end, in: bytes) {
          person = FieldName(name.start, name.end, in: bytes)
          groups.append((start, name.start, name.end))
        }
      }
    }
  }

  /// The people of all blocks so far.
  private struct Groups {
    private(set) var people = IdentifierTable()
    private(set) var ranges: [Range<Int>] = []
    private(set) var end: Int

    init(start: Int) { end = start }

    /// False where a person comes back, or where the block has more to it.
    mutating func append(_ block: Block) -> Bool {
      guard block.isSound else { return false }
      let bytes = block.bytes.span
      for (number, group) in block.groups.enumerated() {
        let next =
          number + 1 < block.groups.count ? block.groups[number + 1].start : bytes.count
        let range = (end + group.start)..<(end + next)
        let (person, isNew) = people.insert(bytes, group.nameStart, group.nameEnd)
        if isNew {
          ranges.append(range)
        } else if number == 0, person == ranges.count - 1 {
          ranges[person] = ranges[person].lowerBound..<range.upperBound
        } else {
          return false
        }
      }
      end += bytes.count
      return true
    }
  }
}

extension GroupedTable.Columns {
  /// Nil where a column is missing, stands twice or is of no use here.
  fileprivate init?(_ header: TableHeader) {
    var header = header
    guard let user = header.required("user"), let post = header.required("post") else {
      return nil
    }
    self.init(
      user: user, post: post, words: header.optional("words"),
      evidence: header.optional("evidence"), count: header.count)
    var diagnostics = DiagnosticList()
    header.finish(&diagnostics)
    guard diagnostics.isEmpty else { return nil }
  }
}
