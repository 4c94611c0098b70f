#if canImport(FoundationEssentials)
private import FoundationEssentials
#else
private import Foundation
#endif
package import Scoring

extension Receipt {
  /// The parts of a scorecard that are values of the whole or of groups. Others tell of single units
  /// (`per_unit`, `curves`), or say what the receipt says elsewhere.
  private static let published = [
    "measures", "confusion", "triage", "groups", "gaps", "mean_gaps", "between",
  ]

  /// The receipt of a scorecard.
  ///
  /// - Parameters:
  ///   - document: what is published of it: where the task rounds or withholds, after that.
  ///   - name: what the submission is called.
  ///   - options: what was asked for, by the names of the command line.
  ///   - precision: what the values were rounded to.
  package init(
    of document: ScorecardDocument, name: String, options: [String: String],
    precision: Precision
  ) throws(AttestationError) {
    func digest(_ name: String) -> FileDigest? { document.digests[name].flatMap { FileDigest($0) } }
    guard let submission = digest("submission") else { throw .noDigest(of: "submission") }
    var files: [File: FileDigest] = [:]
    for file in File.allCases { files[file] = digest(file.rawValue) }
    guard files[.gold] != nil else { throw .noDigest(of: "gold") }
    self.init(
      name: name, submission: submission, task: document.task, split: document.split,
      files: files, version: document.cltask, options: options, seed: document.seed,
      precision: precision, signature: document.signature,
      values: try Self.values(of: document))
  }

  private static func values(
    of document: ScorecardDocument
  ) throws(AttestationError) -> [String: JSONValue] {
    var document = document
    document.perUnit = nil
    document.curves = nil
    guard let bytes = try? JSONEncoder().encode(document),
      case .fields(let fields)? = try? JSONReader.value(of: Array(bytes))
    else { throw .notJSON }
    return fields.filter { published.contains($0.key) }
  }
}
