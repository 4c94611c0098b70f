import Measures
import Reporting
import Scoring
import SharedTasks

/// Measures as they stand on the command line.
///
/// PPV, P, FPR and NetBenefit each stand for several measures, and the kind of the task says which
/// one is meant: it is known once the first file was looked at.
struct MeasureList {
  private let names: [String]

  /// Throws for all names at once with which something is wrong whatever the kind is.
  init(_ names: [String]) throws {
    self.names = names
    _ = try Self.parse(names.filter { !MeasureCatalog.isShared($0) })
  }

  /// The measures that the names stand for in a task of this kind; nil where there are no names.
  func measures(of kind: TaskDefinition.Kind) throws -> [Measure]? {
    names.isEmpty ? nil : try Self.parse(names, of: kind)
  }

  /// Reads measures of one kind of task, or of any, and says of all names what is wrong with them.
  static func parse(_ names: [String], of kind: TaskDefinition.Kind? = nil) throws -> [Measure] {
    var measures: [Measure] = []
    var problems: [MeasureNameError] = []
    for name in names {
      do throws(MeasureNameError) {
        let measure = if let kind { try kind.measure(name) } else { try Measure(name) }
        if !measures.contains(measure) { measures.append(measure) }
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else {
      throw UsageError(problems: problems.map(\.description.printable))
    }
    return measures
  }
}
