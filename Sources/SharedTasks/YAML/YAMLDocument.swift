import Yams

/// Reads the one document of a YAML file, or says everything that keeps it from being read.
///
/// Stricter than YAML: no anchors and aliases, no tags, one document, few levels, no key twice.
/// The parser stops at the first key that stands twice; here all of them are found, by taking the
/// first letter of the earlier one away and parsing again.
enum YAMLDocument {
  static let longestFile = 1 << 20
  /// Levels of lists and mappings inside each other.
  static let deepest = 8
  /// How many keys that stand twice are found before the reader gives up.
  static let mostDuplicates = 20
  /// In a file longer than this, which nobody wrote by hand, the first is enough.
  static let longestSearched = 1 << 16

  static func read(
    _ bytes: some Collection<UInt8>, _ problems: inout YAMLProblems
  ) -> LocatedYAML? {
    guard bytes.count <= longestFile else {
      problems.report(
        .tooLarge, line: nil, column: nil,
        "the file has more than \(longestFile) bytes, the most for a definition")
      return nil
    }
    guard var text = YAMLText(bytes, &problems) else { return nil }
    if let place = text.placeOfManyAliases() {
      reportAlias(line: place.line, column: place.column, &problems)
      return nil
    }
    var masked: [YAMLTree.Place: String] = [:]
    while true {
      do {
        return try parse(text, masked, &problems)
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let place = YAMLTree.Place(line: context.mark.line, column: context.mark.column)
        let name = names.first ?? ""
        let number = UInt32(masked.count)
        guard masked.count < mostDuplicates, bytes.count <= longestSearched,
          text.maskKey(atLine: place.line, column: place.column, with: number)
        else {
          problems.report(
            .duplicateKey, line: place.line, column: place.column,
            "the key \(Diagnostic.quoted(name)) stands there more than once")
          return nil
        }
        masked[place] = name
      } catch let error as YamlError {
        report(error, text, &problems)
        return nil
      } catch {
        problems.report(.yamlSyntax, line: nil, column: nil, "the file is not YAML")
        return nil
      }
    }
  }

  private static func parse(
    _ text: YAMLText, _ masked: [YAMLTree.Place: String], _ problems: inout YAMLProblems
  ) throws -> LocatedYAML? {
    // The encoding is named because the default is read from the environment, and printed.
    let parser = try Parser(yaml: text.string, resolver: .basic, encoding: .utf8)
    guard let root = try parser.nextRoot() else {
      problems.report(.emptyFile, line: nil, column: nil, "the file is empty")
      return nil
    }
    if let second = try parser.nextRoot() {
      problems.report(
        .yamlDocuments, line: second.mark?.line, column: second.mark?.column,
        "a second document begins here", hint: "one file holds one definition; take out ---")
    }
    var tree = YAMLTree(masked: masked, problems: problems)
    defer { problems = tree.problems }
    // Nodes hold their anchors weakly: they live as long as the parser.
    return withExtendedLifetime(parser) { tree.located(root, depth: 0) }
  }

  static func reportAlias(line: Int?, column: Int?, _ problems: inout YAMLProblems) {
    problems.report(
      .yamlAlias, line: line, column: column, "anchors (&) and aliases (*) are not allowed",
      hint: "write the value out, or put text that begins with & or * in quotes")
  }

  private static func report(
    _ error: YamlError, _ text: YAMLText, _ problems: inout YAMLProblems
  ) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem.contains("nesting level") {
        YAMLTree.reportDepth(line: mark.line, column: mark.column, &problems)
      } else if problem.contains("undefined alias") {
        reportAlias(line: mark.line, column: mark.column, &problems)
      } else {
        var message = "not YAML: \(problem)"
        if let context { message += ", \(context.text) that begins on line \(context.mark.line)" }
        problems.report(
          .yamlSyntax, line: mark.line, column: mark.column, message, hint: hint(for: problem))
      }
    case .memory:
      YAMLTree.reportDepth(line: nil, column: nil, &problems)
    default:
      problems.report(.yamlSyntax, line: nil, column: nil, "the file is not YAML")
    }
  }

  private static func hint(for problem: String) -> String? {
    if problem.contains("cannot start any token") {
      return "indent with spaces, not tabs; put text that begins with @, % or ` in quotes"
    }
    if problem.contains("mapping values are not allowed") {
      return "put text that holds a colon in quotes, and check the indentation"
    }
    if problem.contains("did not find expected ','") || problem.contains("end of stream") {
      return "close the bracket or the quotation marks"
    }
    return nil
  }
}
