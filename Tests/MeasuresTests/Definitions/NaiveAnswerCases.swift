/// A measure of scores or labels with its arguments, and what it is by definition.
struct NaiveAnswerCase: Sendable {
  let measure: String
  let value: @Sendable (NaiveAnswers) -> Double?

  init(_ measure: String, _ value: @escaping @Sendable (NaiveAnswers) -> Double?) {
    self.measure = measure
    self.value = value
  }

  static let all: [NaiveAnswerCase] =
    scores + calibration + labels + rates + averages + benefits

  private static let scores: [NaiveAnswerCase] = [
    .init("AUC") { $0.auc() },
    .init("AUC(max_fpr=0.1)") { $0.auc(maximum: 0.1) },
    .init("AUC(max_fpr=0.5)") { $0.auc(maximum: 0.5) },
    .init("AUC(max_fpr=0.9)") { $0.auc(maximum: 0.9) },
    .init("AUC(ovr)") { $0.aucOneVersusRest() },
    .init("AUC(ovr,max_fpr=0.3)") { $0.aucOneVersusRest(maximum: 0.3) },
    .init("AUC(ovo)") { $0.aucOneVersusOne() },
    .init("AveragePrecision") { $0.averagePrecision() },
    .init("PRAUC") { $0.precisionRecallArea() },
    .init("Spearman") { $0.spearman() },
    .init("Pearson") { $0.pearson() },
  ]

  private static let calibration: [NaiveAnswerCase] = [
    .init("LogLoss") { $0.logLoss() },
    .init("LogLoss(positive)") { $0.logLoss() },
    .init("LogLoss(all)") { $0.logLossOfAllLabels() },
    .init("Brier") { $0.brier() },
    .init("Brier(outcome=all)") { $0.brierOfAllLabels() },
    .init("ECE") { $0.ece() },
    .init("ECE(bins=1)") { $0.ece(bins: 1) },
    .init("ECE(bins=7)") { $0.ece(bins: 7) },
    .init("ECE(bins=100)") { $0.ece(bins: 100) },
    .init("ECCE") { $0.ecce() },
    .init("ECCEp") { $0.ecceProbability() },
    .init("NetBenefit") { $0.netBenefit() },
    .init("NetBenefit(threshold=0.2)") { $0.netBenefit(threshold: 0.2) },
    .init("NetBenefit(threshold=0)") { $0.netBenefit(threshold: 0) },
    .init("NetBenefit(threshold=0.1,prevalence=0.05)") {
      $0.netBenefit(threshold: 0.1, prevalence: 0.05)
    },
    .init("NetBenefit(prevalence=0)") { $0.netBenefit(prevalence: 0) },
    .init("NetBenefit(threshold=0.25,prevalence=1)") {
      $0.netBenefit(threshold: 0.25, prevalence: 1)
    },
  ]

  private static let labels: [NaiveAnswerCase] = [
    .init("Accuracy") { $0.accuracy() },
    .init("BalancedAccuracy") { $0.balancedAccuracy() },
    .init("MCC") { $0.mcc() },
    .init("Kappa") { $0.kappa { $0 == $1 ? 0 : 1 } },
    .init("QWK") { $0.kappa { Double(($0 - $1) * ($0 - $1)) } },
    .init("MAE") { $0.meanAbsoluteError() },
    .init("MAE(macro)") { $0.macroMeanAbsoluteError() },
    .init("RMSE") { $0.rootMeanSquaredError() },
  ]

  private static let rates: [NaiveAnswerCase] = [
    .init("TPR") { $0.rate { NaiveCounts.ratio($0.tp, $0.tp + $0.fn) } },
    .init("TPR(flagged)") { $0.rate("flagged") { NaiveCounts.ratio($0.tp, $0.tp + $0.fn) } },
    .init("FPR") { $0.rate { NaiveCounts.ratio($0.fp, $0.fp + $0.tn) } },
    .init("FPR(top)") { $0.rate("top") { NaiveCounts.ratio($0.fp, $0.fp + $0.tn) } },
    .init("TNR") { $0.rate { NaiveCounts.ratio($0.tn, $0.fp + $0.tn) } },
    .init("TNR(none)") { $0.rate("none") { NaiveCounts.ratio($0.tn, $0.fp + $0.tn) } },
    .init("FNR") { $0.rate { NaiveCounts.ratio($0.fn, $0.tp + $0.fn) } },
    .init("FNR(flagged)") { $0.rate("flagged") { NaiveCounts.ratio($0.fn, $0.tp + $0.fn) } },
    .init("PPV") { $0.rate { $0.precision } },
    .init("PPV(top)") { $0.rate("top") { $0.precision } },
    .init("NPV") { $0.rate { $0.negativePrecision } },
    .init("NPV(flagged)") { $0.rate("flagged") { $0.negativePrecision } },
  ]

  private static let averages: [NaiveAnswerCase] = [
    .init("F1") { $0.rate { $0.f() } },
    .init("F1(none)") { $0.rate("none") { $0.f() } },
    .init("F1(flagged)") { $0.rate("flagged") { $0.f() } },
    .init("F1(macro)") { $0.macro { $0.f() } },
    .init("F1(micro)") { $0.micro { $0.f() } },
    .init("F1(weighted)") { $0.weighted { $0.f() } },
    .init("Fbeta") { $0.rate { $0.f(2) } },
    .init("Fbeta(none,beta=0.5)") { $0.rate("none") { $0.f(0.5) } },
    .init("Fbeta(beta=3,label=flagged)") { $0.rate("flagged") { $0.f(3) } },
    .init("Fbeta(macro)") { $0.macro { $0.f(2) } },
    .init("Fbeta(micro,beta=0.5)") { $0.micro { $0.f(0.5) } },
    .init("Fbeta(weighted,beta=0.5)") { $0.weighted { $0.f(0.5) } },
    .init("P(none)") { $0.rate("none") { $0.precision } },
    .init("P(flagged)") { $0.rate("flagged") { $0.precision } },
    .init("P(macro)") { $0.macro { $0.precision } },
    .init("P(micro)") { $0.micro { $0.precision } },
    .init("P(weighted)") { $0.weighted { $0.precision } },
    .init("R(none)") { $0.rate("none") { $0.recall } },
    .init("R(flagged)") { $0.rate("flagged") { $0.recall } },
    .init("R(macro)") { $0.macro { $0.recall } },
    .init("R(micro)") { $0.micro { $0.recall } },
    .init("R(weighted)") { $0.weighted { $0.recall } },
  ]

  private static let benefits: [NaiveAnswerCase] = [
    .init("SelectionRate") { $0.rate { NaiveCounts.ratio($0.tp + $0.fp, $0.size) } },
    .init("SelectionRate(flagged)") {
      $0.rate("flagged") { NaiveCounts.ratio($0.tp + $0.fp, $0.size) }
    },
    .init("BaseRate") { $0.rate { NaiveCounts.ratio($0.tp + $0.fn, $0.size) } },
    .init("BaseRate(top)") { $0.rate("top") { NaiveCounts.ratio($0.tp + $0.fn, $0.size) } },
    .init("MeanCalibration") { $0.meanCalibration() },
    .init("GEI") { $0.entropy(2) },
    .init("GEI(alpha=1)") { $0.entropy(1) },
    .init("GEI(alpha=0)") { $0.entropy(0) },
    .init("GEI(flagged,alpha=0.5)") { $0.entropy(0.5, "flagged") },
    .init("GEI(top,alpha=3)") { $0.entropy(3, "top") },
    .init("BenefitCV") { $0.entropy(2).map { (2 * $0).squareRoot() } },
    .init("BenefitCV(flagged)") { $0.entropy(2, "flagged").map { (2 * $0).squareRoot() } },
  ]
}
