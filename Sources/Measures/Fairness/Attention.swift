internal import ExactMath

/// How much attention a place in a list gets: the weight of a rank, or of the moment at which a
/// reviewer gets there.
struct Attention: Sendable {
  private enum Form: Sendable {
    case rank(Discount)
    /// patience^(rank − 1): rank-biased precision's reader (Moffat and Zobel, TOIS 27(1), 2008).
    case geometric(patience: Double)
    /// 2^(−seconds/half-life): time-biased gain's reader (Smucker and Clarke, SIGIR 2012); nil where
    /// the half-life is that of the task.
    case time(halfLife: Double?)
  }

  private let form: Form
  /// How likely a reader goes on where nobody says it.
  fileprivate static let patience = 0.8
  /// Ranks beyond it get no attention.
  let cutoff: Int?

  /// Throws ``MeasureNameError`` where a rank is to cut off a list whose weights go by time, and for
  /// the parameter of another discount than the one that is asked for.
  init(_ arguments: MeasureArguments) throws {
    cutoff = arguments.rank
    for (name, discount) in [("patience", "geometric"), ("halflife", "time")]
    where arguments.number(name) != nil && arguments.text("discount") != discount {
      throw MeasureNameError(
        "`\(name)` is a parameter of discount=\(discount) and would change nothing",
        hint: "leave it out, or write discount=\(discount)")
    }
    switch arguments.text("discount") {
    case "trec": form = .rank(Discount(.jarvelinKekalainen))
    case "geometric": form = .geometric(patience: arguments.number("patience") ?? Self.patience)
    case "time":
      form = .time(halfLife: arguments.number("halflife"))
      guard cutoff == nil else {
        throw MeasureNameError(
          "a rank cannot cut off attention that fades with time",
          hint: "leave out what follows @, or write discount=log2")
      }
    default: form = .rank(Discount(.log2))
    }
  }

  /// The half-life where weights go by time and not by rank.
  func halfLife(_ clock: Assessment.Clock) -> Double? {
    guard case .time(let halfLife) = form else { return nil }
    return halfLife ?? clock.model.halfLife
  }

  /// Whether weights go by time.
  var goesByTime: Bool { if case .time = form { true } else { false } }

  /// The sum of the weights of `ranks` consecutive ranks below `above` items; 0 by time.
  func sum(above: Int, ranks: Int) -> Double {
    let ranks = cutoff.map { max(0, min(ranks, $0 - above)) } ?? ranks
    guard ranks > 0 else { return 0 }
    switch form {
    case .rank(let discount): return discount.sum(above: above, ranks: ranks)
    case .geometric(let patience):
      let first = Exact.pow(patience, Double(above))
      return ranks == 1
        ? first : first * (1 - Exact.pow(patience, Double(ranks))) / (1 - patience)
    case .time: return 0
    }
  }
}

extension MeasureParameter {
  /// `discount=`, `patience=` and, where weights may go by time, `halflife=`.
  static func attention(byTime: Bool = true) -> [MeasureParameter] {
    let words = ["log2", "trec", "geometric"] + (byTime ? ["time"] : [])
    var parameters = [
      MeasureParameter(
        "discount", .choice(words), default: "log2", isAlwaysShown: true,
        "what a rank weighs: 1/log2(rank + 1); 1/log2(max(rank, 2)), as TREC has it; "
          + "patience^(rank − 1)" + (byTime ? "; or 2^(−seconds/halflife)" : "")),
      MeasureParameter(
        "patience", .number(0.001...0.999),
        "how likely a reader goes on to the next rank, with discount=geometric; without it "
          + "\(Attention.patience)"),
    ]
    if byTime {
      parameters.append(
        MeasureParameter(
          "halflife", .number(1e-3...1e9),
          "after so many seconds attention is worth half, with discount=time; without it that of "
            + "the task's time model"))
    }
    return parameters
  }
}
