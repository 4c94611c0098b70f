internal import SharedTasks

/// The first value of a document that is not the same bit for bit in another one.
package struct JSONDifference: Sendable, Equatable {
  /// From the outside in, as `measures`, `AUC`, `value`; elements of lists by their number from 1 on.
  package let path: [String]
  /// Nil where there is, or was, none.
  package let recorded: JSONValue?
  package let found: JSONValue?

  /// In the order in which documents are written; nil where all values are the same.
  package init?(_ recorded: JSONValue, _ found: JSONValue) {
    guard let difference = Self.first(recorded, found, at: []) else { return nil }
    self = difference
  }

  private init(path: [String], recorded: JSONValue?, found: JSONValue?) {
    (self.path, self.recorded, self.found) = (path, recorded, found)
  }

  private static func first(
    _ recorded: JSONValue?, _ found: JSONValue?, at path: [String]
  ) -> JSONDifference? {
    switch (recorded, found) {
    case (.fields(let before)?, .fields(let after)?):
      for name in CanonicalJSON.order(Set(before.keys).union(after.keys)) {
        if let value = first(before[name], after[name], at: path + [name]) { return value }
      }
      return nil
    case (.list(let before)?, .list(let after)?):
      for place in 0..<max(before.count, after.count) {
        let old = place < before.count ? before[place] : nil
        let new = place < after.count ? after[place] : nil
        if let value = first(old, new, at: path + ["\(place + 1)"]) { return value }
      }
      return nil
    default:
      return recorded == found
        ? nil : JSONDifference(path: path, recorded: recorded, found: found)
    }
  }

  /// - Parameter before: where the recorded value stands, as "in the receipt".
  package func sentence(before: String) -> String {
    "the first value that differs is \(path.map(show).joined(separator: " › ")): "
      + "\(words(recorded)) \(before), \(words(found)) now"
  }

  private func words(_ value: JSONValue?) -> String {
    value.map { show(CanonicalJSON.text(of: $0)) } ?? "none"
  }

  /// Text of anybody, made harmless for a terminal.
  private func show(_ text: String) -> String { PrintableText.escaped(text, limit: 120) }
}

extension JSONValue {
  /// How many numbers there are in it.
  package var numbers: Int {
    switch self {
    case .fields(let fields): fields.values.reduce(0) { $0 + $1.numbers }
    case .list(let values): values.reduce(0) { $0 + $1.numbers }
    case .number: 1
    default: 0
    }
  }
}
