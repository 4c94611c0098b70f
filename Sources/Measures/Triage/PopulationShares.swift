/// What shares of a population go which way through the stages.
///
/// Cases are often more frequent in a task than where a system would be used. With a prevalence π of
/// the population, TP/N = TPR·π, FP/N = FPR·(1 − π) and W_j/N = π·Π S + (1 − π)·Π F, the products
/// over the stages before (Vickers and Elkin, Medical Decision Making 26, 2006, for case-control
/// data). Without one the shares are those of the items.
struct PopulationShares {
  let truePositives: Double
  let falsePositives: Double
  /// Of each stage.
  let workloads: [Double]

  /// The shares; nil where a class that counts is empty, as ``missingClass(_:_:)`` then says.
  init?(_ flow: TriageFlow, prevalence: Double?) {
    guard Self.missingClass(flow, prevalence) == nil else { return nil }
    guard let prevalence else {
      let size = Double(flow.size)
      truePositives = Double(flow.truePositives) / size
      falsePositives = Double(flow.falsePositives) / size
      workloads = flow.stages.indices.map { Double(flow.workload($0)) / size }
      return
    }
    func share(_ positives: Int, _ negatives: Int) -> Double {
      (prevalence == 0 ? 0 : Double(positives) / Double(flow.positives) * prevalence)
        + (prevalence == 1 ? 0 : Double(negatives) / Double(flow.negatives) * (1 - prevalence))
    }
    truePositives = share(flow.truePositives, 0)
    falsePositives = share(0, flow.falsePositives)
    workloads = flow.stages.indices.map { stage in
      share(
        flow.passing(stage, positive: true) + flow.leftOut(positive: true),
        flow.passing(stage, positive: false) + flow.leftOut(positive: false))
    }
  }

  /// Why there are no shares.
  static func missingClass(_ flow: TriageFlow, _ prevalence: Double?) -> UndefinedReason? {
    guard let prevalence else { return flow.size == 0 ? .nothing(.items) : nil }
    if flow.positives == 0, prevalence > 0 { return .nothing(.positives) }
    return flow.negatives == 0 && prevalence < 1 ? .nothing(.negatives) : nil
  }

  /// What the stages cost for each member of the population.
  func cost(_ stages: [TriageStage]) -> Double {
    zip(stages, workloads).reduce(0) { $0 + $1.0.cost * $1.1 }
  }

  static let parameter = MeasureParameter(
    "prevalence", .number(0...1),
    "the share of cases where the pipeline is used; without it that of the gold")
}
