internal import SharedTasks

extension ReceiptDifference: CustomStringConvertible {
  /// The cause, the first value that differs, and what else is not the same.
  package var description: String {
    var sentences = [cause.description]
    sentences.append(value?.sentence(before: "in the receipt") ?? "every value is the same")
    if causes.count > 1 {
      sentences.append(
        "besides, " + causes.dropFirst().map(\.description).joined(separator: ", and "))
    }
    return sentences.joined(separator: "; ")
  }
}

extension ReceiptDifference.Cause: CustomStringConvertible {
  package var description: String {
    switch self {
    case .otherTask(let recorded, let found):
      "another task: \(show(recorded)) in the receipt, \(show(found)) now"
    case .otherSplit(let recorded, let found):
      "another split: \(show(recorded)) in the receipt, \(show(found)) now"
    case .submissionChanged(let recorded, let found):
      "the submission changed: \(recorded.short)… in the receipt, \(found.short)… now"
    case .fileChanged(let file, let recorded, let found):
      "\(Self.words(file)) changed: \(recorded.map { "\($0.short)…" } ?? "none") in the receipt, "
        + "\(found.map { "\($0.short)…" } ?? "none") now"
    case .optionChanged(let name, let recorded, let found):
      "the option \(show(name)) changed: \(recorded.map(show) ?? "not given") in the receipt, "
        + "\(found.map(show) ?? "not given") now"
    case .otherVersion(let recorded, let found):
      "another version of cltask: \(show(recorded)) in the receipt, \(show(found)) now"
    case .valueDiffers:
      "a value differs though submission, gold, options and version are the same: it was changed, or "
        + "this is a bug to report"
    case .signatureDiffers(let recorded, let found):
      "the signature line was changed: \(show(recorded)) in the receipt, \(show(found)) now"
    }
  }

  private static func words(_ file: Receipt.File) -> String {
    switch file {
    case .task: "the task's definition"
    case .gold: "the gold"
    case .groups: "the table of groups"
    case .items: "the table of items"
    }
  }
}

/// Text of anybody, made harmless for a terminal.
private func show(_ text: String) -> String { PrintableText.escaped(text, limit: 120) }
