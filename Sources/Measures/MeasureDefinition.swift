/// What a measure is: everything that help, validation, documentation and tests say of it.
///
/// A measure is data. Each lives in a file of its own under `Ranking`, `Timed`, `Classification`,
/// `Prioritization`, `Triage`, `EarlyDetection` or `Fairness` as a static constant of this type, and is listed in
/// ``MeasureCatalog``.
public struct MeasureDefinition: Sendable {
  /// The canonical base name, as in `nDCG`.
  public let name: String
  /// One line that says what it tells.
  public let summary: String
  /// The formula, in text.
  public let formula: String
  /// Who defined it, and where.
  public let source: String
  /// The least and the greatest value it can take.
  public let range: ClosedRange<Double>
  public let direction: Direction
  public let needs: Set<MeasureNeed>
  public let parameters: [MeasureParameter]
  public let cutoff: CutoffRule
  /// When it has no value.
  public let undefined: String
  /// Other spellings; trec_eval's with a cutoff end in `.` or `_` and are followed by a number.
  public let aliases: [MeasureAlias]
  public let examples: [MeasureExample]
  /// Whether scores are read as probabilities, and so must be between 0 and 1.
  package let readsProbabilities: Bool
  /// Whether, with those arguments, the value of a list of items is the mean of the values that each
  /// has alone, so that tests can be made of the items' values.
  package let isMeanOfItems: @Sendable (MeasureArguments) -> Bool
  /// Whether resamples lie to one side of the value, so that a bootstrap says nothing of it: items
  /// that are drawn twice are less calibrated together than apart.
  package let isBiasedOnResamples: Bool
  /// The file of the repository that defines it.
  public let sourceFile: String
  package let kernel: Kernel

  /// Whether the cutoff may be a time, as in `@600s`.
  public var takesTimes: Bool {
    if case .list(let kernel) = kernel { kernel.makeUntil != nil } else { false }
  }

  /// Whether it goes by the time that items take, with any cutoff.
  package var needsTimes: Bool {
    if case .list(let kernel) = kernel { kernel.needsTimes } else { false }
  }

  /// Whether values are seconds.
  public var isTime: Bool {
    if case .list(let kernel) = kernel { kernel.aggregate == .meanOfTimes } else { false }
  }

  package init(
    _ name: String, summary: String, formula: String, source: String,
    range: ClosedRange<Double> = 0...1, direction: Direction = .higherIsBetter,
    needs: Set<MeasureNeed>, parameters: [MeasureParameter] = [], cutoff: CutoffRule = .none,
    undefined: String, aliases: [MeasureAlias] = [], examples: [MeasureExample],
    readsProbabilities: Bool = false,
    isMeanOfItems: @escaping @Sendable (MeasureArguments) -> Bool = { _ in false },
    isBiasedOnResamples: Bool = false, sourceFile: String = #filePath, kernel: Kernel
  ) {
    self.name = name
    self.summary = summary
    self.formula = formula
    self.source = source
    self.range = range
    self.direction = direction
    self.needs = needs
    self.parameters = parameters
    self.cutoff = cutoff
    self.undefined = undefined
    self.aliases = aliases
    self.examples = examples
    self.readsProbabilities = readsProbabilities
    self.isMeanOfItems = isMeanOfItems
    self.isBiasedOnResamples = isBiasedOnResamples
    self.sourceFile = Self.inRepository(sourceFile)
    self.kernel = kernel
  }

  /// The part of a path from `Sources` on: where the package was built is nobody's business.
  private static func inRepository(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.lastIndex(of: "Sources").map { parts[$0...].joined(separator: "/") } ?? "Sources"
  }

  /// Which way is better.
  public enum Direction: String, Sendable {
    case higherIsBetter = "higher is better"
    case lowerIsBetter = "lower is better"
    /// A count or a description: neither more nor less is better by itself.
    case neither = "neither direction is better"
  }

  /// What may follow `@` in the name.
  public enum CutoffRule: Sendable, Hashable {
    case none
    case optionalRank
    case requiredRank
    /// A number of things other than ranks, as writings: 1 or more.
    case requiredCount
    /// A recall level between 0 and 1.
    case level
  }
}

/// A parameter of a measure: its name, what it may be, and what it is when it is not given.
public struct MeasureParameter: Sendable, Hashable {
  public enum Domain: Sendable, Hashable {
    /// A number within bounds.
    case number(ClosedRange<Double>)
    /// A whole number within bounds.
    case count(ClosedRange<Int>)
    /// One of some words.
    case choice([String])
    /// A label or grouping of the task, or one of some words (`macro`).
    case label(or: [String])
    /// A stage of the task.
    case stage
    /// A group of people, as groups.tsv names it.
    case group
  }

  public let name: String
  public let domain: Domain
  /// The default as it would be written; nil where the measure then behaves as `meaning` says.
  public let defaultText: String?
  public let meaning: String
  /// Whether the value may be written without `name=`, as in `F1(macro)`.
  public let isPositional: Bool
  /// Whether names show it where it is the default: what people leave unsaid and do differently.
  package let isAlwaysShown: Bool

  package init(
    _ name: String, _ domain: Domain, default defaultText: String? = nil, positional: Bool = false,
    isAlwaysShown: Bool = false, _ meaning: String
  ) {
    self.name = name
    self.domain = domain
    self.defaultText = defaultText
    self.isPositional = positional
    self.isAlwaysShown = isAlwaysShown
    self.meaning = meaning
  }

  /// `rel=`: the least grade that counts as relevant.
  package static let relevance = MeasureParameter(
    "rel", .number(0...1e9),
    "the least grade that counts as relevant; without it the task's positive labels, else 1")
}

/// Another spelling of a measure: `map` for `AP`, `ndcg_cut.` for `nDCG@`.
public struct MeasureAlias: Sendable, Hashable {
  /// The text, up to where a cutoff would follow.
  public let spelling: String
  /// Parameters that the spelling stands for, as in `gain=exp2`.
  public let parameters: [String: String]
  /// Whether a cutoff must follow, after `.` or `_`.
  public let takesCutoff: Bool

  package init(_ spelling: String, _ parameters: [String: String] = [:], takesCutoff: Bool = false)
  {
    self.spelling = spelling
    self.parameters = parameters
    self.takesCutoff = takesCutoff
  }
}
