extension TableRow {
  /// The position of the name that stands in a field. Nearly always it has the same bytes, and no
  /// text is made of them; the same characters may be written in others.
  func position(_ column: Int, among names: [String], in bytes: Span<UInt8>) -> Int? {
    let (start, end) = fields[column]
    let position = names.firstIndex { name in
      name.utf8.count == end - start
        && zip(start..<end, name.utf8).allSatisfy { bytes[$0] == $1 }
    }
    return position ?? names.firstIndex(of: text(column, in: bytes))
  }

  /// The position among `labels` of the gold label in a field; nil, and reported, where it is none.
  ///
  /// What stands there is not repeated: whoever reads the message may not know the gold.
  func goldLevel(
    _ column: Int, among labels: [String], _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Int? {
    if let level = position(column, among: labels, in: bytes) { return level }
    problems.report(
      .unknownLabel, line: line, column: self.column(column, in: bytes),
      "the label is not one of the task's", hint: "the labels are in task.yaml")
    return nil
  }
}
