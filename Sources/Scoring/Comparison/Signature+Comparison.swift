internal import Inference
internal import Measures
internal import SharedTasks

extension Comparator {
  /// What it takes to make the comparison again: the scorecard's signature, and what was asked of the
  /// tests.
  ///
  /// As sacreBLEU's paired tests add theirs to the signature of the score (Post, WMT 2018).
  func signature(_ pairs: [ComparedPair]) -> Signature {
    var added = [
      ("systems", "\(entries.count)"), ("runs", Signature.runs(entries.map(\.card))),
      ("test", request.test.rawValue),
      ("alt", request.alternative.rawValue), ("cor", request.effectiveCorrection.rawValue),
      ("ci", "\(request.confidence)"),
    ]
    if let baseline = request.baseline { added.append(("baseline", digest(of: baseline))) }
    if let margin = request.equivalence { added.append(("eq", "\(margin)")) }
    if request.wantsPower { added.append(("power", "\(ComparisonRequest.power)")) }
    let tested = pairs.filter { $0.p.number != nil }
    let permutes = [.permutation, .tukey].contains(request.test) && !tested.isEmpty
    let isExact = tested.allSatisfy(\.isExact)
    let resamples = defined.isEmpty ? 0 : resamples
    if permutes {
      added.append(("perm", isExact ? "all" : "\(permutations(of: pairs.count))"))
    }
    if resamples > 0 { added.append(("bs", "\(resamples)")) }
    if resamples > 0 || (permutes && !isExact) { added.append(("seed", "\(request.seed)")) }
    return entries[0].card.signature.adding(added)
  }

  /// The first digits of a submission's SHA-256, or else its place among the files: names are text of
  /// anybody, which could forge a part.
  private func digest(of system: Int) -> String {
    entries[system].card.digests.submission.map(Signature.short) ?? "\(system + 1)"
  }
}

extension Signature {
  /// The first digits of the SHA-256 of the digests of all submissions, one a line in ascending order:
  /// which submissions these are, however they are named and wherever they stand.
  static func runs(_ cards: [Scorecard]) -> String {
    let digests = cards.map { $0.digests.submission ?? "" }.sorted()
    return short(Digest.sha256(Array(digests.map { $0 + "\n" }.joined().utf8)))
  }

  /// The same with more parts before the version.
  ///
  /// - Parameter what: what is said of the same data; nil for the measure, as it was.
  func adding(_ added: [(name: String, value: String)], to what: String? = nil) -> Signature {
    var signature = self
    if let what { signature.parts[0].value = what }
    signature.parts.insert(contentsOf: added, at: parts.count - 1)
    return signature
  }

  /// That of the orders which several measures bring systems into.
  func ofRankings(by measures: [Measure], systems: Int) -> Signature {
    adding(
      [("systems", "\(systems)")], to: measures.map(\.description).joined(separator: "+"))
  }
}
