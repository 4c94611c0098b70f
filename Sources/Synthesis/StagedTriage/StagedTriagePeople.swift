import Inference

/// The people of the task: how badly off each is, which nobody sees, and the care that assessors
/// found to be needed.
struct StagedTriagePeople {
  struct Person {
    let id: String
    /// On a scale with mean 0 and deviation 1 over everybody.
    let severity: Double
    /// Position in ``StagedTriageTask/labels``.
    var label = 0
    /// What the person does not tell: it misleads every system at every stage.
    let reticence: Double
  }

  /// By id, so that the order of the files tells nothing.
  let people: [Person]

  /// - Parameters:
  ///   - counts: how many people need each label.
  ///   - split: the number of the split, which has random numbers of its own.
  init(counts: [Int], split: UInt32, ids: inout OpaqueIds, seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: .stagedTriagePeople, replicate: split)
    var judged: [(person: Person, judgement: Double)] = []
    for _ in 0..<counts.reduce(0, +) {
      let id = ids.next(prefix: "p", length: 6, &stream)
      let person = Person(id: id, severity: stream.normal(), reticence: stream.normal())
      // Assessors agree with the severity, but not perfectly.
      judged.append((person, person.severity + 0.2 * stream.normal()))
    }
    judged.sort { $0.judgement < $1.judgement }
    let labels = counts.indices.flatMap { repeatElement($0, count: counts[$0]) }
    people = zip(judged, labels)
      .map { entry, label in
        var person = entry.person
        person.label = label
        return person
      }
      .sorted { $0.id < $1.id }
  }
}
