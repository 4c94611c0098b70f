import Foundation
import Synthesis

/// Writes what Synthesis makes. For maintainers; nobody who installs cltask gets it.
///
///     swift run -c release synthesize tasks            rewrites tasks/ and submissions/
///     swift run -c release synthesize benchmark DIR    writes the inputs of the benchmark
@main
enum Synthesize {
  static func main() {
    do {
      switch Array(CommandLine.arguments.dropFirst()) {
      case ["tasks"]: try writeTasks(into: URL(filePath: "."))
      case let arguments where arguments.count == 2 && arguments[0] == "benchmark":
        try writeBenchmark(into: URL(filePath: arguments[1]))
      default: fail("usage: synthesize tasks | synthesize benchmark DIR", code: 64)
      }
    } catch {
      fail("\(error)", code: 74)
    }
  }

  /// The synthetic tasks of the repository, in the current folder.
  private static func writeTasks(into workspace: URL) throws {
    guard FileManager.default.fileExists(atPath: workspace.appending(path: "Package.swift").path)
    else { fail("run this in the repository", code: 66) }
    for file in RepositoryTasks.files() {
      let place = try prepare(file.path, in: workspace)
      try Data(file.bytes).write(to: place, options: .atomic)
      print(file.path)
    }
  }

  private static func writeBenchmark(into folder: URL) throws {
    for file in BenchmarkInputs.files() {
      let place = try prepare(file.path, in: folder)
      try Data().write(to: place)
      let handle = try FileHandle(forWritingTo: place)
      try file.contents { try handle.write(contentsOf: $0) }
      try handle.close()
      print(file.path)
    }
  }

  /// The place of a file, in a folder that is there.
  private static func prepare(_ path: String, in folder: URL) throws -> URL {
    let place = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    return place
  }

  private static func fail(_ message: String, code: Int32) -> Never {
    FileHandle.standardError.write(Data("synthesize: \(message)\n".utf8))
    exit(code)
  }
}
