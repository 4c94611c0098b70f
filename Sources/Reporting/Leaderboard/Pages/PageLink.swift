internal import Scoring
internal import SharedTasks

/// Addresses of files of a board, from one of its pages.
enum PageLink {
  /// From a page of a submission to the folder of the board.
  static let up = "../../"

  /// A path, each of its names percent-encoded but for what RFC 3986 calls unreserved: a team may be
  /// called `50%?` or `a:b`.
  static func to(_ path: String) -> String {
    var address = ""
    for byte in path.utf8 {
      switch Unicode.Scalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/":
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return address
  }

  /// An argument of a command, in quotes where a shell would take it for more than text.
  static func shellQuoted(_ argument: String) -> String {
    let isPlain = argument.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "/", "+", ":", "@", ",": true
      default: false
      }
    }
    if isPlain, !argument.isEmpty { return argument }
    // By scalars: a quotation mark may have a combining mark behind it.
    var quoted = "'"
    for scalar in argument.unicodeScalars {
      if scalar == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }
}
