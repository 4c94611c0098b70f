internal import ExactMath

/// People in the order in which a reader comes to them, and how much there is to read of each: all
/// that a measure of prioritization sees.
package struct PeopleInOrder: Sendable {
  package typealias Function = @Sendable (PeopleInOrder) -> MeasureValue

  package struct Person: Sendable, Hashable {
    /// The level of the person's label.
    package var level: UInt8
    /// Whether a post of the person shows something.
    package var hasEvidence: Bool
    /// Expected words until the reader stops, in the order of the submission.
    package var words: Double
    /// The same in the best order of the posts.
    package var shortestWords: Double

    package init(level: UInt8, hasEvidence: Bool, words: Double, shortestWords: Double) {
      self.level = level
      self.hasEvidence = hasEvidence
      self.words = words
      self.shortestWords = shortestWords
    }
  }

  /// In reading order; those who were left out stand first.
  package private(set) var people: [Person] = []
  /// Where each group of equal scores ends; a person alone is a group as well.
  package private(set) var groupEnds: [Int] = []
  /// People without a score: they take their time before everybody else and are never found.
  package private(set) var leftOut = 0
  package let time: TimeModel

  package init(time: TimeModel = TimeModel()) {
    self.time = time
  }

  /// Puts a person without a score before everybody else; only while nobody was ranked.
  package mutating func leaveOut(_ person: Person) {
    precondition(groupEnds.isEmpty)
    people.append(person)
    leftOut += 1
  }

  /// Appends people who are tied, or one person.
  package mutating func append(_ group: some Sequence<Person>) {
    people.append(contentsOf: group)
    if people.count > (groupEnds.last ?? leftOut) { groupEnds.append(people.count) }
  }
}

/// Gain that fades with the time that the people before have taken.
struct TimeBiasedGain: Sendable {
  /// The levels that are at risk.
  let relevant: [Bool]
  /// Instead of the half-life of the task.
  let halfLife: Double?

  private func halfLife(_ list: PeopleInOrder) -> Double { halfLife ?? list.time.halfLife }

  private func isFound(_ person: PeopleInOrder.Person) -> Bool {
    relevant[Int(person.level)] && person.hasEvidence
  }

  private func cost(_ person: PeopleInOrder.Person, _ time: TimeModel) -> Double {
    time.cost(words: person.words, isRelevant: relevant[Int(person.level)])
  }

  /// Σ gain · 2^(−start/half-life), expected over the orders inside ties.
  func value(of list: PeopleInOrder) -> Double {
    let halfLife = halfLife(list)
    var start = CompensatedSum()
    for person in list.people[..<list.leftOut] { start.add(cost(person, list.time)) }
    var sum = CompensatedSum()
    var first = list.leftOut
    var tied = RandomOrder.Group()
    for end in list.groupEnds {
      let fading = Exact.exp2(-start.value / halfLife)
      if fading == 0 { break }
      if end - first == 1 {
        if isFound(list.people[first]) { sum.add(list.time.gain * fading) }
      } else {
        tied.removeAll()
        for person in list.people[first..<end] {
          tied.append(
            value: isFound(person) ? list.time.gain : 0,
            loss: 1 - Exact.exp2(-cost(person, list.time) / halfLife))
        }
        sum.add(fading * tied.expectedSum)
      }
      for person in list.people[first..<end] { start.add(cost(person, list.time)) }
      first = end
    }
    return sum.value
  }

  /// The most that any order of people and posts can give; 0 where nobody can be found.
  ///
  /// The people who can be found come first, the quickest to read before the others: what fades by
  /// time is then as early as can be, whatever the half-life.
  func ideal(of list: PeopleInOrder) -> Double {
    let halfLife = halfLife(list)
    let words = list.people.filter(isFound).map(\.shortestWords).sorted()
    var start = CompensatedSum()
    var sum = CompensatedSum()
    for words in words {
      sum.add(list.time.gain * Exact.exp2(-start.value / halfLife))
      start.add(list.time.cost(words: words, isRelevant: true))
    }
    return sum.value
  }
}
