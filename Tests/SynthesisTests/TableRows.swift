import Foundation
import Synthesis

/// The rows of a table by the names of its columns, metadata lines left out.
struct TableRows {
  let metadata: [String]
  let rows: [[String: String]]

  init(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    metadata = lines.filter { $0.hasPrefix("#") }
    let table = lines.filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let columns = table.first ?? []
    rows = table.dropFirst().map { fields in
      precondition(fields.count == columns.count, "a row of \(fields) under \(columns)")
      return Dictionary(uniqueKeysWithValues: zip(columns, fields))
    }
  }

  /// A column that every row has.
  func column(_ name: String) -> [String] { rows.compactMap { $0[name] } }
}

/// The repository that these tests stand in.
enum Repository {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: root.appending(path: path)))
  }

  /// Paths of the files below a folder, relative to the repository.
  static func files(under folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .map { "\(folder)/\($0)" }
      .filter {
        var isFolder: ObjCBool = false
        let path = root.appending(path: $0).path
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
  }
}
