/// Decisions in the JSON that the server of eRisk takes: `{"nick", "decision", "score"}`.
///
/// Two shapes are read: an array of rounds, each the array that was posted in that round, the first
/// first; and one array of objects that say their round, counted from 0, as `sequence` or `number`.
/// In round r everybody has been asked after r + 1 writings. The server asks on all users in every
/// round, so there are decisions on users who stopped writing; they count at their round.
struct DecisionJSON {
  private(set) var log: DecisionLog
  /// Entries that may be of any user.
  private(set) var namelessEntries = 0
  /// Whether the text is JSON of one of the shapes, from the first byte to the last.
  private(set) var isWhole = false
  private(set) var hasScores = false
  private var scanner = JSONScanner()
  /// Where the object at hand begins, or one before it.
  private var places = TextPlaces()
  private var entryStart = 0
  private var entries = 0
  private var withoutScore = 0
  private let file: String

  init(_ universe: UserUniverse, file: String) {
    log = DecisionLog(universe)
    self.file = file
  }

  mutating func read(_ bytes: Span<UInt8>, _ diagnostics: inout DiagnosticList) {
    if let problem = TextProblem.first(in: bytes) {
      return report(
        problem.code, problem.offset, problem.message, hint: problem.hint, bytes, &diagnostics)
    }
    do throws(JSONScanner.Failure) {
      try readAll(bytes, &diagnostics)
      isWhole = true
    } catch {
      report(
        .jsonSyntax, error.position, error.message,
        hint: "an array of rounds, or of objects with nick, sequence, decision and score", bytes,
        &diagnostics)
    }
  }

  private mutating func readAll(
    _ bytes: Span<UInt8>, _ diagnostics: inout DiagnosticList
  ) throws(JSONScanner.Failure) {
    try scanner.expect("[", bytes)
    var round = 0
    if !scanner.skip("]", bytes) {
      repeat {
        if scanner.skip("[", bytes) {
          if !scanner.skip("]", bytes) {
            repeat {
              try readEntry(round: round, bytes, &diagnostics)
            } while try scanner.more(until: "]", bytes)
          }
        } else {
          try readEntry(round: nil, bytes, &diagnostics)
        }
        round += 1
      } while try scanner.more(until: "]", bytes)
    }
    if scanner.peek(bytes) != nil { throw scanner.unexpected("more stands after the end", bytes) }
  }

  /// What an object says; what it says wrongly is nil and reported.
  private struct Entry {
    var user: Int?
    var round: Int32?
    var isAlert: Bool?
    var score: Double?
    /// Where each key's value stands.
    var places: [Key: Int] = [:]
  }

  private enum Key { case nick, round, decision, score }

  private mutating func readEntry(
    round: Int?, _ bytes: Span<UInt8>, _ diagnostics: inout DiagnosticList
  ) throws(JSONScanner.Failure) {
    _ = scanner.peek(bytes)
    let start = scanner.position
    entryStart = start
    try scanner.expect("{", bytes)
    var entry = Entry()
    if !scanner.skip("}", bytes) {
      repeat {
        guard case .string(let from, let end, _) = try scanner.value(bytes) else {
          throw scanner.unexpected("a key in quotes is expected", bytes)
        }
        try scanner.expect(":", bytes)
        _ = scanner.peek(bytes)
        let place = scanner.position
        let value = try scanner.value(bytes)
        try scanner.ignore(value, bytes)
        guard let key = Self.key(bytes, from, end) else { continue }
        guard entry.places.updateValue(place, forKey: key) == nil else {
          report(
            .duplicateKey, place,
            "the object says twice what its round, user, decision or score is",
            hint: "`sequence` and `number` are the same", bytes, &diagnostics)
          continue
        }
        read(value, of: key, at: place, into: &entry, bytes, &diagnostics)
      } while try scanner.more(until: "}", bytes)
    }
    finish(entry, at: start, round: round, bytes, &diagnostics)
  }

  private mutating func finish(
    _ entry: Entry, at start: Int, round: Int?, _ bytes: Span<UInt8>,
    _ diagnostics: inout DiagnosticList
  ) {
    entries += 1
    if entry.places[.nick] == nil { namelessEntries += 1 }
    var missing: [String] = []
    if entry.places[.nick] == nil { missing.append("`nick`") }
    if entry.places[.decision] == nil { missing.append("`decision`") }
    if entry.places[.round] == nil, round == nil { missing.append("`sequence`") }
    if entry.places[.score] == nil {
      withoutScore += 1
      if hasScores { missing.append("`score`") }
    } else {
      if !hasScores, withoutScore > 0 {
        report(
          .missingColumn, start, "the \(withoutScore) objects before this one have no `score`",
          hint: "a score is given in every object or in none", bytes, &diagnostics)
      }
      hasScores = true
    }
    if !missing.isEmpty {
      report(
        .missingColumn, start, "object \(entries) has no \(missing.joined(separator: " and no "))",
        hint: "without rounds as arrays an object has nick, sequence, decision and score", bytes,
        &diagnostics)
    }
    let position = entry.places[.round] == nil ? round.map { Int32(clamping: $0) } : entry.round
    guard let user = entry.user,
      let fault = log.take(
        user: user, writings: position.map { $0 &+ 1 }, isAlert: entry.isAlert, score: entry.score,
        withinOwn: false)
    else { return }
    let place: Int? =
      switch fault.place {
      case .user: entry.places[.nick]
      case .writings: entry.places[.round]
      case .decision: entry.places[.decision]
      }
    report(fault.code, place ?? start, fault.message, hint: fault.hint, bytes, &diagnostics)
  }

  private static func key(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Key? {
    switch textIn(bytes, start, min(end, start + 16)) {
    case "nick": .nick
    case "sequence", "number": .round
    case "decision": .decision
    case "score": .score
    default: nil
    }
  }
}

extension DecisionJSON {
  private mutating func read(
    _ value: JSONScanner.Value, of key: Key, at place: Int, into entry: inout Entry,
    _ bytes: Span<UInt8>, _ diagnostics: inout DiagnosticList
  ) {
    switch key {
    case .nick: entry.user = user(value, at: place, bytes, &diagnostics)
    case .round:
      // The last round that a count of writings can follow.
      if case .number(let start, let end) = value, let round = wholeNumber(bytes, start, end),
        round < .max
      {
        entry.round = round
      } else {
        report(
          .badNumber, place, "the round is not a whole number", hint: "rounds count from 0", bytes,
          &diagnostics)
      }
    case .decision:
      if case .number(let start, let end) = value, end - start == 1, bytes[start] & 0xFE == 0x30 {
        entry.isAlert = bytes[start] == UInt8(ascii: "1")
      } else {
        report(
          .badDecision, place, "the decision is neither 0 nor 1", hint: "1 alerts, 0 waits", bytes,
          &diagnostics)
      }
    case .score:
      var result = Decimal.Result.malformed
      if case .number(let start, let end) = value { result = Decimal.parse(bytes, start, end) }
      if case .notFinite = value { result = .notFinite }
      switch result {
      case .number(let score): entry.score = score
      case .malformed:
        report(
          .badNumber, place, "the score is not a number", hint: "write it without quotes", bytes,
          &diagnostics)
      case .notFinite:
        report(
          .notFinite, place, "the score is not finite", hint: "every object needs a finite score",
          bytes, &diagnostics)
      }
    }
  }

  private mutating func user(
    _ value: JSONScanner.Value, at place: Int, _ bytes: Span<UInt8>,
    _ diagnostics: inout DiagnosticList
  ) -> Int? {
    guard case .string(let start, let end, let hasEscapes) = value else {
      namelessEntries += 1
      report(
        .wrongType, place, "the nick is not a text", hint: "write it in quotes", bytes, &diagnostics
      )
      return nil
    }
    var known: Int?
    var text: [UInt8] = []
    if hasEscapes {
      guard let unescaped = JSONScanner.unescaped(bytes, start, end) else {
        namelessEntries += 1
        report(
          .badEncoding, place, "the nick has half a character", hint: "write \\u escapes in pairs",
          bytes, &diagnostics)
        return nil
      }
      text = unescaped
      known = log.universe.users.position(of: text.span, 0, text.count)
    } else {
      known = log.universe.users.position(of: bytes, start, end)
    }
    if known == nil {
      let shown =
        hasEscapes ? Diagnostic.quoted(text) : Diagnostic.quoted(textIn(bytes, start, end))
      report(
        .unknownItem, place, "user \(shown) is not a user of this split",
        hint: TableRow.unknownUserHint, bytes, &diagnostics)
    }
    return known
  }

  private mutating func report(
    _ code: DiagnosticCode, _ position: Int, _ message: String, hint: String?,
    _ bytes: Span<UInt8>, _ diagnostics: inout DiagnosticList
  ) {
    // Problems of one object are not found in the order of the text; objects are.
    places.advance(to: min(entryStart, position), in: bytes)
    var place = places
    place.advance(to: position, in: bytes)
    diagnostics.report(
      code, file: file, line: place.line, column: place.column, message, hint: hint)
  }
}
