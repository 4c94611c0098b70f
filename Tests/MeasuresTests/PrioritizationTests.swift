import Testing

@testable import Measures

@Suite("Time-biased gain of people and their posts")
struct PrioritizationTests {
  static let scale = GradeScale(
    names: ["none", "risk"], grades: [0, 1], positive: [false, true])

  static func value(_ measure: String, of list: PeopleInOrder) throws -> Double? {
    guard case .people(let value) = try Measure(measure).bound(to: scale).function else {
      Issue.record("\(measure) is not of people")
      return nil
    }
    return value(list).number
  }

  static func list(_ groups: [[PeopleInOrder.Person]]) -> PeopleInOrder {
    var list = PeopleInOrder()
    for group in groups { list.append(group) }
    return list
  }

  /// The two queries of the README of the authors' script, in the order of its predictions.
  static let published: [[NaivePerson]] = [
    [
      NaivePerson(true, [(0.2, 56), (0.1, 194)]),
      NaivePerson(true, [(0, 35), (0.7, 46), (0.5, 14)]),
      NaivePerson(false, [(0, 46), (0, 14), (0, 35)]),
    ],
    [
      NaivePerson(false, [(0, 194), (0, 56)]),
      NaivePerson(true, [(0.1, 46), (0.3, 14), (0.3, 35)]),
      NaivePerson(true, [(0.1, 46), (0.3, 14), (0.3, 35)]),
    ],
  ]

  struct Published: Sendable {
    let halfLife: Int
    let gain: [Double]
    let ideal: [Double]
  }

  static let numbers = [
    Published(
      halfLife: 3, gain: [0.5248706964598764, 0.06428104166337158],
      ideal: [0.543081360426777, 0.5406284846869924]),
    Published(
      halfLife: 5, gain: [0.588460647126441, 0.17063498548694406],
      ideal: [0.6180888697456681, 0.6143850709821594]),
    Published(
      halfLife: 10, gain: [0.7099210881142366, 0.3878882375890544],
      ideal: [0.7412800897670984, 0.7375797438106515]),
    Published(
      halfLife: 224, gain: [0.9678936652121115, 0.9428903552137615],
      ideal: [0.9707636250367491, 0.9704435836767679]),
    Published(
      halfLife: 1800, gain: [0.9833610867875269, 0.9801677582567362],
      ideal: [0.9837288933599406, 0.9836879736347933]),
  ]

  @Test("the worked numbers of the authors' script, to 10⁻¹²", arguments: numbers)
  func publishedNumbers(_ numbers: Published) throws {
    for (query, people) in Self.published.enumerated() {
      let list = Self.list(people.map { [$0.listed()] })
      let gain = try #require(try Self.value("hTBG(halflife=\(numbers.halfLife))", of: list))
      #expect(abs(gain - numbers.gain[query]) < 1e-12)
      let share = try #require(try Self.value("nhTBG(halflife=\(numbers.halfLife))", of: list))
      #expect(abs(share - numbers.gain[query] / numbers.ideal[query]) < 1e-12)
      let best = TimeBiasedGain(relevant: [false, true], halfLife: Double(numbers.halfLife))
        .ideal(of: list)
      #expect(abs(best - numbers.ideal[query]) < 1e-12)
    }
  }

  @Test("read to the end, whatever the evidence: the script's TBG mode")
  func readToTheEnd() throws {
    let published: [(Int, [Double], Double)] = [
      (3, [0.5217239318926233, 0.06407785194702847], 0.5364948631648881),
      (5, [0.5827130392122296, 0.169888953131207], 0.607966590522515),
      (10, [0.7032973769997782, 0.3864369224412395], 0.731031181438315),
    ]
    for (halfLife, gains, ideal) in published {
      for (query, people) in Self.published.enumerated() {
        let list = Self.list(
          people.map { person in
            let words = person.posts.reduce(0) { $0 + $1.words }
            return [
              PeopleInOrder.Person(
                level: person.isAtRisk ? 1 : 0, hasEvidence: true, words: words,
                shortestWords: words)
            ]
          })
        let gain = try #require(try Self.value("hTBG(halflife=\(halfLife))", of: list))
        let share = try #require(try Self.value("nhTBG(halflife=\(halfLife))", of: list))
        #expect(abs(gain - gains[query]) < 1e-12)
        #expect(abs(share - gains[query] / ideal) < 1e-12)
      }
    }
  }

  @Test("strict orders give what the definition gives", arguments: NaivePeopleCase.all)
  func naive(_ measure: NaivePeopleCase) throws {
    for seed in 0..<60 {
      let people = Self.sample(seed, people: 0...5, posts: 1...5)
      let value = try Self.value(measure.measure, of: Self.list(people.map { [$0.listed()] }))
      let expected = measure.value(people)
      #expect((value == nil) == (expected == nil))
      if let value, let expected { #expect(abs(value - expected) < 1e-12) }
    }
  }

  @Test("tied people give the mean over all orders", arguments: [1, 40, 224, 100_000])
  func tiedPeople(_ halfLife: Int) throws {
    for seed in 0..<30 {
      let people = Self.sample(seed, people: 5...6, posts: 0...3)
      let listed = people.map { $0.listed() }
      let cut = seed % 3
      let name = "hTBG(halflife=\(halfLife))"
      let tied = try #require(
        try Self.value(name, of: Self.list(listed[..<cut].map { [$0] } + [Array(listed[cut...])])))
      let orders = permutations(of: Array(people[cut...])).map {
        NaivePeopleCase.gain(people[..<cut] + $0, halfLife: Double(halfLife))
      }
      #expect(abs(tied - orders.reduce(0, +) / Double(orders.count)) < 1e-12)
    }
  }

  @Test("tied posts give the mean over all orders")
  func tiedPosts() {
    for seed in 0..<60 {
      var random = SeededGenerator(seed)
      let person = Self.sample(seed, people: 1...1, posts: 1...6)[0]
      let scores = person.posts.map { _ in Double(Int.random(in: 0...2, using: &random)) }
      var posts = PersonPosts(
        words: person.posts.map(\.words), evidence: person.posts.map(\.evidence))
      let value = posts.expectedWords(tiedBy: scores)
      let orders = permutations(of: Array(scores.indices)).filter { order in
        zip(order, order.dropFirst()).allSatisfy { scores[$0] >= scores[$1] }
      }
      let mean =
        orders.reduce(0) { sum, order in
          var other = person
          other.posts = order.map { person.posts[$0] }
          return sum + other.expectedWords
        } / Double(orders.count)
      #expect(abs(value - mean) < 1e-11)
    }
  }

  @Test(
    "a large group agrees with probability by probability",
    arguments: [31, 32, 33, 100, 1000, 20_000])
  func largeGroups(_ count: Int) {
    // All factors alike: E[Σ v·f^(items before)] = v·(1 − fⁿ)/(1 − f).
    for loss in [1e-9, 1e-4, 0.03, 0.5, 0.999, 1] {
      var group = RandomOrder.Group()
      for _ in 0..<count { group.append(value: 2, loss: loss) }
      let found = group.expectedSum
      var factor = 1.0
      var sum = 0.0
      for _ in 0..<count {
        sum += 2 * factor
        factor *= 1 - loss
      }
      #expect(abs(found - sum) <= 1e-12 * sum, "\(count) items, loss \(loss): \(found) \(sum)")
    }
  }

  @Test("no order of posts and people is better than the ideal one")
  func idealIsBest() throws {
    for seed in 0..<200 {
      let people = Self.sample(seed, people: 1...30, posts: 0...12)
      let listed = people.map { $0.listed(shortest: $0.inShortestOrder.expectedWords) }
      for person in people {
        let posts = PersonPosts(
          words: person.posts.map(\.words), evidence: person.posts.map(\.evidence))
        #expect(posts.shortestWords <= person.expectedWords * (1 + 1e-12))
        #expect(posts.longestWords >= person.expectedWords * (1 - 1e-12))
      }
      for halfLife in [5.0, 224] {
        let gain = TimeBiasedGain(relevant: [false, true], halfLife: halfLife)
        for groups in [listed.map { [$0] }, [listed]] {
          let list = Self.list(groups)
          #expect(gain.value(of: list) <= gain.ideal(of: list) * (1 + 1e-12))
        }
      }
    }
  }

  @Test("the shortest order is the best of all orders, posts without words among them")
  func shortestOrder() {
    for seed in 0..<100 {
      let person = Self.sample(seed, people: 1...1, posts: 0...6)[0]
      let posts = PersonPosts(
        words: person.posts.map(\.words), evidence: person.posts.map(\.evidence))
      #expect(abs(posts.shortestWords - person.leastWords) < 1e-11)
      let longest =
        permutations(of: person.posts).map { order in
          var other = person
          other.posts = order
          return other.expectedWords
        }.max() ?? 0
      #expect(abs(posts.longestWords - longest) < 1e-11)
    }
  }

  /// Its order multiplies by the product of all words, which wraps around in 64 bits from about nine
  /// posts on; a person without evidence has gain in its ideal and none in its evaluation; a post
  /// without words divides by zero there.
  @Test("the defects of the authors' script are not repeated")
  func defects() throws {
    let words = (0..<33).map { 80 + Double($0 * 53 % 221) }
    let evidence = (0..<33).map { Double($0 * 7 % 10) / 10 }
    let posts = PersonPosts(words: words, evidence: evidence)
    let order = posts.shortestOrder.map { Int($0) }
    for (a, b) in zip(order, order.dropFirst()) {
      #expect(evidence[a] * words[b] >= evidence[b] * words[a])
    }

    let withoutEvidence = NaivePerson(true, [(0, 50)]).listed()
    let found = NaivePerson(true, [(0.5, 50)]).listed()
    #expect(try Self.value("nhTBG", of: Self.list([[found], [withoutEvidence]])) == 1)
    #expect(try Self.value("nhTBG", of: Self.list([[withoutEvidence]])) == nil)

    let wordless = PersonPosts(words: [30, 0, 0, 20], evidence: [0.5, 0.4, 0, 0.5])
    #expect(wordless.shortestOrder == [1, 3, 0, 2])
    #expect(wordless.shortestWords.isFinite)
  }

  @Test("ten thousand posts a person, tied and not")
  func manyPosts() {
    var random = SeededGenerator(7)
    let words = (0..<10_000).map { _ in Double(Int.random(in: 0...400, using: &random)) }
    let evidence = words.map { _ in
      Double.random(in: 0...1, using: &random) < 0.01 ? Double.random(in: 0...1, using: &random) : 0
    }
    var posts = PersonPosts(words: words, evidence: evidence)
    let strict = posts.expectedWords(tiedBy: words.indices.map { -Double($0) })
    let naive = posts.expectedWords(in: words.indices.map { Int32($0) })
    #expect(abs(strict - naive) <= 1e-9 * naive)
    let tied = posts.expectedWords(tiedBy: words.map { _ in 0 })
    #expect(posts.shortestWords < tied && tied < posts.longestWords)
  }

  @Test("a person left out takes time from all others and is never found")
  func leftOut() throws {
    for seed in 0..<50 {
      let people = Self.sample(seed, people: 2...8, posts: 0...4).map { $0.listed() }
      for index in people.indices {
        var without = PeopleInOrder()
        without.leaveOut(people[index])
        for (other, person) in people.enumerated() where other != index { without.append([person]) }
        for measure in ["hTBG", "nhTBG", "hTBG(halflife=3)"] {
          let whole = try Self.value(measure, of: Self.list(people.map { [$0] }))
          guard let whole else { continue }
          let less = try #require(try Self.value(measure, of: without))
          #expect(less <= whole * (1 + 1e-12))
        }
      }
    }
  }

  @Test("nobody, nobody tied and people who take forever have values")
  func edges() throws {
    #expect(try Self.value("hTBG", of: PeopleInOrder()) == 0)
    #expect(try Self.value("nhTBG", of: PeopleInOrder()) == nil)
    var list = PeopleInOrder()
    list.append([])
    #expect(list.groupEnds.isEmpty)
    let slow = PeopleInOrder.Person(
      level: 1, hasEvidence: true, words: 1e16, shortestWords: 1e16)
    #expect(
      try #require(try Self.value("hTBG(halflife=0.001)", of: Self.list([[slow, slow], [slow]])))
        .isNear(0.4928))
  }

  static func sample(
    _ seed: Int, people: ClosedRange<Int>, posts: ClosedRange<Int>
  ) -> [NaivePerson] {
    var random = SeededGenerator(seed)
    return (0..<Int.random(in: people, using: &random)).map { _ in
      NaivePerson(
        Bool.random(using: &random),
        (0..<Int.random(in: posts, using: &random)).map { _ in
          let evidence = random.pick([0, 0, 0.1, 0.5, 0.9, 1])
          return (evidence, Double(random.pick([0, 1, 20, 80, 300])))
        })
    }
  }
}

extension Double {
  fileprivate func isNear(_ other: Double) -> Bool { abs(self - other) < 1e-12 }
}
