internal import Measures

/// The decisions on all users as they come in, row by row, and what is wrong with their order.
///
/// The rules are the same for tables and for JSON: what a user has seen grows, the first alert is
/// final.
struct DecisionLog {
  /// Something wrong with a row that is well written in itself.
  struct Fault {
    enum Place { case user, writings, decision }

    let code: DiagnosticCode
    let place: Place
    let message: String
    let hint: String?
  }

  let universe: UserUniverse
  /// Writings seen when each user was alerted; 0 where that has not happened.
  private(set) var delays: [Int32]
  private(set) var history = ScoreHistory()
  /// Users in the order of their first rows.
  private(set) var order: [Int32] = []
  /// Writings of the last row of each user; 0 where there is none.
  private var latest: [Int32]
  private var answered: [Bool]
  private var warned: [Bool]

  init(_ universe: UserUniverse) {
    self.universe = universe
    delays = Array(repeating: 0, count: universe.count)
    latest = delays
    answered = Array(repeating: false, count: universe.count)
    warned = answered
  }

  /// Which users have a row.
  var hasRow: [Bool] { answered }

  var isEmpty: Bool { order.isEmpty }

  mutating func reserve(factor: Double) { history.reserve(factor: factor) }

  /// Takes a row; what could not be read of it is nil.
  ///
  /// - Parameter withinOwn: whether there may be no decision beyond the user's last writing.
  mutating func take(
    user: Int, writings: Int32?, isAlert: Bool?, score: Double?, withinOwn: Bool
  ) -> Fault? {
    if !answered[user] {
      answered[user] = true
      order.append(Int32(clamping: user))
    }
    guard let writings else { return nil }
    if withinOwn, let own = universe.writings?[user], writings > own {
      return Fault(
        code: .outOfRange, place: .writings,
        message: "user \(name(user)) has fewer than \(counted(writings))",
        hint: "writings counts those of this user that were seen so far")
    }
    guard writings > latest[user] else {
      return writings == latest[user]
        ? Fault(
          code: .duplicateItem, place: .user,
          message: "user \(name(user)) has two rows after \(counted(writings))",
          hint: "keep one row for a user and a number of writings")
        : Fault(
          code: .writingsOutOfOrder, place: .writings,
          message: "user \(name(user)) had \(counted(latest[user])) before this row",
          hint: "the rows of a user are in the order in which the writings were seen")
    }
    latest[user] = writings
    if let score { history.append(user: user, writings: Int(writings), score: score) }
    guard let isAlert else { return nil }
    if isAlert {
      if delays[user] == 0 { delays[user] = writings }
    } else if delays[user] > 0, !warned[user] {
      warned[user] = true
      return Fault(
        code: .lateDecision, place: .decision,
        message: "user \(name(user)) was alerted after \(counted(delays[user])), and a later 0 is "
          + "ignored", hint: nil)
    }
    return nil
  }

  private func counted(_ writings: Int32) -> String {
    writings == 1 ? "1 writing" : "\(writings) writings"
  }

  private func name(_ user: Int) -> String { Diagnostic.quoted(universe.users.text(user)) }
}
