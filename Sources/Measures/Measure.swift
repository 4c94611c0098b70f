/// A measure that can be asked for: a definition together with its arguments.
public struct Measure: Sendable, Hashable, CustomStringConvertible {
  public let definition: MeasureDefinition
  /// The canonical spelling, without arguments that are the default.
  public let name: MeasureName
  package let arguments: MeasureArguments

  /// Whether the value of a list of items is the mean of the values that each has alone.
  package var isMeanOfItems: Bool { definition.isMeanOfItems(arguments) }

  /// Finds the measure that `text` names and checks its arguments.
  ///
  /// Accepts trec_eval's and ir_measures' spellings. Throws ``MeasureNameError`` with what to write
  /// instead.
  public init(_ text: String) throws(MeasureNameError) {
    self = try MeasureCatalog.measure(named: text)
  }

  /// The same among the measures of one kind of task, where a name stands for several.
  package init(_ text: String, among preferred: [MeasureDefinition]) throws(MeasureNameError) {
    self = try MeasureCatalog.measure(named: text, preferring: preferred)
  }

  package init(definition: MeasureDefinition, written: MeasureName) throws(MeasureNameError) {
    self.definition = definition
    var values: [String: String] = [:]
    for argument in written.arguments {
      let parameter = try Self.parameter(for: argument, of: definition, in: written)
      let value = try Self.checked(argument.value, for: parameter, in: written)
      guard values.updateValue(value, forKey: parameter.name) == nil else {
        throw MeasureNameError(
          "`\(written)` gives `\(parameter.name)` twice", hint: "give it once")
      }
    }
    let cutoff = try Self.cutoff(of: written, for: definition)

    let shown = definition.allParameters.compactMap { parameter -> MeasureName.Argument? in
      let given = values[parameter.name]
      guard let value = parameter.isAlwaysShown ? given ?? parameter.defaultText : given,
        parameter.isAlwaysShown || value != parameter.defaultText
      else { return nil }
      return .init(name: parameter.isPositional ? "" : parameter.name, value: value)
    }
    name = MeasureName(
      prefix: written.prefix, base: definition.name, arguments: shown, cutoff: written.cutoff)
    for parameter in definition.parameters where values[parameter.name] == nil {
      values[parameter.name] = parameter.defaultText
    }
    arguments = MeasureArguments(
      values: values, rank: cutoff.rank, level: cutoff.level, seconds: cutoff.seconds)
  }

  public var description: String { name.description }

  public static func == (a: Measure, b: Measure) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  private static func parameter(
    for argument: MeasureName.Argument, of definition: MeasureDefinition, in name: MeasureName
  ) throws(MeasureNameError) -> MeasureParameter {
    if argument.name.isEmpty, let parameter = definition.parameters.first(where: \.isPositional) {
      return parameter
    }
    if let parameter = definition.allParameters.first(where: { $0.name == argument.name }) {
      return parameter
    }
    let known = definition.allParameters.map(\.name)
    throw MeasureNameError(
      argument.name.isEmpty
        ? "`\(name)`: the parameter `\(argument.value)` needs a name"
        : "`\(name)`: \(definition.name) has no parameter `\(argument.name)`",
      hint: known.isEmpty
        ? "\(definition.name) takes no parameters"
        : "its parameters are \(known.joined(separator: ", "))")
  }

  private static func checked(
    _ value: String, for parameter: MeasureParameter, in name: MeasureName
  ) throws(MeasureNameError) -> String {
    func refuse(_ allowed: String) -> MeasureNameError {
      let spelling = ExactDecimal.limit(brokenBy: value).map { ", \($0)" } ?? ""
      return MeasureNameError(
        "`\(name)`: \(parameter.name) cannot be `\(value)`", hint: "it is \(allowed)\(spelling)")
    }
    switch parameter.domain {
    case .number(let range):
      guard let number = ExactDecimal(value), range.contains(number.double) else {
        throw refuse(parameter.domain.words)
      }
      return number.description
    case .count(let range):
      guard let number = ExactDecimal(value), let whole = number.whole, range.contains(whole) else {
        throw refuse(parameter.domain.words)
      }
      return number.description
    case .choice(let words):
      guard words.contains(value) else { throw refuse("one of \(words.joined(separator: ", "))") }
      return value
    case .label, .stage, .group: return value
    }
  }

  private static func cutoff(
    of name: MeasureName, for definition: MeasureDefinition
  ) throws(MeasureNameError) -> (rank: Int?, level: ExactDecimal?, seconds: ExactDecimal?) {
    guard let cutoff = name.cutoff else {
      if definition.cutoff == .requiredRank {
        throw MeasureNameError("`\(name)` needs a cutoff", hint: "write `\(name)@10`")
      }
      if definition.cutoff == .requiredCount {
        throw MeasureNameError("`\(name)` needs a count", hint: "write `\(name)@5`")
      }
      if definition.cutoff == .level {
        throw MeasureNameError("`\(name)` needs a recall level", hint: "write `\(name)@0.5`")
      }
      return (nil, nil, nil)
    }
    if cutoff.unit == .seconds {
      guard definition.takesTimes else {
        throw MeasureNameError(
          "`\(name)`: \(definition.name) takes no time",
          hint: definition.cutoff == .level
            ? "write a recall level, as in `\(definition.name)@0.5`"
            : "write it without `@\(cutoff)`")
      }
      guard cutoff.value.double > 0 else {
        throw MeasureNameError(
          "`\(name)`: a time is more than 0 seconds", hint: "write `\(definition.name)@600s`")
      }
      return (nil, nil, cutoff.value)
    }
    switch definition.cutoff {
    case .none:
      throw MeasureNameError(
        "`\(name)`: \(definition.name) takes no cutoff", hint: "write it without `@\(cutoff)`")
    case .level:
      guard (0...1).contains(cutoff.value.double) else {
        throw MeasureNameError(
          "`\(name)`: a recall level is between 0 and 1", hint: "write `\(definition.name)@0.5`")
      }
      return (nil, cutoff.value, nil)
    case .requiredCount:
      guard let count = cutoff.value.whole, count > 0 else {
        throw MeasureNameError(
          "`\(name)`: what follows @ is a count, 1 or more", hint: "write `\(definition.name)@5`")
      }
      return (count, nil, nil)
    case .optionalRank, .requiredRank:
      guard let rank = cutoff.value.whole, rank > 0 else {
        throw MeasureNameError(
          "`\(name)`: a cutoff is a rank, 1 or more", hint: "write `\(definition.name)@10`")
      }
      return (rank, nil, nil)
    }
  }
}
