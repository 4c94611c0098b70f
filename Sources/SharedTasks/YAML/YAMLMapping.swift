internal import Measures

/// The keys of a mapping, each asked for by name.
struct YAMLMapping {
  let entries: [LocatedYAML.Entry]
  let line: Int
  let column: Int

  subscript(key: String) -> LocatedYAML? {
    entries.first { $0.key.text == key }?.value
  }

  func key(_ name: String) -> LocatedText? {
    entries.first { $0.key.text == name }?.key
  }

  /// The value of a key that must be there.
  func required(_ key: String, in name: String, _ problems: inout YAMLProblems) -> LocatedYAML? {
    if let value = self[key] { return value }
    problems.report(
      .missingKey, line: line, column: column, "\(name) has no \(Diagnostic.quoted(key))")
    return nil
  }

  /// Reports every key that is not among those that mean something here.
  func refuseKeys(besides known: [String], in name: String, _ problems: inout YAMLProblems) {
    for entry in entries where !known.contains(entry.key.text) {
      problems.report(
        .unknownKey, at: entry.key,
        "\(Diagnostic.quoted(entry.key.text)) is not a key of \(name)",
        hint: Spelling.nearest(to: entry.key.text, among: known).map { "did you mean \($0)?" }
          ?? "the keys are " + known.joined(separator: ", "))
    }
  }
}
