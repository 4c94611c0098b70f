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

  @Flag(
    help:
      "Draw recall against minutes; of a triage the flow of items, or with --capacity the capacities."
  )
  var plot = false

  /// Refuses tasks that have nothing to draw.
  func check(_ task: SharedTask) throws {
    guard plot, task.definition.kind == .earlyDetection else { return }
    throw UsageError(problems: [
      "task \(task.definition.id) is of kind early-detection, where writings come one by one and no "
        + "reviewer's clock goes; --plot draws what is found by when in lists, or the stages of a "
        + "triage"
    ])
  }

  /// Refuses formats that have no place for a picture.
  func check(_ format: OutputFormat) throws {
    guard plot, format != .table, format != .json else { return }
    throw UsageError(problems: [
      "--plot draws beneath a table, and --format json has the points; --format "
        + "\(format.rawValue) has no place for either"
    ])
  }

  private static func capacities(_ text: String) throws -> CapacityRange {
    do throws(CapacityRange.Problem) {
      return try CapacityRange(parsing: text)
    } catch {
      throw ValidationError(
        "\(text.printable) is no range of capacities: it \(error.description.printable); write "
          + "20..200, 20..200:10 or 20,50,100, with STAGE= in front or without")
    }
  }
}
