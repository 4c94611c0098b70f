import ArgumentParser
import Reporting
import Scoring
import SharedTasks

/// What is asked of the stages of a triage beside its measures.
struct StageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Triage: try other capacities of a stage, as in 20..200:10; STAGE= names another than the last.",
      valueName: "range"),
    transform: Self.capacities)
  var capacity: CapacityRange?

  @Flag(help: "Triage: draw the flow of items, or with --capacity the capacities.")
  var plot = false

  /// Refuses tasks that have nothing to draw.
  func check(_ task: SharedTask) throws {
    guard plot, task.definition.kind != .triage else { return }
    throw UsageError(problems: [
      "task \(task.definition.id) is of kind \(task.definition.kind.rawValue), and --plot draws "
        + "the stages of a triage"
    ])
  }

  private static func capacities(_ text: String) throws -> CapacityRange {
    guard let range = CapacityRange(text) else {
      throw ValidationError(
        "\(text.printable) is no range of capacities; write 20..200, 20..200:10 or 20,50,100, with "
          + "STAGE= in front or without, at most \(CapacityRange.mostCapacities) capacities")
    }
    return range
  }
}
