package import SharedTasks

/// Diagnostics and their codes as text.
package enum DiagnosticReport {
  /// What was kept as it was reported, then how many of each code were not.
  package static func json(_ diagnostics: DiagnosticList) throws -> String {
    try JSONText.of(
      diagnostics.diagnostics.map(DiagnosticEntry.kept)
        + OmittedDiagnostics.of(diagnostics).map(DiagnosticEntry.omitted))
  }

  /// Every code with what it means and a good and a bad line.
  package static var codes: String {
    DiagnosticCode.allCases.map { code in
      let example = code.example
      return "\(code.rawValue) (\(code.severity.rawValue))\n  \(code.meaning)\n"
        + "  good: \(shown(example.good))\n  bad:  \(shown(example.bad))\n"
    }.joined(separator: "\n")
  }

  private static func shown(_ line: String) -> String {
    line.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing("\t", with: "⇥") }.joined(separator: "\n        ")
  }
}
