/// The triage that worked examples are of: `screen` costs 1 and assigns `monitor`, `interview`
/// costs 10 and assigns `urgent`; who is `urgent` is a case.
extension MeasureExample {
  package static let careLabels = ["none", "monitor", "urgent"]

  package static let stages = [
    TriageStage(name: "screen", cost: 1, tier: 1),
    TriageStage(name: "interview", cost: 10, tier: 2),
  ]

  /// Ten items: four urgent ones, of which one stops at the screen and one at the interview; six
  /// others, of which one is taken for urgent and one for `monitor`.
  static func ofTriage(
    _ measure: String, is value: Double?, because: String
  ) -> MeasureExample {
    MeasureExample(
      measure,
      .triage(
        needed: [
          "urgent", "urgent", "urgent", "urgent", "monitor", "monitor", "none", "none", "none",
          "none",
        ], passed: [2, 2, 1, 0, 2, 0, 1, 0, 0, 0]),
      is: value, because: because)
  }
}
