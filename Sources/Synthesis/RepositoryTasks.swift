/// The synthetic tasks that stand in the repository under `tasks/` and `submissions/`.
package enum RepositoryTasks {
  /// Fixed: the files are published, and a test holds them equal to what is made here.
  package static let seed: UInt64 = 20_260_101

  /// Every file of every synthetic task, but for the READMEs, which people write.
  package static func files(seed: UInt64 = seed) -> [SyntheticFile] {
    SuicideRiskTask.files(seed: seed) + SymptomSearchTask.files(seed: seed)
      + PeopleAndPostsTask.files(seed: seed)
      + StagedTriageTask.files(seed: seed)
      + EarlyRiskTask.files(seed: seed)
  }
}
