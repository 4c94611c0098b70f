/// What a document says that happens: files that are there, commands, and what they print.
///
/// A block of the language `console` holds commands and their output:
///
///     $ cltask score submission.tsv
///     output, standard error among it, as a terminal shows it
///     …
///     exit 65
///
/// A line that begins with `$ ` is a command; a command that ends in a backslash goes on in a line
/// that begins with `> `. `…` alone on a line stands for any lines, or none. A last line `exit N`
/// is asked for where the command ends with another code than 0.
///
/// A block with the option `file=NAME`, of whatever language, is written to that file. A block of
/// the language `sh` is what a reader would paste: each of its lines that begins with `cltask` or
/// `swift run cltask` must end with 0. The option `linux` keeps a block to Linux, `unprivileged` to
/// users that are not root.
struct Transcript: Sendable {
  enum Step: Sendable, Equatable {
    case file(name: String, content: String)
    case command(Command)
  }

  struct Command: Sendable, Equatable {
    /// As the shell is to run it.
    let script: String
    /// Nil where any output will do.
    let expectation: Expectation?
    /// The line of the document on which the command stands.
    let line: Int
    let conditions: Set<String>
  }

  struct Expectation: Sendable, Equatable {
    /// Lines of output; `…` stands for any number of lines.
    let output: [String]
    let exitCode: Int32
    /// Where ``output`` and the exit code stand in the document, counted from 1.
    let lines: Range<Int>
    /// The spaces before each of these lines.
    let indentation: String
  }

  let steps: [Step]

  var commands: [Command] {
    steps.compactMap { if case .command(let command) = $0 { command } else { nil } }
  }

  init(_ text: String) {
    steps = MarkdownBlock.blocks(of: text).flatMap { block -> [Step] in
      if let name = block.value(of: "file") {
        return [.file(name: name, content: block.lines.map { $0 + "\n" }.joined())]
      }
      switch block.language {
      case "console": return Self.commands(of: block).map(Step.command)
      case "sh": return Self.pasted(block).map(Step.command)
      default: return []
      }
    }
  }

  private static let conditions: Set<String> = ["linux", "unprivileged"]

  private static func commands(of block: MarkdownBlock) -> [Command] {
    var commands: [Command] = []
    var index = 0
    while index < block.lines.count {
      // Output before the first command belongs to nothing; it is reported by a test.
      guard block.lines[index].hasPrefix("$ ") else {
        index += 1
        continue
      }
      let line = block.firstLine + index
      var script = String(block.lines[index].dropFirst(2))
      index += 1
      while script.hasSuffix("\\"), index < block.lines.count, block.lines[index].hasPrefix("> ") {
        script += "\n" + block.lines[index].dropFirst(2)
        index += 1
      }
      let start = index
      while index < block.lines.count, !block.lines[index].hasPrefix("$ ") { index += 1 }
      var output = Array(block.lines[start..<index])
      var exitCode: Int32 = 0
      if let last = output.last, last.hasPrefix("exit "), let code = Int32(last.dropFirst(5)) {
        exitCode = code
        output.removeLast()
      }
      commands.append(
        Command(
          script: runnable(script),
          expectation: Expectation(
            output: output, exitCode: exitCode,
            lines: block.firstLine + start..<block.firstLine + index,
            indentation: block.indentation),
          line: line, conditions: conditions.intersection(block.options)))
    }
    return commands
  }

  private static func pasted(_ block: MarkdownBlock) -> [Command] {
    block.lines.enumerated().compactMap { offset, line in
      let script = runnable(line)
      guard script.hasPrefix("cltask ") else { return nil }
      return Command(
        script: script, expectation: nil, line: block.firstLine + offset,
        conditions: conditions.intersection(block.options))
    }
  }

  /// `swift run cltask` builds and runs; the tests have built already.
  private static func runnable(_ script: String) -> String {
    let prefix = "swift run cltask "
    return script.hasPrefix(prefix) ? "cltask " + script.dropFirst(prefix.count) : script
  }
}
