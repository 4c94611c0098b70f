internal import SharedTasks

/// What came of scoring something published again, in words.
package struct ReproductionReport: Sendable {
  /// What was reproduced, or was not.
  package protocol Finding: Sendable {
    var subject: String { get }
    /// Numbers that are the same bit for bit.
    var values: Int { get }
    var receipts: Int { get }
    /// Receipts that were signed with a key that was given.
    var signatures: Int { get }
    /// Pages and tables that are the same byte for byte.
    var files: Int { get }
    var problems: [String] { get }
    var notes: [String] { get }
  }

  private let finding: any Finding

  package init(_ finding: any Finding) { self.finding = finding }

  package var text: String {
    let notes = finding.notes.map { "  note: \($0)\n" }.joined()
    guard finding.problems.isEmpty else {
      return "\(finding.subject.printable): not reproduced\n"
        + finding.problems.map { "  \($0)\n" }.joined() + notes
    }
    var parts = ["\(finding.values) numbers"]
    if finding.receipts > 0 {
      parts.append(finding.receipts == 1 ? "1 receipt" : "\(finding.receipts) receipts")
    }
    if finding.signatures > 0 {
      parts.append(
        finding.signatures == 1 ? "1 signature" : "\(finding.signatures) signatures")
    }
    if finding.files > 0 { parts.append("\(finding.files) pages and tables byte for byte") }
    return "\(finding.subject.printable): every number is reproduced ("
      + parts.joined(separator: ", ") + ")\n" + notes
  }
}
