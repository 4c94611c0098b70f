/// Which labels a measure tells apart.
package enum LabelScope: Sendable, Hashable {
  /// It looks at no labels.
  case none
  /// The positive ones from the others, which is what a decision says.
  case positive
  /// Those that a label, a grouping or an average over labels stands for.
  case named(String)
  /// Each from each.
  case all
}

extension Measure {
  /// Which labels the measure tells apart.
  package var labelScope: LabelScope {
    switch definition.kernel {
    case .confusion: break
    case .groups(let kernel) where kernel.subject == .decisions: break
    default: return .none
    }
    let takesLabel = definition.parameters.contains { parameter in
      if case .label = parameter.domain { true } else { false }
    }
    guard takesLabel else { return .all }
    return arguments.text("label").map { .named($0) } ?? .positive
  }
}
