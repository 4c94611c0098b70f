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
    /// The same in the best order of the posts; of no meaning where no measure needs it.
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
  /// How often each person counts, in the order of ``people``; nil where each counts once.
  package var copies: [Int32]?

  package init(time: TimeModel = TimeModel()) {
    self.time = time
  }

  /// Puts a person without a score before everybody else; only while nobody was ranked.
  package mutating func leaveOut(_ person: Person) {
    precondition(groupEnds.isEmpty)
    people.append(person)
    leftOut += 1
  }

  func count(_ place: Int) -> Int { copies.map { Int($0[place]) } ?? 1 }

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

  /// Σ gain · 2^(−start/half-life), expected over the orders inside ties.
  func value(of list: PeopleInOrder) -> Double {
    timeline(of: list, \.words)
      .timeBiasedGain(Self.isFound, halfLife: halfLife ?? list.time.halfLife)
  }

  /// The most that any order of people and posts can give; 0 where nobody can be found.
  ///
  /// The people who can be found come first, the quickest to read before the others: what fades by
  /// time is then as early as can be, whatever the half-life.
  func ideal(of list: PeopleInOrder) -> Double {
    timeline(of: list, \.shortestWords)
      .idealTimeBiasedGain(Self.isFound, halfLife: halfLife ?? list.time.halfLife)
  }

  /// Whether anybody at risk has a post with evidence, in the order of the submission or left out.
  func canFind(_ list: PeopleInOrder) -> Bool {
    list.people.contains { relevant[Int($0.level)] && $0.hasEvidence }
  }

  /// People at level 1 are worth something when they are read, those at level 0 are not.
  private static let isFound = [false, true]

  private func timeline(
    of list: PeopleInOrder, _ words: KeyPath<PeopleInOrder.Person, Double>
  ) -> Timeline {
    func item(_ person: PeopleInOrder.Person) -> Timeline.Item {
      let isRelevant = relevant[Int(person.level)]
      return Timeline.Item(
        level: isRelevant && person.hasEvidence ? 1 : 0,
        cost: list.time.cost(words: person[keyPath: words], isRelevant: isRelevant))
    }
    var timeline = Timeline(list.time, meanWords: 0)
    timeline.reserveCapacity(list.people.count * 2)
    for place in 0..<list.leftOut {
      timeline.leaveOut(item(list.people[place]), copies: list.count(place))
    }
    var first = list.leftOut
    for end in list.groupEnds {
      let isAlone = end - first == 1
      for place in first..<end {
        let one = item(list.people[place])
        for _ in 0..<list.count(place) {
          timeline.appendToGroup(one)
          // Copies of one person are alike, and so is every order of them.
          if isAlone { timeline.endGroup() }
        }
      }
      timeline.endGroup()
      first = end
    }
    return timeline
  }
}
