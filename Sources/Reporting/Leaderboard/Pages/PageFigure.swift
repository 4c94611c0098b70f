/// A picture of a page, with its numbers as a table.
struct PageFigure {
  let title: String
  let description: String
  /// The one value of a page that is markup: ours, with all that others wrote escaped in it.
  let svg: String
  let table: PageTable

  init(_ picture: Picture, id: String) {
    title = picture.title
    description = picture.description
    svg = picture.svg
    table = PageTable(picture.table, id: "numbers-" + id, caption: picture.title)
  }
}
