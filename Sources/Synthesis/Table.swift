/// A table as cltask reads it: lines of metadata, a header, rows with tabs between the fields.
struct Table {
  private var text = ByteText()

  var bytes: [UInt8] { text.bytes }

  init(columns: [String]) {
    append(columns)
  }

  /// A submission, which says whose it is before its header.
  init(submission place: SubmissionName, description: String, columns: [String]) {
    text.append("# team: \(place.team)\n# run: \(place.run)\n# task: \(place.task)\n")
    text.append("# description: \(description)\n")
    append(columns)
  }

  mutating func append(_ fields: [String]) {
    text.append(fields.joined(separator: "\t"))
    text.append("\n")
  }

  /// `value` with that many decimals, rounded half away from zero. Not for negative values.
  static func decimal(_ value: Double, decimals: Int) -> String {
    var one = 1.0
    for _ in 0..<decimals { one *= 10 }
    return decimal(units: Int((value * one).rounded()), decimals: decimals)
  }

  static func decimal(units: Int, decimals: Int) -> String {
    var text = ByteText()
    text.append(units, decimals: decimals)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

/// Whose submission a file is, to which task.
struct SubmissionName {
  let task: String
  let team: String
  let run: String

  var path: String { "submissions/\(task)/\(team)/\(run).tsv" }
}
