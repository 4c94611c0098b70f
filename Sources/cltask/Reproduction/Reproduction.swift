import Attestation
import Reporting
import Scoring
import SharedTasks

/// A receipt whose form and signature hold.
struct VerifiedReceipt {
  let receipt: Receipt
  let statement: [UInt8]
}

/// What came of scoring something published again.
struct Reproduction: ReproductionReport.Finding {
  var subject: String
  var values = 0
  var receipts = 0
  var signatures = 0
  var files = 0
  /// Everything that is not reproduced, with its cause.
  var problems: [String] = []
  /// What is not wrong but that a reader should know.
  var notes: [String] = []

  init(of subject: String, problem: String? = nil) {
    self.subject = subject
    problems = problem.map { [$0] } ?? []
  }

  var isReproduced: Bool { problems.isEmpty }

  /// Compares a receipt with that of the same submission scored again.
  mutating func compare(_ recorded: VerifiedReceipt, with found: Receipt) {
    let difference = ReceiptDifference(recorded.receipt, found)
    guard difference == nil || difference?.isOfVersionAlone == true else {
      problems.append(difference?.description ?? "")
      return
    }
    guard recorded.receipt.name.utf8.elementsEqual(found.name.utf8) else {
      problems.append(
        "it calls its submission \(recorded.receipt.name.printable), and these bytes are those of "
          + found.name.printable)
      return
    }
    guard difference != nil || recorded.statement == found.statement else {
      problems.append("it says more than what was scored: something was added to it")
      return
    }
    values += JSONValue.fields(found.values).numbers
    receipts += 1
    if let difference { notes.append(difference.description) }
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
    let change = LeaderboardChange.all(from: published.document, to: found).first {
      $0.cause != .others
    }
    let cause =
      change.map { "\("\($0.team)/\($0.run)".printable): \($0.cause.words)" }
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
