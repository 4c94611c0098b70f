extension TaskFolder {
  /// The digests of the files that every score of a split depends on, by what they hold: `task`, `gold`,
  /// and `items`, `evidence`, `posts` and `groups` where there are any.
  ///
  /// - Parameter gold: the folder or file of `--gold`.
  package func digests(split: String, gold: String? = nil) throws -> [String: String] {
    var digests = ["task": try Digest.sha256(ofFile: definitionPath)]
    digests["groups"] = try groupsPath.map { try Digest.sha256(ofFile: $0) }
    for table in Table.allCases {
      let name = String(table.rawValue.dropLast(".tsv".count))
      digests[name] = try path(of: table, split: split, gold: gold).map {
        try Digest.sha256(ofFile: $0)
      }
    }
    return digests
  }
}
