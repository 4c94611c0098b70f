package import SharedTasks

extension SharedTask {
  /// The attributes of the units of a gold, as groups.tsv has them: those that task.yaml names, or
  /// all where it names none. Of a ranking the units are the items of the gold.
  ///
  /// Throws ``SharedTasksError`` with everything that is wrong with the table, and
  /// ``GroupError/noTable(task:path:)`` where there is none.
  package func groups(of gold: Gold, _ diagnostics: inout DiagnosticList) throws -> Groups {
    try attributeTable(&diagnostics).groups(of: gold)
  }

  /// groups.tsv as it was read; warnings are added to `diagnostics`.
  package func attributeTable(_ diagnostics: inout DiagnosticList) throws -> AttributeTable {
    guard let path = folder.groupsPath else {
      throw GroupError.noTable(task: definition.id, path: folder.path + "/groups.tsv")
    }
    var found = DiagnosticList()
    let table = try AttributeTable.read(
      path, unit: AttributeTable.Unit(definition.kind),
      attributes: definition.fairness.attributes.map(\.text), &found)
    guard !found.hasErrors else { throw SharedTasksError.invalid(found) }
    diagnostics.append(contentsOf: found)
    return table
  }
}

extension AttributeTable {
  /// The attributes of the units of a gold; of a ranking these are its items.
  package func groups(of gold: Gold) -> Groups {
    switch gold {
    case .ranking(let gold): groups(of: gold)
    case .assessment(let gold), .triage(let gold): groups(of: gold.universe.items)
    case .prioritization(let gold): groups(of: gold.people)
    case .earlyDetection(let gold): groups(of: gold.universe.users)
    }
  }
}

extension Groups {
  /// The attributes of these names, in their order.
  ///
  /// Throws ``GroupError`` for one that is not there.
  func attributes(named names: [String]) throws(GroupError) -> [Attribute] {
    var found: [Attribute] = []
    for name in names {
      guard let attribute = self[name] else {
        throw .unknownAttribute(name, known: attributes.map(\.name))
      }
      found.append(attribute)
    }
    return found
  }

  /// That some units are not in the table; nil where all are.
  var noteOnUnitsWithoutRow: String? {
    unitsWithoutRow == 0
      ? nil
      : "\(unitsWithoutRow) of \(units) units have no row in groups.tsv; all of their values are "
        + Groups.missing
  }
}

/// What stops a report by groups.
package enum GroupError: StoppingError {
  case noTable(task: String, path: String)
  case unknownAttribute(String, known: [String])
  case tooManyGroups([String], most: Int)
  case tooManyToWithhold(Int, most: Int, profiles: Int)

  package var exitCode: Int32 {
    switch self {
    case .unknownAttribute: 64
    case .tooManyGroups, .tooManyToWithhold: 65
    case .noTable: 66
    }
  }

  package var description: String {
    switch self {
    case .noTable(let task, let path):
      "task \(task) has no groups.tsv at \(PrintableText.escaped(path, limit: 4_096)), which says "
        + "who belongs to which group; it has a column `item` or `user` and one an attribute"
    case .tooManyGroups(let attributes, let most):
      "\(attributes.map { PrintableText.escaped($0, limit: 60) }.joined(separator: ", ")) together have "
        + "more than \(most) groups, or units are in too many of them; cross fewer attributes, or give "
        + "them fewer values"
    case .tooManyToWithhold(let count, let most, let profiles):
      "the tables have \(count) groups together; where small ones are withheld (suppress-below) it is "
        + "found out what could be computed from up to \(most) groups that tell up to \(profiles) kinds "
        + "of units apart; ask for fewer tables at once, or cross fewer attributes"
    case .unknownAttribute(let name, let known):
      "there is no attribute \(Diagnostic.quoted(name)) in groups.tsv; the attributes are "
        + known.map { PrintableText.escaped($0, limit: 60) }.joined(separator: ", ")
    }
  }
}
