import Foundation

/// The files that the tests of the architecture look at.
enum Repository {
  static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Paths of Swift files under a folder, relative to the repository.
  static func swiftFiles(under folder: String) -> [String] {
    let start = root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String }
    return (files ?? []).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }
}

/// What `swift package dump-package` says of the targets.
struct PackageGraph: Decodable {
  struct Target: Decodable {
    let name: String
    let type: String
    let dependencies: [Dependency]
  }

  /// A target or product, by the first word of whatever way it is named in.
  struct Dependency: Decodable {
    let name: String

    init(from decoder: any Decoder) throws {
      let ways = try decoder.singleValueContainer().decode([String: [Word?]].self)
      name = ways.values.first?.first??.text ?? ""
    }
  }

  /// A string, or something else that does not matter here.
  private struct Word: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  let targets: [Target]

  static let swift: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/swift" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Asks the package manager, in a folder of its own: a build that is under way locks its own.
  static func read(with swift: String) throws -> PackageGraph {
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("cltask-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: swift)
    process.arguments = [
      "package", "--package-path", Repository.root.path, "--scratch-path", scratch.path,
      "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(PackageGraph.self, from: bytes)
  }
}
