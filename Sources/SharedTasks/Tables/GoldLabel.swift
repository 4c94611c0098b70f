extension TableRow {
  /// The position among `labels` of the gold label in a field; nil, and reported, where it is none.
  ///
  /// What stands there is not repeated: whoever reads the message may not know the gold.
  func goldLevel(
    _ column: Int, among labels: [String], _ bytes: Span<UInt8>, _ problems: inout LineProblems
  ) -> Int? {
    if let level = labels.firstIndex(of: text(column, in: bytes)) { return level }
    problems.report(
      .unknownLabel, line: line, column: self.column(column, in: bytes),
      "the label is not one of the task's", hint: "the labels are in task.yaml")
    return nil
  }
}
