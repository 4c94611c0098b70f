/// The rows of `groups.tsv`: `item` or `user`, and a column for each attribute.
struct AttributeRows: TableConsumer {
  private let unit: AttributeTable.Unit
  private let wanted: [String]
  private(set) var units = IdentifierTable()
  private(set) var columns: [AttributeColumn] = []
  private var unitColumn = 0

  init(unit: AttributeTable.Unit, attributes: [String]) {
    self.unit = unit
    wanted = attributes
  }

  mutating func begin(_ header: inout TableHeader) {
    unitColumn = header.required(unit.rawValue) ?? 0
    if wanted.isEmpty {
      columns = header.columns(prefix: "").filter { $0.name != unit.rawValue }.map {
        AttributeColumn(name: $0.name, position: $0.position)
      }
    } else {
      columns = wanted.compactMap { name in
        header.required(name).map { AttributeColumn(name: name, position: $0) }
      }
    }
  }

  mutating func reserve(factor: Double) {
    units.reserve(factor: factor)
    for column in columns.indices { columns[column].reserve(factor: factor) }
  }

  mutating func take(_ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems) {
    let (start, end) = row.fields[unitColumn]
    guard start < end else {
      return problems.report(
        .emptyValue, line: row.line, column: row.column(unitColumn, in: bytes),
        "the \(unit.rawValue) is empty", hint: "every row needs one")
    }
    guard units.insert(bytes, start, end).isNew else {
      return problems.report(
        .duplicateItem, line: row.line, column: row.column(unitColumn, in: bytes),
        "\(unit.rawValue) \(row.quoted(unitColumn, in: bytes)) stands twice",
        hint: "keep one row each; several values of one attribute are written a|b")
    }
    for column in columns.indices { columns[column].append(row, bytes, &problems) }
  }
}

/// One attribute of all rows: distinct fields are taken apart once.
struct AttributeColumn: Sendable {
  /// More values than any report can show: a column with more of them holds ids or free text.
  static let mostValues = 1_000
  /// More different fields than values can be put together to in any sound table.
  static let mostFields = 10_000

  let name: String
  let position: Int
  private var values = IdentifierTable()
  private var fields = IdentifierTable()
  /// The values of each distinct field, each once.
  private var members: [[Int32]] = []
  /// The distinct field of each row; −1 where it is empty.
  private var codes: [Int32] = []
  private var recent = RecentFields()
  private var isFull = false

  init(name: String, position: Int) {
    self.name = name
    self.position = position
  }

  mutating func reserve(factor: Double) { codes.reserve(factor: factor) }

  mutating func append(
    _ row: TableRow, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) {
    let (start, end) = row.fields[position]
    guard start < end, !isFull else { return codes.append(-1) }
    if let code = recent.code(bytes, start, end) { return codes.append(code) }
    let (field, isNew) = fields.insert(bytes, start, end)
    let code = Int32(truncatingIfNeeded: field)
    codes.append(code)
    recent.remember(code, bytes, start, end)
    guard isNew else { return }
    members.append(takeApart(row, bytes, &problems))
    if values.count > Self.mostValues || fields.count > Self.mostFields {
      isFull = true
      problems.report(
        .outOfRange, line: row.line, column: row.column(position, in: bytes),
        "the attribute \(Diagnostic.quoted(name)) has more than \(Self.mostValues) values",
        hint: "an attribute names groups, as age bands; ids and measurements are none")
    }
  }

  /// The values of a field: those between the bars.
  private mutating func takeApart(
    _ row: TableRow, _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> [Int32] {
    let (start, end) = row.fields[position]
    var found: [Int32] = []
    var first = start
    for index in start...end where index == end || bytes[index] == UInt8(ascii: "|") {
      if let problem = Self.problem(bytes, first, index) {
        problems.report(
          problem.code, line: row.line, column: row.column(position, in: bytes),
          "\(row.quoted(position, in: bytes)) \(problem.message)", hint: problem.hint)
        return []
      }
      let value = Int32(truncatingIfNeeded: values.insert(bytes, first, index).position)
      if !found.contains(value) { found.append(value) }
      first = index + 1
    }
    return found
  }

  /// What keeps `bytes[start..<end]` from being a value.
  private static func problem(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (code: DiagnosticCode, message: String, hint: String)? {
    guard start < end else {
      return (
        .emptyValue, "has a bar without a value beside it",
        "several values are written a|b, a missing one as an empty field"
      )
    }
    guard bytes[start] != 32, bytes[end - 1] != 32 else {
      return (
        .badName, "has a space at an end of a value", "with it the value would be one of its own"
      )
    }
    guard textIn(bytes, start, end) != Groups.missing else {
      return (.badName, "is how a missing value is shown", "leave the field empty")
    }
    return nil
  }

  /// The attribute of units at these rows; −1 stands for a unit without a row.
  func attribute(atRows rows: [Int32]) -> Groups.Attribute {
    let order = (0..<values.count).sorted { a, b in
      values.storage[values.range(a)].lexicographicallyPrecedes(values.storage[values.range(b)])
    }
    var places = Array<Int32>(repeating: 0, count: order.count)
    for (place, value) in order.enumerated() { places[value] = Int32(truncatingIfNeeded: place) }
    var names = order.map(values.text)
    let codes = codes
    let fieldOfUnit = rows.map { $0 < 0 ? -1 : codes[Int($0)] }
    var missing: Int?
    if fieldOfUnit.contains(where: { $0 < 0 }) {
      missing = names.count
      names.append(Groups.missing)
    }
    var several: [[Int32]] = []
    // The code of each distinct field; −1 until a unit has it.
    var codeOfField = Array<Int32>(repeating: -1, count: members.count)
    let ofUnits = fieldOfUnit.map { field -> Int32 in
      guard field >= 0 else { return Int32(truncatingIfNeeded: missing ?? 0) }
      let known = codeOfField[Int(field)]
      guard known < 0 else { return known }
      let own = members[Int(field)].map { places[Int($0)] }.sorted()
      let code: Int32
      if own.count == 1 {
        code = own[0]
      } else {
        code = Int32(truncatingIfNeeded: names.count + several.count)
        several.append(own)
      }
      codeOfField[Int(field)] = code
      return code
    }
    return Groups.Attribute(
      name: name, values: names, missing: missing, codes: ofUnits, several: several)
  }
}
