/// `groups.tsv`: the attributes of the units of all splits of a task.
///
/// The table is public, and every unit that the files of a split name may be in it or not.
package struct AttributeTable: Sendable {
  /// What the first column is called.
  package enum Unit: String, Sendable {
    case item, user

    package init(_ kind: TaskDefinition.Kind) {
      switch kind {
      case .ranking, .assessment, .triage: self = .item
      case .prioritization, .earlyDetection: self = .user
      }
    }
  }

  package let digest: String
  let units: IdentifierTable
  let columns: [AttributeColumn]

  /// Reads the table.
  ///
  /// - Parameters:
  ///   - attributes: the columns to read; all but that of the units where there are none. A column
  ///     that is not there is an error, one that nobody asked for is warned of.
  package static func read(
    _ path: String, unit: Unit, attributes: [String], _ diagnostics: inout DiagnosticList
  ) throws -> AttributeTable {
    var rows = AttributeRows(unit: unit, attributes: attributes)
    let table = try TableReader(InputFile(path), into: &rows)
    diagnostics.append(contentsOf: table.diagnostics)
    if table.didReadRows, rows.columns.isEmpty {
      diagnostics.report(
        .missingColumn, file: path, "the table has no attribute",
        hint: "beside `\(unit.rawValue)` it has a column for each, as `sex`")
    }
    return AttributeTable(digest: table.digest, units: rows.units, columns: rows.columns)
  }

  /// The attributes of the units of a split, in the order of its universe.
  package func groups(of universe: IdentifierTable) -> Groups {
    let storage = universe.storage
    let bytes = storage.span
    var rows: [Int32] = []
    rows.reserveCapacity(universe.count)
    // Most tables are in the order of the gold.
    var last = -1
    for unit in 0..<universe.count {
      let range = universe.range(unit)
      let row = units.position(of: bytes, range.lowerBound, range.upperBound, near: last)
      last = row ?? last
      rows.append(Int32(truncatingIfNeeded: row ?? -1))
    }
    return groups(atRows: rows)
  }

  /// The attributes of the judged items of a ranking and of those of its universe, in the order of
  /// the gold; an item that several topics have stands there as often.
  package func groups(of gold: RankingGold) -> Groups {
    let bytes = gold.bytes.span
    var rows: [Int32] = []
    rows.reserveCapacity(gold.items.count)
    for item in gold.items {
      let row = units.position(of: bytes, item.start, item.end) ?? -1
      rows.append(Int32(truncatingIfNeeded: row))
    }
    return groups(atRows: rows)
  }

  /// The attributes of all rows, and after them those of units without one.
  package var groupsOfRows: Groups { groups(atRows: rowsAndNone) }

  /// The place of each row, and that of units without one.
  var rowsAndNone: [Int32] {
    (0..<Int32(truncatingIfNeeded: units.count)).map { $0 } + [-1]
  }

  /// - Parameter rows: the row of each unit; −1 where it has none.
  private func groups(atRows rows: [Int32]) -> Groups {
    Groups(
      attributes: columns.map { $0.attribute(atRows: rows) }, units: rows.count,
      unitsWithoutRow: rows.count { $0 < 0 }, digest: digest)
  }
}
