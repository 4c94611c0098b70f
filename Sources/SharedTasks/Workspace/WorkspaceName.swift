/// Names of tasks, splits, teams and runs: each names a folder or file and no more than that.
///
/// A team chooses its name, so the name may try to lead elsewhere. Whatever passes here is a single
/// component of a path on every file system, and can be printed as it is.
package enum WorkspaceName {
  /// In bytes, which leaves room for endings within the 255 that file systems allow.
  package static let longest = 100

  /// What keeps the name from being used, to be read after "it"; nil if nothing does.
  package static func problem(with name: String) -> String? {
    if name.isEmpty { return "is empty" }
    if name.utf8.count > longest { return "is longer than \(longest) bytes" }
    if name.hasPrefix(".") { return "begins with a dot" }
    if name.hasPrefix("-") { return "begins with a hyphen, as options do" }
    if name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
      return "holds a slash"
    }
    if name.utf8.first == UInt8(ascii: " ") || name.utf8.last == UInt8(ascii: " ") {
      return "begins or ends with a space"
    }
    if PrintableText.hidesSomething(name) { return "holds a control or invisible character" }
    return nil
  }

  /// As ``problem(with:)``; the id of a task is also part of addresses and signatures.
  package static func problem(withTask id: String) -> String? {
    if let problem = problem(with: id) { return problem }
    let isPlain = id.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return isPlain ? nil : "holds other characters than a-z, 0-9 and -"
  }
}
