import Measures
import SharedTasks

@testable import Reporting
@testable import Scoring

/// Boards of any names and numbers, and the files that are made of them.
struct ExportedBoard {
  /// A submission to come; nil is an undefined AUC.
  struct Run {
    var team: String
    var run = "one"
    var area: Double?
    var brier: Double? = 0.1
    var gap: Double? = 0.05
    var isInvalid = false
  }

  static let gold = "sha256:" + String(repeating: "1a2b3c4d", count: 8)

  let files: [String: String]

  init(
    _ runs: [Run], title: String = "Example", ties: StandingsRules.Ties = .shared,
    perTeam: TaskDefinition.PerTeam = .all, hasBound: Bool = true, decimals: Int = 3
  ) throws {
    let gap = StandingsRules.Bound(.gap(try Measure("FNR"), attributes: ["race"]), .atMost, 0.1)
    let rules = try StandingsRules(
      primary: Measure("AUC"), ties: ties, perTeam: perTeam, bounds: hasBound ? [gap] : [],
      policy: PublicationPolicy(decimals: decimals))
    let submissions = try runs.map { try Self.submission($0) }
    let field = StandingsField(submissions, under: rules)
    var evidence = StandingsEvidence()
    if runs.count > 1 {
      for position in field.contests.joined() {
        evidence.ranks[position] = RankRange(low: 1, high: 2, probabilityOfFirst: 0.123456789)
      }
      evidence.method = .init(
        confidence: 0.95, replicates: 2000, seed: 7, test: nil, correction: nil)
    }
    let standings = Standings(field, evidence)
    let workspace = try ExampleWorkspace(
      id: "example", definition: "kind: assessment\nmeasures: [AUC, Brier]\nprimary: AUC",
      gold: "item\tlabel\na\t0\nb\t1\n", title: JSONText.of(title))
    let place = try SubmissionPlace(task: "example", team: "t", run: "r")
    let board = Leaderboard(
      task: try workspace.task, split: "test", options: BoardOptions(), standings: standings,
      document: LeaderboardDocument(
        standings, task: "example", split: "test", digests: ["gold": Self.gold],
        notes: ["a | note of <anybody>"]),
      submissions: runs.map { _ in
        BoardSubmission(
          place: place, submitted: nil, digest: "sha256:00", outcome: .refused("nothing"))
      }, epochs: [])
    files = Dictionary(
      uniqueKeysWithValues: try LeaderboardExports(board).files().map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  var csv: String { files["leaderboard.csv"] ?? "" }
  var markdown: String { files["leaderboard.md"] ?? "" }
  var latex: String { files["leaderboard.tex"] ?? "" }
  /// Of leaderboard.json.
  var digest: String { Digest.sha256(Array((files["leaderboard.json"] ?? "").utf8)) }
  var bibliography: String { files["leaderboard.bib"] ?? "" }

  /// The rows of the CSV, without its head; for boards without line breaks in cells.
  var rows: [[String]] { csv.split(separator: "\n").dropFirst().map { Self.cells(String($0)) } }

  var head: [String] { Self.cells(String(csv.split(separator: "\n")[0])) }

  func column(_ name: String) -> [String] {
    guard let place = head.firstIndex(of: name) else { return [] }
    return rows.map { $0[place] }
  }

  private static func submission(_ run: Run) throws -> StandingsSubmission {
    let oneClass = MeasureValue.undefined(.oneClass(positives: 3, negatives: 0))
    func document(_ value: Double?) -> ValueDocument {
      ValueDocument(
        value.map(MeasureValue.number) ?? oneClass,
        value.map {
          MeasureInterval(
            low: $0 - 0.0123456, high: $0 + 0.0123456, confidence: 0.95, method: .percentile,
            replicates: 2000, undefined: 0, isApproximate: false)
        })
    }
    let readings = StandingReadings(
      [try Measure("AUC"), try Measure("Brier")], [document(run.area), document(run.brier)],
      bounded: [ComparedValue(run.gap, or: "1 of 2 groups can be compared")])
    return StandingsSubmission(
      team: run.team, run: run.run,
      outcome: run.isInvalid ? .invalid("3 missing-item") : .scored(readings),
      digests: ["submission": "sha256:5e"], signature: "AUC|task:example|gold:1a2b3c4d")
  }

  /// By RFC 4180.
  static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for scalar in line.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    return cells
  }
}
