/// The inputs of the benchmark: everything that `Tests/Benchmarks` times, the same bytes everywhere.
package enum BenchmarkInputs {
  /// Fixed, because a published timing names its input.
  package static let seed: UInt64 = 20_260_101

  /// All of them, about 940 MB; none is made until its contents are asked for.
  package static func files(seed: UInt64 = seed) -> [StreamedFile] {
    RankingBenchmark.passages.files(seed: seed)
      + RankingBenchmark.queries.files(seed: seed)
      + AssessmentBenchmark.large.files(seed: seed)
      + PeopleBenchmark.large.files(seed: seed)
      + PeopleBenchmark.small.files(seed: seed)
      + TiesBenchmark.large.files(seed: seed)
  }
}
