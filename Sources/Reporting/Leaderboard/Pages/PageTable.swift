internal import Mustache

/// A table of a page; the first column names its rows.
struct PageTable {
  struct Column {
    let text: String
    /// `number` or `text`.
    let kind: String
  }

  struct Row {
    let head: String
    /// The numbers that come first and have nothing beside them: most cells of a page, which cost a
    /// template least as mere texts.
    let numbers: [String]
    /// All other cells.
    let cells: [PageCell]

    init(head: String, cells: [PageCell]) {
      self.head = head
      let numbers = cells.prefix { $0.kind == "number" && $0.note == nil }
      self.numbers = numbers.map(\.text)
      self.cells = Array(cells.dropFirst(numbers.count))
    }
  }

  /// No other element of the page has it.
  let id: String
  let caption: String
  let columns: [Column]
  let rows: [Row]

  init(id: String, caption: String, columns: [Column], rows: [Row]) {
    (self.id, self.caption, self.columns, self.rows) = (id, caption, columns, rows)
  }

  init(_ grid: Grid, id: String, caption: String) {
    self.id = id
    self.caption = caption
    let kinds = grid.alignments.map { $0 == .right ? "number" : "text" }
    // A column without a name says nothing to those who hear it.
    columns = zip(grid.header, kinds).enumerated().map { place, column in
      Column(
        text: column.0.isEmpty ? (place == 0 ? "mark" : "remarks") : column.0, kind: column.1)
    }
    rows = grid.rows.map { row in
      Row(
        head: row.first ?? "",
        cells: zip(row, kinds).dropFirst().map { PageCell(text: $0, kind: $1) })
    }
  }
}

/// A value of a table.
struct PageCell {
  let text: String
  /// Classes: `number` or `text`, and what else it is.
  let kind: String
  /// What stands beside it, as an interval.
  var note: String?
  /// What rows are sorted by; empty where there is no value.
  var value = ""
}

/// Mustache would look for each field through a mirror, and boards have 10⁵ cells.
extension PageCell: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "kind": kind
    case "note": note
    case "value": value
    default: nil
    }
  }
}

extension PageTable: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "id": id
    case "caption": caption
    case "columns": columns
    case "rows": rows
    default: nil
    }
  }
}

extension PageTable.Row: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "head": head
    case "numbers": numbers
    case "cells": cells
    default: nil
    }
  }
}

extension PageTable.Column: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "kind": kind
    default: nil
    }
  }
}
