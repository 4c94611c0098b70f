/// Things that are not wrong but that a reader should know, of several submissions.
package enum SubmissionNotes {
  /// Each note once, with the names of those that it is of where it is not of all.
  ///
  /// - Parameters:
  ///   - notes: those of each submission.
  ///   - names: what the submissions are called, as many as there are.
  package static func together(_ notes: [[String]], of names: [String]) -> [String] {
    var told: Set<String> = []
    return notes.joined().filter { told.insert($0).inserted }.map { note in
      let places = notes.indices.filter { notes[$0].contains(note) }
      guard places.count < notes.count else { return note }
      return "\(places.map { names[$0] }.joined(separator: ", ")): \(note)"
    }
  }
}
