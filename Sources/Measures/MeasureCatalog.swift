/// Every measure there is.
///
/// To add one, write its file and name it here; help, validation, documentation and tests follow.
public enum MeasureCatalog {
  public static let ranking: [MeasureDefinition] = [
    .nDCG, .dcg, .averagePrecisionOfRanking, .reciprocalRank, .precisionAtCutoff,
    .recallAtCutoff, .fAtCutoff, .success, .rPrecision, .bpref, .inferredAP,
    .interpolatedPrecision, .elevenPointPrecision, .rankBiasedPrecision,
    .expectedReciprocalRank, .inst, .judged, .setPrecision, .setRecall, .setF, .numberRetrieved,
    .numberRelevant, .numberRelevantRetrieved, .geometricMeanAP, .rankBiasedOverlap, .kendallTau,
    .tauAP, .spearmanRho,
  ]

  /// Measures on the reviewer's clock, and of the work that a review takes.
  public static let timed: [MeasureDefinition] = [
    .timeToRecall, .normalisedTimeToRecall, .timeToFirst, .averageTimeToDiscovery,
    .timeBiasedGain, .normalisedTimeBiasedGain, .workSaved, .lossOfReview, .normalisedArea,
  ]

  public static let classification: [MeasureDefinition] = [
    .auc, .averagePrecision, .precisionRecallArea, .logLoss, .brier, .expectedCalibrationError,
    .cumulativeCalibrationError, .cumulativeCalibrationProbability, .accuracy, .balancedAccuracy,
    .precision, .recall, .f1, .fBeta, .truePositiveRate, .falsePositiveRate, .trueNegativeRate,
    .falseNegativeRate, .positivePredictiveValue, .negativePredictiveValue, .matthewsCorrelation,
    .kappa, .quadraticKappa, .meanAbsoluteError, .rootMeanSquaredError, .spearman, .pearson,
    .netBenefit,
  ]

  public static let prioritization: [MeasureDefinition] = [
    .hierarchicalTimeBiasedGain, .normalizedHierarchicalTimeBiasedGain,
  ]

  public static let triage: [MeasureDefinition] = [
    .netSensitivity, .netFalsePositiveRate, .pipelinePPV, .numberNeededToEvaluate, .totalCost,
    .costPerCase, .underTriage, .overTriage, .stageSensitivity, .stageFalsePositiveRate,
    .pipelineNetBenefit,
  ]

  public static let earlyDetection: [MeasureDefinition] = [
    .earlyRiskDetectionError, .latencyOfTruePositives, .speed, .latencyWeightedF1,
  ]

  /// Measures between groups of people, and those of whose gaps between groups much is said.
  public static let fairness: [MeasureDefinition] = [
    .selectionRate, .baseRate, .meanCalibration, .generalizedEntropy,
    .coefficientOfVariation, .attentionWeightedRankFairness,
    .attentionWeightedRankFairnessAndGain, .exposureRatio, .exposureGap, .disparateTreatmentRatio,
    .disparateImpactRatio, .expectedExposureDisparity, .expectedExposureRelevance,
    .expectedExposureLoss, .normalisedDiscountedKullbackLeibler, .minimumSkew, .maximumSkew,
    .infeasibleIndex,
    .rankedDifference, .rankedKullbackLeibler, .rankedGroupFairness,
    .rankedGroupFairnessProbability, .rankParity, .pairwiseStatisticalParity, .subgroupAUC,
    .backgroundPositiveSubgroupNegative, .backgroundNegativeSubgroupPositive,
    .positiveAverageEqualityGap, .negativeAverageEqualityGap, .crossAUCDisparity,
    .pairwiseEqualOpportunity, .absoluteBetweenROCArea, .equalizedOdds, .equalizedOddsRatio,
    .averageOdds,
    .treatmentEquality, .differentialFairness, .betweenGroupEntropy,
    .betweenGroupCoefficientOfVariation,
  ]

  public static let all: [MeasureDefinition] =
    ranking + timed + classification + prioritization + triage + earlyDetection + fairness

  /// The definitions that a name or another spelling stands for; more than one where a name means
  /// one thing with a cutoff and another without.
  package static func definitions(named text: String) throws(MeasureNameError)
    -> [MeasureDefinition]
  {
    if let base = text.prefix(while: { $0 != "(" && $0 != "@" && $0 != "[" }) as Substring? {
      let named = all.filter { $0.name == base }
      if !named.isEmpty { return named }
    }
    return [try measure(named: text).definition]
  }

  /// The measure that `text` names.
  ///
  /// - Parameter preferred: those that are meant where a name stands for several, the first ones
  ///   before the others.
  package static func measure(
    named text: String, preferring preferred: [MeasureDefinition] = all
  ) throws(MeasureNameError) -> Measure {
    let written = try MeasureName(parsing: text)
    if let prefix = written.prefix, prefix != "posts" {
      throw MeasureNameError(
        "`\(text)`: there are no measures of `\(prefix)/`",
        hint: "write \(written.base), or posts/\(written.base) for the posts of each person")
    }
    if let match = canonical(written, preferred) ?? alias(written, preferred) {
      let measure = try Measure(definition: match.definition, written: match.name)
      guard !measure.isOfPosts || measure.isOfRankedList else {
        throw MeasureNameError(
          "`\(text)`: \(written.base) is not a measure of a ranked list, which posts are",
          hint: "as in posts/AP or posts/nDCG@10")
      }
      return measure
    }
    throw unknown(written, text)
  }

  private typealias Match = (definition: MeasureDefinition, name: MeasureName)

  /// A definition of that very name. Precision stands in the catalogue twice (`P@10` of a ranking,
  /// `P(severe)` of labels), PPV of labels and of a triage: the one whose parameters and cutoff rule
  /// fit is meant, a preferred one before the others.
  private static func canonical(
    _ written: MeasureName, _ preferred: [MeasureDefinition]
  ) -> Match? {
    let own = preferred.filter { $0.name == written.base }
    let all = all.filter { $0.name == written.base }
    for named in [own, all] {
      let knowing = named.filter { $0.knownArguments(of: written) == written.arguments.count }
      if let definition = fitting(knowing, written) { return (definition, written) }
    }
    // No one knows all parameters: what is wrong is said of the one that knows the most of them.
    let named = own.isEmpty ? all : own
    let most = named.map { $0.knownArguments(of: written) }.max()
    let nearest = named.filter { $0.knownArguments(of: written) == most }
    return fitting(nearest, written).map { ($0, written) }
  }

  /// The first definition whose cutoff rule fits, else the first.
  private static func fitting(
    _ definitions: [MeasureDefinition], _ written: MeasureName
  ) -> MeasureDefinition? {
    let fitting = definitions.first {
      switch $0.cutoff {
      case .none: written.cutoff == nil
      case .optionalRank: true
      case .requiredRank, .requiredCount, .level: written.cutoff != nil
      }
    }
    return fitting ?? definitions.first
  }

  private static func alias(
    _ written: MeasureName, _ preferred: [MeasureDefinition]
  ) -> Match? {
    for definition in preferred + all {
      for alias in definition.aliases {
        guard let cutoff = cutoff(of: written, under: alias) else { continue }
        let added = alias.parameters.sorted { $0.key < $1.key }
          .map { MeasureName.Argument(name: $0.key, value: $0.value) }
        let name = MeasureName(
          prefix: written.prefix, base: definition.name, arguments: written.arguments + added,
          cutoff: cutoff ?? written.cutoff)
        return (definition, name)
      }
    }
    return nil
  }

  /// Whether the name is spelled as `alias` is: nil where it is not, else the cutoff it ends in.
  private static func cutoff(
    of written: MeasureName, under alias: MeasureAlias
  ) -> MeasureName.Cutoff?? {
    guard alias.takesCutoff else {
      return written.base.lowercased() == alias.spelling.lowercased() ? .some(nil) : nil
    }
    guard written.cutoff == nil, written.base.hasPrefix(alias.spelling) else { return nil }
    let rest = written.base.dropFirst(alias.spelling.count)
    guard let separator = rest.first, separator == "." || separator == "_",
      let value = ExactDecimal(rest.dropFirst())
    else { return nil }
    return .some(.init(value: value, unit: .plain))
  }

  private static func unknown(_ written: MeasureName, _ text: String) -> MeasureNameError {
    let names = all.flatMap { [$0.name] + $0.aliases.filter { !$0.takesCutoff }.map(\.spelling) }
    let near = Spelling.nearest(to: written.base, among: names)
    return MeasureNameError(
      "there is no measure `\(text)`",
      hint: near.map { "did you mean `\($0)`?" } ?? "`cltask measures` lists them")
  }
}

extension MeasureDefinition {
  /// How many of the arguments are of parameters that the measure has.
  fileprivate func knownArguments(of written: MeasureName) -> Int {
    written.arguments.count { argument in
      allParameters.contains {
        argument.name.isEmpty ? $0.isPositional : $0.name == argument.name
      }
    }
  }
}
