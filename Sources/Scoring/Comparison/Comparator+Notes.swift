internal import Inference
internal import Measures

extension Comparator {
  /// Things that are not wrong but that a reader should know.
  func notes(
    _ replicates: Replicates, _ pairs: [ComparedPair], _ letters: [String]?
  ) -> [String] {
    let ofPairs = [
      notOnLevel(tests: pairs.count { $0.p.number != nil }),
      notEquivalent(tests: pairs.count { $0.equivalence?.p.number != nil }),
      request.baseline == nil && request.alternative == .twoSided && letters == nil
        ? "there are more groups of systems than letters; see the table of p-values" : nil,
    ].compactMap { $0 }
    return notesOfSubmissions(replicates) + notesOnResamples(tests: pairs.count) + ofPairs
      + [fewOfAClass, leftOutUnits].compactMap { $0 }
  }

  /// What there is to say of single submissions; of which, where it is not of all.
  private func notesOfSubmissions(_ replicates: Replicates) -> [String] {
    let notes = entries.indices.map { index in
      let undefined = replicates.undefined(of: index)
      if interval(of: index, replicates) == nil, replicates.haveValues(of: index) {
        return entries[index].card.notes + ["no interval, as \(ScorecardIntervals.unvaried)"]
      }
      guard undefined > 0 else { return entries[index].card.notes }
      return entries[index].card.notes + [
        "\(measure.measure) is undefined on \(undefined) of \(resamples) resamples, which intervals "
          + "leave out"
      ]
    }
    return SubmissionNotes.together(notes, of: entries.map(\.file))
  }

  private var leftOutUnits: String? {
    guard let units, units.leftOut > 0 else { return nil }
    return
      "\(units.leftOut) of \(units.leftOut + units.units) units have no value for every system; "
      + "the tests leave them out"
  }

  private func notesOnResamples(tests: Int) -> [String] {
    var notes: [String] = []
    if entries[0].byUnits.units == 1 {
      notes.append("one unit does not tell how values vary: there are no resamples")
    } else if measure.measure.definition.isBiasedOnResamples {
      notes.append("no intervals and ranks, as \(ScorecardIntervals.biased)")
    }
    let drawn = [resamples, request.test == .permutation ? permutations(of: tests) : 0]
    if let fewest = drawn.filter({ $0 > 0 }).min(), fewest < request.replicates {
      notes.append(IntervalOptions.noteOnFewer(fewest, of: request.replicates, "replicates"))
    }
    if let shortage = IntervalOptions.shortage(resamples, confidence: request.confidence) {
      notes.append(shortage)
    }
    if units == nil, let cutoff = measure.measure.name.cutoff, request.replicates > 0,
      measure.measure.isOfRankedList
    {
      notes.append(
        "the intervals of a measure cut off at \(cutoff) over one list are approximate")
    }
    return notes
  }

  /// That a class is so small that it hardly varies; nil where each has five units.
  private var fewOfAClass: String? {
    guard units == nil, let classes = entries[0].answers.classes else { return nil }
    let (count, name) =
      classes.positives <= classes.others
      ? (classes.positives, "positive") : (classes.others, "not positive")
    guard count > 0, count < 5 else { return nil }
    let all = classes.positives + classes.others
    return
      "only \(count) of \(all) units \(count == 1 ? "is" : "are") \(name): intervals and tests "
      + "can hardly tell how much that matters"
  }
}
