import Attestation
import Reporting
import Scoring
import SharedTasks

/// What came of scoring something published again.
struct Reproduction: ReproductionReport.Finding {
  let subject: String
  var values = 0
  var receipts = 0
  var signatures = 0
  var files = 0
  /// Everything that is not reproduced, with its cause.
  var problems: [String] = []
  /// What is not wrong but that a reader should know.
  var notes: [String] = []

  init(of subject: String) { self.subject = subject }

  var isReproduced: Bool { problems.isEmpty }

  mutating func compare(_ recorded: Receipt, with found: Receipt) {
    guard let difference = ReceiptDifference(recorded, found) else {
      values += JSONValue.fields(found.values).numbers
      receipts += 1
      return
    }
    if difference.isOfVersionAlone {
      values += JSONValue.fields(found.values).numbers
      receipts += 1
      notes.append(difference.description)
    } else {
      problems.append(difference.description)
    }
  }

  /// Compares the document of a board with the one that is built now.
  mutating func compare(_ published: PublishedBoard, with found: LeaderboardDocument) throws {
    guard let recorded = JSONValue(parsing: published.bytes),
      let built = JSONValue(parsing: Array(try JSONText.of(found).utf8))
    else {
      problems.append("\(LeaderboardPaths.document) is not JSON that can be relied on")
      return
    }
    guard let difference = JSONDifference(recorded, built) else {
      values += built.numbers
      return
    }
    let cause =
      LeaderboardChange.all(from: published.document, to: found).first?.cause.words
      ?? "a value differs though everything that it depends on is the same: it was changed, or this is a "
      + "bug to report"
    problems.append(
      "\(LeaderboardPaths.document): \(cause); \(difference.sentence(before: "in the file"))")
  }

  mutating func compare(_ recorded: [UInt8]?, with built: [UInt8], at path: String) {
    switch recorded {
    case built?: files += 1
    case nil: problems.append("\(path.printable): the file is missing")
    default:
      problems.append("\(path.printable): the file is not what is built from the same scores")
    }
  }

  /// Adds what came of a part.
  mutating func add(_ part: Reproduction) {
    values += part.values
    receipts += part.receipts
    signatures += part.signatures
    problems += part.problems.map { "\(part.subject.printable): \($0)" }
    notes += part.notes.map { "\(part.subject.printable): \($0)" }
  }
}
