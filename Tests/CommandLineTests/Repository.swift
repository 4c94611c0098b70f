import Foundation

/// The checkout that the tests were built from, and what they were built into.
enum Repository {
  /// The root of the checkout, found from this file.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static func path(_ relative: String) -> String { root + "/" + relative }

  static func text(_ relative: String) throws -> String {
    try String(contentsOfFile: path(relative), encoding: .utf8)
  }

  /// The Markdown files that hold commands: the README, the guide, the articles of the targets, the
  /// tasks' own pages and the transcripts.
  static let documents: [String] = {
    let folders =
      ["Tests/Transcripts"]
      + names(in: "tasks").map { "tasks/" + $0 }
      + names(in: "Sources").map { "Sources/\($0)/\($0).docc" }
    let pages = folders.flatMap { folder in names(in: folder).map { folder + "/" + $0 } }
    return (["README.md", "CONTRIBUTING.md"] + pages).filter { page in
      page.hasSuffix(".md") && (try? Transcript(text(page)).commands.isEmpty) == false
    }
  }()

  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []).sorted()
  }

  /// The folder that holds the `cltask` that was built together with the tests.
  static let programs: String? = {
    let places =
      CommandLine.arguments.filter { $0.contains(".xctest") }
      + Bundle.allBundles.map(\.bundlePath).filter { $0.hasSuffix(".xctest") }
    for place in places {
      var folder = URL(fileURLWithPath: place)
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        if FileManager.default.isExecutableFile(atPath: folder.path + "/cltask") {
          return folder.path
        }
      }
    }
    return nil
  }()
}
