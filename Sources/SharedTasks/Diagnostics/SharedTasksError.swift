/// What stops a command, in contrast to a ``Diagnostic``, of which all are collected first.
///
/// Every case has words that say what to do, and the exit code (sysexits) that scripts rely on.
public enum SharedTasksError: Error, Sendable, Equatable {
  /// Data was refused; the list says why.
  case invalid(DiagnosticList)
  /// There is no such file.
  case missingFile(path: String)
  /// A folder, device or socket stands where a file is needed.
  case notAFile(path: String)
  /// Neither the folder nor one above it holds `tasks/`.
  case noWorkspace(path: String)
  /// There is no such task among those of the workspace.
  case unknownTask(id: String, known: [String])
  /// It is not said which task is meant, and there is more than one, or none.
  case taskNotChosen(known: [String])
  /// The task has no such split.
  case unknownSplit(name: String, task: String, known: [String])
  /// Scoring needs gold, which participants do not have.
  case missingGold(task: String, split: String, path: String)
  /// A name on the command line that cannot name a file of a workspace.
  case badName(role: String, name: String, problem: String)
  /// A path that leads out of the workspace, as through a symbolic link.
  case outsideWorkspace(path: String)
  /// Something that must not be replaced.
  case alreadyThere(path: String)
  /// More bytes, after decompression, than were allowed.
  case tooLarge(path: String, maximumBytes: Int)
  /// A line of more bytes than a line of a table has.
  case lineTooLong(path: String, maximumBytes: Int)
  /// A gzip stream that ends too early or does not hold together.
  case damagedGzip(path: String, isTruncated: Bool)
  case readFailed(path: String, reason: String)
  case writeFailed(path: String, reason: String)

  /// The exit code of a command that ends with this error.
  public var exitCode: Int32 {
    switch self {
    case .taskNotChosen, .unknownSplit, .badName: 64
    case .invalid, .tooLarge, .lineTooLong, .damagedGzip: 65
    case .missingFile, .notAFile, .noWorkspace, .unknownTask, .missingGold: 66
    case .alreadyThere, .outsideWorkspace, .readFailed, .writeFailed: 74
    }
  }
}

extension SharedTasksError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalid(let list):
      list.rendered()
    case .missingFile(let path):
      "there is no file \(show(path)); check the path"
    case .notAFile(let path):
      "\(show(path)) is not a file; name the file itself"
    case .noWorkspace(let path):
      """
      no workspace at \(show(path)) or above it (a folder that holds tasks/); \
      go to one, or name it with --workspace DIR
      """
    case .unknownTask(let id, let known):
      "there is no task \(show(id)); \(choices("the tasks are", known))"
    case .taskNotChosen(let known):
      "which task? say it with --task; \(choices("the tasks are", known))"
    case .unknownSplit(let name, let task, let known):
      "task \(show(task)) has no split \(show(name)); \(choices("its splits are", known))"
    case .missingGold(let task, let split, let path):
      """
      the gold of task \(show(task)), split \(show(split)), is not at \(show(path)); \
      whoever holds it can score with --gold DIR, everyone can validate
      """
    case .badName(let role, "", _):
      "the name of a \(role) is empty"
    case .badName(let role, let name, let problem):
      "\(show(name)) cannot name a \(role): it \(problem)"
    case .outsideWorkspace(let path):
      "\(show(path)) leads out of the workspace; nothing is written there"
    case .alreadyThere(let path):
      "\(show(path)) is already there; choose another name or remove it"
    case .tooLarge(let path, let maximumBytes):
      """
      \(show(path)) holds more than \(maximumBytes) bytes; if that is right, allow more with \
      --max-bytes
      """
    case .lineTooLong(let path, let maximumBytes):
      "\(show(path)) has a line of more than \(maximumBytes) bytes; it is not a table"
    case .damagedGzip(let path, let isTruncated):
      isTruncated
        ? "\(show(path)) is a gzip file that ends too early; copy it again"
        : "\(show(path)) is a damaged gzip file; compress it again"
    case .readFailed(let path, let reason):
      "\(show(path)) could not be read: \(reason)"
    case .writeFailed(let path, let reason):
      "\(show(path)) could not be written: \(reason)"
    }
  }

  /// Paths come from the command line and from archives of others: they are escaped as well.
  private func show(_ text: String) -> String {
    PrintableText.escaped(text, limit: 4_096)
  }

  private func choices(_ words: String, _ known: [String]) -> String {
    known.isEmpty ? "there are none" : "\(words) " + known.map(show).joined(separator: ", ")
  }
}
