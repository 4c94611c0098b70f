import Foundation
import Testing

/// What documents name is there: package-level types cannot be links in DocC, and files on other
/// pages are not looked at by anybody.
@Suite("Documents name what is there")
struct ArticleTests {
  static let articles = Repository.names(in: "Sources").flatMap { target -> [String] in
    let folder = "Sources/\(target)/\(target).docc"
    return Repository.names(in: folder).map { folder + "/" + $0 }
  }
  static let pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] + articles

  @Test("types and measures in articles of the targets are declared", arguments: articles)
  func types(_ article: String) throws {
    // The guide is for people who do not read sources, and names measures.
    guard !article.hasPrefix("Sources/cltask/"), !article.hasSuffix("/Conformance.md") else {
      return
    }
    for span in try Self.spans(in: article) where Self.isTypeName(span) {
      let isDeclared = Self.declared.contains(span)
      #expect(isDeclared, "nothing is called \(span)")
    }
  }

  @Test("links to files lead somewhere", arguments: pages)
  func links(_ page: String) throws {
    let folder = URL(fileURLWithPath: Repository.path(page)).deletingLastPathComponent()
    for part in try Repository.text(page).split(separator: "](").dropFirst() {
      let target = part.prefix { $0 != ")" }
      guard !target.contains(":") else { continue }
      let file = folder.appendingPathComponent(String(target)).path
      #expect(FileManager.default.fileExists(atPath: file), "\(target)")
    }
  }

  @Test("paths of the repository exist", arguments: pages)
  func paths(_ page: String) throws {
    for span in try Self.spans(in: page) {
      guard span.hasPrefix("Sources/") || span.hasPrefix("Tests/"), !span.contains("<") else {
        continue
      }
      let path = span.prefix { $0 != " " }
      #expect(FileManager.default.fileExists(atPath: Repository.path(String(path))), "\(span)")
    }
  }

  /// What stands between single backticks, outside of fenced blocks.
  private static func spans(in page: String) throws -> [String] {
    var isFenced = false
    let prose = try Repository.text(page).split(separator: "\n").filter { line in
      if line.hasPrefix("```") { isFenced.toggle() }
      return !isFenced && !line.hasPrefix("```")
    }
    return prose.flatMap { line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  /// As `RunBlockParser`: letters alone, the first large and others small.
  private static func isTypeName(_ span: String) -> Bool {
    span.allSatisfy(\.isLetter) && span.first?.isUppercase == true
      && span.contains(where: \.isLowercase)
  }

  /// Types of the sources, and its targets.
  private static let declared: Set<String> = {
    var names = Set(Repository.names(in: "Sources"))
    let files = FileManager.default.enumerator(atPath: Repository.path("Sources"))
    while let file = files?.nextObject() as? String {
      guard file.hasSuffix(".swift"), let text = try? Repository.text("Sources/" + file) else {
        continue
      }
      for line in text.split(separator: "\n") where !line.contains("//") {
        // A measure or its other spelling.
        if file.hasPrefix("Measures/") {
          names.formUnion(line.split(separator: "\"").map(String.init).filter(isTypeName))
        }
        let words = line.split(separator: " ")
        guard
          let keyword = words.firstIndex(where: {
            ["struct", "enum", "class", "protocol", "typealias"].contains($0)
          }), keyword + 1 < words.count
        else { continue }
        names.insert(String(words[keyword + 1].prefix { $0.isLetter || $0.isNumber }))
      }
    }
    return names
  }()
}
