/// A measure of a triage with its arguments, and what it is by definition.
struct NaiveTriageCase: Sendable {
  let measure: String
  let value: @Sendable (NaiveTriage) -> Double?

  init(_ measure: String, _ value: @escaping @Sendable (NaiveTriage) -> Double?) {
    self.measure = measure
    self.value = value
  }

  static let all: [NaiveTriageCase] = [
    .init("NetSensitivity") { $0.net($0.cases) },
    .init("NetFPR") { $0.net($0.others) },
    .init("PPV") { $0.predictiveValue(nil) },
    .init("PPV(prevalence=0.05)") { $0.predictiveValue(0.05) },
    .init("PPV(prevalence=0)") { $0.predictiveValue(0) },
    .init("PPV(prevalence=1)") { $0.predictiveValue(1) },
    .init("NNE") { $0.predictiveValue(nil).flatMap { $0 == 0 ? nil : 1 / $0 } },
    .init("NNE(prevalence=0.05)") { $0.predictiveValue(0.05).flatMap { $0 == 0 ? nil : 1 / $0 } },
    .init("TotalCost") { $0.cost },
    .init("CostPerCase") { $0.costPerCase() },
    .init("CostPerCase(prevalence=0.2)") { $0.costPerCase(0.2) },
    .init("CostPerCase(prevalence=1)") { $0.costPerCase(1) },
    .init("UnderTriage") { $0.underTriage() },
    .init("UnderTriage(top)") { $0.underTriage("top") },
    .init("UnderTriage(flagged)") { $0.underTriage("flagged") },
    .init("OverTriage") { $0.overTriage() },
    .init("OverTriage(top)") { $0.overTriage("top") },
    .init("OverTriage(flagged)") { $0.overTriage("flagged") },
    .init("Se(screen)") { $0.rate($0.cases, at: 0) },
    .init("Se(stage=interview)") { $0.rate($0.cases, at: $0.stages.count - 1) },
    .init("FPR(stage=screen)") { $0.rate($0.others, at: 0) },
    .init("FPR(stage=interview)") { $0.rate($0.others, at: $0.stages.count - 1) },
    .init("NetBenefit(harm=0)") { $0.netBenefit() },
    .init("NetBenefit(threshold=0.1,harm=0.001)") {
      $0.netBenefit(threshold: 0.1, harm: 0.001)
    },
    .init("NetBenefit(threshold=0.1,prevalence=0.05,harm=0.001)") {
      $0.netBenefit(threshold: 0.1, prevalence: 0.05, harm: 0.001)
    },
    .init("NetBenefit(prevalence=1,harm=0.01)") { $0.netBenefit(prevalence: 1, harm: 0.01) },
    .init("NetBenefit(prevalence=0,harm=0.01)") { $0.netBenefit(prevalence: 0, harm: 0.01) },
  ]
}
