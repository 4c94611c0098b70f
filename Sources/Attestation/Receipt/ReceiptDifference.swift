/// How a receipt differs from the one of the same submission scored again, and why.
package struct ReceiptDifference: Sendable, Equatable {
  /// What may make values differ, from what decides most.
  package enum Cause: Sendable, Equatable {
    case otherTask(recorded: String, found: String)
    case otherSplit(recorded: String, found: String)
    case submissionChanged(recorded: FileDigest, found: FileDigest)
    /// One of the files beside it; nil where there is, or was, none.
    case fileChanged(Receipt.File, recorded: FileDigest?, found: FileDigest?)
    /// An option, the seed or the decimals; nil where it is, or was, not given.
    case optionChanged(String, recorded: String?, found: String?)
    case otherVersion(recorded: String, found: String)
    /// All of these are the same, and the values are not.
    case valueDiffers
    /// All else is the same; the line that stands in papers is not.
    case signatureDiffers(recorded: String, found: String)
  }

  /// The first one explains the difference as a rule; the others may add to it.
  package let causes: [Cause]
  /// The first value that differs, in the order in which receipts write them; nil where all are the
  /// same all the same.
  package let value: JSONDifference?

  /// The first cause.
  package var cause: Cause { causes.first ?? .valueDiffers }

  /// Whether another version gave every value again, bit for bit: the number stands.
  package var isOfVersionAlone: Bool {
    guard value == nil, causes.count == 1, case .otherVersion = cause else { return false }
    return true
  }

  /// Nil where the score is reproduced: everything but the name of the submission is the same.
  ///
  /// - Parameters:
  ///   - recorded: what the receipt says.
  ///   - found: what scoring again gave, published in the same way.
  package init?(_ recorded: Receipt, _ found: Receipt) {
    var causes = Self.inputs(recorded, found) + Self.options(recorded, found)
    if recorded.version != found.version {
      causes.append(.otherVersion(recorded: recorded.version, found: found.version))
    }
    value = JSONDifference(.fields(recorded.values), .fields(found.values))
    if causes.isEmpty, value != nil { causes = [.valueDiffers] }
    // The line says again what the receipt says elsewhere; alone it differs only if it was changed.
    if causes.isEmpty, JSONValue.text(recorded.signature) != .text(found.signature) {
      causes = [.signatureDiffers(recorded: recorded.signature, found: found.signature)]
    }
    guard !causes.isEmpty else { return nil }
    self.causes = causes
  }

  private static func inputs(_ recorded: Receipt, _ found: Receipt) -> [Cause] {
    var causes: [Cause] = []
    if recorded.task != found.task {
      causes.append(.otherTask(recorded: recorded.task, found: found.task))
    }
    if recorded.split != found.split {
      causes.append(.otherSplit(recorded: recorded.split, found: found.split))
    }
    if recorded.submission != found.submission {
      causes.append(
        .submissionChanged(recorded: recorded.submission, found: found.submission))
    }
    for file in [Receipt.File.gold, .task, .groups, .items]
    where recorded.files[file] != found.files[file] {
      causes.append(
        .fileChanged(file, recorded: recorded.files[file], found: found.files[file]))
    }
    return causes
  }

  private static func options(_ recorded: Receipt, _ found: Receipt) -> [Cause] {
    let (before, after) = (recorded.allOptions, found.allOptions)
    return CanonicalJSON.order(Set(before.keys).union(after.keys)).compactMap { name in
      before[name] == after[name]
        ? nil : .optionChanged(name, recorded: before[name], found: after[name])
    }
  }
}

extension Receipt {
  /// Those that were given, the seed and the decimals among them, by the names that people set them by.
  fileprivate var allOptions: [String: String] {
    var options = options
    options["seed"] = seed.map { "\($0)" }
    if case .decimals(let count) = precision { options["publish: decimals"] = "\(count)" }
    return options
  }
}
