/// Scores that were computed before: `.cltask/scores` of the workspace.
///
/// What is kept is named by the digest of all that it depends on, so an entry is either right or never
/// asked for; the folder can be removed at any time. It holds nothing that is not published, and tells
/// git to leave it out.
package struct ScoreCache: Sendable {
  private let folder: String
  private let root: String

  package init(of workspace: Workspace) {
    root = workspace.path(".cltask")
    folder = workspace.path(".cltask", "scores")
  }

  /// Larger entries are none of ours.
  private static let largest = 64 << 20

  /// What was kept under a digest; nil where nothing was, or it cannot be read.
  package subscript(_ digest: String) -> [UInt8]? {
    guard let path = path(of: digest) else { return nil }
    guard let bytes = try? FileSystem.bytes(of: path, limit: Self.largest),
      bytes.count <= Self.largest
    else { return nil }
    return bytes
  }

  /// Keeps what was computed. Failing to is no error: it is computed again.
  package func keep(_ entries: [(digest: String, bytes: [UInt8])]) {
    guard !entries.isEmpty else { return }
    let ignore = root + "/.gitignore"
    if FileSystem.entry(at: ignore) == .nothing {
      try? AtomicFile.write(Array("*\n".utf8), to: ignore)
    }
    for entry in entries {
      guard let path = path(of: entry.digest) else { continue }
      try? AtomicFile.write(entry.bytes, to: path)
    }
  }

  private func path(of digest: String) -> String? {
    let digits = digest.hasPrefix("sha256:") ? String(digest.dropFirst("sha256:".count)) : digest
    return WorkspaceName.problem(with: digits) == nil ? "\(folder)/\(digits)" : nil
  }
}
