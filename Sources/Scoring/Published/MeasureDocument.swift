package import Measures
internal import SharedTasks

/// What the catalogue says of a measure, as it is published: `cltask.measure/1`.
public struct MeasureDocument: Codable, Sendable, Equatable {
  public var schema = "cltask.measure/1"
  public var name: String
  /// What may follow the name after `@`: `none`, `optional-rank`, `required-rank`, `required-count`
  /// or `level`.
  public var cutoff: String
  public var summary: String
  public var formula: String
  public var source: String
  /// Nil where there is no least or greatest value.
  public var minimum: Double?
  public var maximum: Double?
  public var direction: String
  /// The kinds of task that can have the measure.
  public var kinds: [String]
  public var needs: [String]
  public var undefined: String
  public var parameters: [Parameter]
  public var aliases: [String]
  public var file: String

  public struct Parameter: Codable, Sendable, Equatable {
    public var name: String
    public var meaning: String
    public var `default`: String?
  }

  package init(_ definition: MeasureDefinition) {
    name = definition.name
    cutoff =
      switch definition.cutoff {
      case .none: "none"
      case .optionalRank: "optional-rank"
      case .requiredRank: "required-rank"
      case .requiredCount: "required-count"
      case .level: "level"
      }
    summary = definition.summary
    formula = definition.formula
    source = definition.source
    minimum = definition.range.lowerBound.isFinite ? definition.range.lowerBound : nil
    maximum = definition.range.upperBound.isFinite ? definition.range.upperBound : nil
    direction = definition.direction.rawValue
    kinds = definition.kinds.map(\.rawValue)
    needs = definition.needs.map(\.rawValue).sorted()
    undefined = definition.undefined
    parameters = definition.allParameters.map {
      Parameter(name: $0.name, meaning: $0.meaning, default: $0.defaultText)
    }
    aliases = definition.aliases.map { $0.takesCutoff ? "\($0.spelling).K" : $0.spelling }
    file = definition.sourceFile
  }
}
