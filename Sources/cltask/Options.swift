import ArgumentParser
import Measures
import Reporting
import Scoring
import SharedTasks

/// Where the task and its gold are.
struct TaskOptions: ParsableArguments {
  @Option(
    help: "The task; without it the submission's `# task:` line, its place, or the only task.")
  var task: String?

  @Option(help: "The split; without it the last one of the task.")
  var split: String?

  @Option(
    help: ArgumentHelp(
      "The workspace; without it the nearest folder that holds tasks/.", valueName: "dir"))
  var workspace: String?

  @Option(help: ArgumentHelp("Where the gold is, if not in the task's folder.", valueName: "dir"))
  var gold: String?

  func openWorkspace() throws -> Workspace {
    try workspace.map { try Workspace(at: $0) } ?? Workspace.enclosing()
  }

  /// Opens a submission and finds its task, and where the submission stands in the workspace.
  func open(
    _ file: String, in workspace: Workspace, _ options: ReadingOptions,
    _ diagnostics: inout DiagnosticList
  ) throws -> (input: InputFile, task: SharedTask, place: SubmissionPlace?) {
    let input = try InputFile(argument: file, maximumBytes: options.maximumBytes)
    let metadata = try SubmissionMetadata.peek(input)
    checkTask(of: file, metadata, &diagnostics)
    let path = file == "-" ? nil : file
    let folder = try workspace.task(option: task, metadata: metadata["task"], file: path)
    return (input, try SharedTask(folder), path.flatMap { workspace.submission(at: $0) })
  }

  /// Warns of a submission that says it is for another task than `--task`.
  private func checkTask(
    of file: String, _ metadata: [String: String], _ diagnostics: inout DiagnosticList
  ) {
    guard let task, let written = metadata["task"], task != written else { return }
    diagnostics.report(
      .taskMismatch, file: file, severity: .warning,
      "the file says that it is for task \(Diagnostic.quoted(written))",
      hint: "it is scored for \(task), as --task says")
  }
}

/// How much of the machine may be used.
struct ReadingLimits: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "How many cores to use; without it all. Results do not depend on it.")
  var threads: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Refuse input longer than this.", valueName: "bytes"))
  var maxBytes: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads is 1 or more") }
    if let maxBytes, maxBytes < 1 { throw ValidationError("--max-bytes is 1 or more") }
  }

  func options(digesting: Bool = true) -> ReadingOptions {
    var options = ReadingOptions(threads: threads ?? Terminal.cores, digesting: digesting)
    if let maxBytes { options.maximumBytes = maxBytes }
    return options
  }
}

extension OutputFormat: ExpressibleByArgument {}
extension TieRule: ExpressibleByArgument {}

extension OutputFormat {
  /// For lists that are not values of measures.
  func refuseTRECEval() throws {
    if self == .trecEval { throw ValidationError("trec_eval's format is for scores only") }
  }
}
