internal import Mustache

/// A part of a submission's page.
struct PageSection {
  /// No other element of the page has it.
  let id: String
  let title: String
  var paragraphs: [String] = []
  var figures: [PageFigure] = []
  var tables: [PageTable] = []

  var isEmpty: Bool { paragraphs.isEmpty && figures.isEmpty && tables.isEmpty }

  mutating func add(_ grid: Grid, _ caption: String) {
    guard !grid.rows.isEmpty else { return }
    tables.append(PageTable(grid, id: "\(id)-table-\(tables.count + 1)", caption: caption))
  }

  mutating func add(_ picture: (PictureID) -> Picture) {
    let name = "\(id)-picture-\(figures.count + 1)"
    figures.append(PageFigure(picture(PictureID(name)), id: name))
  }
}
