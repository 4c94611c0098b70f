import Scoring
import SharedTasks

/// The submissions of a comparison, the baseline among them, each once.
struct ComparedFiles {
  /// As the user named them.
  let paths: [String]
  /// The position of the baseline; nil where there is none.
  let baseline: Int?

  /// Throws `ComparisonError` where a file is named twice, be it by another path or a link: a
  /// submission is not compared with itself. The baseline may be one of the files, in any spelling.
  init(_ files: [String], baseline: String?) throws(ComparisonError) {
    try Self.refuseRepeated(files)
    let place = baseline.map { baseline in
      files.firstIndex { Self.identity($0) == Self.identity(baseline) } ?? files.count
    }
    paths = place == files.count ? files + [baseline].compactMap(\.self) : files
    self.baseline = place
    try ComparisonEntry.check(paths)
  }

  /// Throws `ComparisonError` where a file is named twice, be it by another path or a link.
  static func refuseRepeated(_ files: [String]) throws(ComparisonError) {
    var named: [String: String] = [:]
    for file in files {
      guard let other = named.updateValue(file, forKey: identity(file)) else { continue }
      throw .sameFile(other, file)
    }
  }

  /// What two names of one file have in common; a file that is not there has its name alone.
  private static func identity(_ file: String) -> String {
    file == "-" ? file : FileSystem.resolved(file) ?? file
  }
}
