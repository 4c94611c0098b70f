internal import Measures

extension WordCounts {
  /// What a reader of times should know of the counts they are made from.
  var notes: [String] { Self.notes(unknown: unknown, of: values.count) }

  /// The same of `items` items of which `unknown` have no count.
  static func notes(unknown: Int, of items: Int) -> [String] {
    if unknown == 0 { return [] }
    return [
      unknown == items
        ? "there are no word counts: times are as if all items had 0 words"
        : "\(unknown) of \(items) items have no word count and take that of the mean item"
    ]
  }
}
