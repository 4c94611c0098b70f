internal import Scoring

/// Something that is said beside its name.
struct PageFact {
  let name: String
  let value: String

  init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }

  /// Digests by what they are of, in the order of their names.
  static func digests(_ digests: [String: String]) -> [PageFact] {
    digests.sorted { $0.key < $1.key }.map { PageFact("SHA-256 of \($0.key.printable)", $0.value) }
  }

  /// What made a page.
  static var software: PageFact { PageFact("Software", "cltask \(CLTaskVersion.current)") }
}

/// A file of the board to which a page leads.
struct PageDownload {
  let name: String
  let link: String
  let what: String
}
