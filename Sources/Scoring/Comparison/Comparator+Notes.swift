internal import Inference
internal import Measures

extension Comparator {
  /// Things that are not wrong but that a reader should know.
  func notes(_ replicates: Replicates, tests: Int, _ letters: [String]?) -> [String] {
    var notes: [String] = []
    if let units, units.leftOut > 0 {
      notes.append(
        "\(units.leftOut) of \(units.leftOut + units.units) units have no value for every system; "
          + "the tests leave them out")
    }
    for (index, entry) in entries.enumerated() {
      let undefined = replicates.undefined(of: index)
      guard undefined > 0 else { continue }
      notes.append(
        "\(entry.file): \(measure.measure) is undefined on \(undefined) of \(resamples) "
          + "resamples, which intervals leave out")
    }
    let fewest = min(resamples, request.test == .permutation ? permutations(of: tests) : resamples)
    if fewest < request.replicates {
      notes.append(
        "\(fewest) replicates instead of \(request.replicates), which would draw more than a "
          + "billion units")
    }
    if units == nil, let cutoff = measure.measure.name.cutoff, request.replicates > 0,
      measure.measure.isOfRankedList
    {
      notes.append(
        "the intervals of a measure cut off at \(cutoff) over one list are approximate")
    }
    if request.baseline == nil, letters == nil {
      notes.append("there are more groups of systems than letters; see the table of p-values")
    }
    return notes
  }
}
