import ArgumentParser
import Reporting
import Scoring
import SharedTasks

/// By which groups a submission is scored.
struct GroupOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Score each group of an attribute of groups.tsv as well; sex,age crosses two. May be given "
        + "several times.", valueName: "attributes"),
    transform: Self.attributes)
  var by: [[String]] = []

  @Option(
    help: ArgumentHelp(
      "Compare groups only with those that have the same value of this attribute.",
      valueName: "attribute"))
  var given: String?

  func validate() throws {
    guard let given else { return }
    guard !by.isEmpty else {
      throw ValidationError("--given holds an attribute fixed for --by; add --by with another one")
    }
    guard !by.joined().contains(given) else {
      throw ValidationError(
        "groups of \(given.printable) all differ in it, so it cannot be held fixed; give --by and "
          + "--given different attributes")
    }
  }

  /// Refuses formats that have no place for groups.
  func check(_ format: OutputFormat) throws {
    guard !by.isEmpty, format == .trecEval else { return }
    throw UsageError(problems: [
      "--format trec_eval has no place for groups; take table, json, csv, markdown or latex"
    ])
  }

  /// Refuses values of single units beside groups where small ones are withheld: they tell of everybody
  /// what the table keeps back.
  func checkWithUnits(_ task: SharedTask) throws {
    let threshold = task.definition.fairness.suppressBelow
    guard !by.isEmpty, threshold > 0 else { return }
    throw UsageError(problems: [
      "task \(task.definition.id) withholds what fewer than \(threshold) units are behind "
        + "(suppress-below), and --per-unit and --plot tell of single ones; leave them out, or --by"
    ])
  }

  /// What is asked of the groups of a task; nil where nothing is.
  func question(
    of task: SharedTask, _ gold: Gold, _ intervals: IntervalOptions?,
    _ diagnostics: inout DiagnosticList
  ) throws -> GroupQuestion? {
    guard !by.isEmpty else { return nil }
    var tables: [[String]] = []
    for table in by where !tables.contains(table) { tables.append(table) }
    return try GroupQuestion(
      try task.attributeTable(&diagnostics), of: gold,
      GroupRequest(
        tables: tables, given: given, fairness: task.definition.fairness, intervals: intervals))
  }

  private static func attributes(_ text: String) throws -> [String] {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard names.allSatisfy({ !$0.isEmpty }), Set(names).count == names.count else {
      throw ValidationError(
        "--by \(text.printable) names no groups; write --by sex, or --by sex,age for both at once")
    }
    return names
  }
}
