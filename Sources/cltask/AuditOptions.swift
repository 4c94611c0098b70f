import ArgumentParser
import Scoring

/// What is asked of an audit.
struct AuditOptions: ParsableArguments {
  @Option(
    help: "A column of groups.tsv; without it those that task.yaml names, or all. May be repeated.")
  var attribute: [String] = []

  @Option(help: "How many attributes are combined, 1 to \(AuditRequest.deepest).")
  var depth = 2

  @Option(help: "What may differ between subgroups.")
  var outcome = AuditOutcome.falsePositiveRate

  @Option(
    help: ArgumentHelp(
      "Leave out subgroups with fewer of those that the outcome is of; without it the task's "
        + "minimum-size.", valueName: "number"))
  var minimum: Int?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Permutations; 0 for none.", valueName: "count"))
  var replicates = IntervalOptions.defaultReplicates

  @Option(help: ArgumentHelp("Of all that is drawn at random.", valueName: "number"))
  var seed = IntervalOptions.defaultSeed

  func validate() throws {
    guard (1...AuditRequest.deepest).contains(depth) else {
      throw ValidationError("--depth is from 1 to \(AuditRequest.deepest)")
    }
    guard (minimum ?? 1) >= 1 else { throw ValidationError("--minimum is 1 or more") }
    guard (0...IntervalOptions.mostReplicates).contains(replicates) else {
      throw ValidationError("--replicates is a number from 0 to \(IntervalOptions.mostReplicates)")
    }
  }

  func request(threads: Int) -> AuditRequest {
    var request = AuditRequest()
    request.outcome = outcome
    request.attributes = attribute
    request.depth = depth
    request.minimum = minimum
    request.replicates = replicates
    request.seed = seed
    request.threads = threads
    return request
  }
}

extension AuditOutcome: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}
