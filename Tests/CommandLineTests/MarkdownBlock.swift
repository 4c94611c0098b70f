/// A fenced block of a Markdown file.
struct MarkdownBlock: Sendable, Equatable {
  /// The first word after the fence, as in `console`.
  let language: String
  /// The other words, as in `file=bad.tsv`.
  let options: [String]
  /// The lines between the fences, without the indentation of the first fence.
  let lines: [String]
  /// The line of the file on which the first of ``lines`` stands, counted from 1.
  let firstLine: Int
  /// The spaces before the fence, as in a list.
  let indentation: String

  /// The value of an option of the form `name=value`.
  func value(of name: String) -> String? {
    options.lazy.filter { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
      .first
  }

  /// The fenced blocks of a text, in order. A fence is closed by one at least as long.
  static func blocks(of text: String) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var fence: (mark: String, indentation: String, info: [String], firstLine: Int)?
    var content: [String] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let body = line.drop { $0 == " " }
      if let open = fence {
        if body.hasPrefix(open.mark), body.allSatisfy({ $0 == "`" || $0 == " " }) {
          blocks.append(
            MarkdownBlock(
              language: open.info.first ?? "", options: Array(open.info.dropFirst()),
              lines: content, firstLine: open.firstLine, indentation: open.indentation))
          fence = nil
          content = []
        } else {
          content.append(
            line.hasPrefix(open.indentation)
              ? String(line.dropFirst(open.indentation.count)) : String(body))
        }
      } else if body.hasPrefix("```") {
        let mark = String(body.prefix { $0 == "`" })
        let info = body.dropFirst(mark.count).split(separator: " ").map(String.init)
        fence = (mark, String(line.prefix(line.count - body.count)), info, number + 2)
      }
    }
    return blocks
  }
}
