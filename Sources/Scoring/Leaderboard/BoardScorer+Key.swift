package import SharedTasks

extension BoardScorer {
  /// What a score of a board is kept under: the digest of all that it depends on.
  ///
  /// - Parameters:
  ///   - files: digests of the files that all scores depend on.
  ///   - submission: the digest of the submission.
  package func key(
    files: [String: String], submission: String, place: SubmissionPlace
  ) -> String {
    var parts = [
      CLTaskVersion.current, task.definition.id, split, submission, place.team, place.run,
      "\(options.seed)",
    ]
    for (name, value) in files.sorted(by: { $0.key < $1.key }) { parts += [name, value] }
    for (name, value) in options.named.sorted(by: { $0.key < $1.key }) { parts += [name, value] }
    // Lengths keep parts apart whatever they hold.
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    return Digest.sha256(Array(text.utf8))
  }
}
