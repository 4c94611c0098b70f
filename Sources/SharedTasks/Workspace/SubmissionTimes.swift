/// When submissions were handed in: `submissions/<task>/submitted.tsv`, which the organizers keep.
///
/// Columns `team`, `run` and `submitted`, a time of RFC 3339. What a submission says of itself is not
/// believed, nor is the time of its file, which changes with every copy.
package struct SubmissionTimes: Sendable {
  package static let fileName = "submitted.tsv"

  package private(set) var path = ""
  private var times: [Key: SubmissionTime] = [:]

  /// Runs of the table, as `team/run`, that are not among some submissions.
  package func runs(besides places: [SubmissionPlace]) -> [String] {
    let known = Set(places.map { Key(team: Array($0.team.utf8), run: Array($0.run.utf8)) })
    return times.keys.filter { !known.contains($0) }
      .map { String(decoding: $0.team + [UInt8(ascii: "/")] + $0.run, as: UTF8.self) }.sorted()
  }

  private struct Key: Hashable {
    let team: [UInt8]
    let run: [UInt8]
  }

  package init() {}

  /// Reads the table of a task, if there is one.
  package init(
    of task: String, in workspace: Workspace, _ diagnostics: inout DiagnosticList
  ) throws {
    path = workspace.path("submissions", task, Self.fileName)
    guard FileSystem.entry(at: path) != .nothing else { return }
    var rows = Rows()
    let table = try TableReader(InputFile(path), into: &rows)
    diagnostics.append(contentsOf: table.diagnostics)
    times = rows.times
  }

  /// Nil where the table does not say.
  package subscript(_ place: SubmissionPlace) -> SubmissionTime? {
    times[Key(team: Array(place.team.utf8), run: Array(place.run.utf8))]
  }

  private struct Rows: TableConsumer {
    var times: [Key: SubmissionTime] = [:]
    private var columns = (team: 0, run: 0, submitted: 0)

    mutating func begin(_ header: inout TableHeader) {
      columns = (
        header.required("team") ?? 0, header.required("run") ?? 0,
        header.required("submitted") ?? 0
      )
    }

    mutating func take(
      _ row: TableRow, in bytes: Span<UInt8>, _ problems: inout LineProblems
    ) {
      let key = Key(
        team: Array(row.text(columns.team, in: bytes).utf8),
        run: Array(row.text(columns.run, in: bytes).utf8))
      let written = row.text(columns.submitted, in: bytes)
      guard let time = SubmissionTime(parsing: written) else {
        return problems.report(
          .badNumber, line: row.line, column: row.column(columns.submitted, in: bytes),
          "\(row.quoted(columns.submitted, in: bytes)) is not a time",
          hint: "write it with its offset from UTC, as 2026-05-01T23:59:59-12:00")
      }
      guard times.updateValue(time, forKey: key) == nil else {
        return problems.report(
          .duplicateItem, line: row.line, column: row.column(columns.run, in: bytes),
          "the run stands twice", hint: "keep the line of the file that is there")
      }
    }
  }
}
