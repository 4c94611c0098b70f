internal import Measures

extension WordCounts {
  /// What a reader of times should know of the counts they are made from.
  var notes: [String] {
    if unknown == 0 { return [] }
    return [
      unknown == values.count
        ? "there are no word counts: times are as if all items had 0 words"
        : "\(unknown) of \(values.count) items have no word count and take that of the mean item"
    ]
  }
}
