/// A ranking measure with its arguments, and what it is by definition.
struct NaiveRankingCase: Sendable {
  /// What becomes of ties.
  enum Ties: Sendable {
    /// The value is the average over all orders of the tied items.
    case averaged
    /// The definition itself says what ties are.
    case defined
    /// There is no value.
    case refused
    /// The value is an approximation, which a test of its own looks at.
    case approximate
  }

  let measure: String
  var ties = Ties.averaged
  let value: @Sendable (NaiveList) -> Double?

  init(
    _ measure: String, ties: Ties = .averaged, _ value: @escaping @Sendable (NaiveList) -> Double?
  ) {
    self.measure = measure
    self.ties = ties
    self.value = value
  }

  static let all: [NaiveRankingCase] =
    gains + precisions + sets + averages + incomplete + userModels + orders + times
    + timeCutoffs

  private static let gains: [NaiveRankingCase] = [
    .init("nDCG") { NaiveNDCG().ndcg($0) },
    .init("nDCG@1") { NaiveNDCG(cutoff: 1).ndcg($0) },
    .init("nDCG@3") { NaiveNDCG(cutoff: 3).ndcg($0) },
    .init("nDCG@20") { NaiveNDCG(cutoff: 20).ndcg($0) },
    .init("nDCG(gain=exp2)") { NaiveNDCG(gain: NaiveNDCG.exponential).ndcg($0) },
    .init("nDCG(gain=exp2)@4") { NaiveNDCG(gain: NaiveNDCG.exponential, cutoff: 4).ndcg($0) },
    .init("nDCG(discount=jk)") { NaiveNDCG(discount: NaiveNDCG.original).ndcg($0) },
    .init("nDCG(gain=exp2,discount=jk)@3") {
      NaiveNDCG(gain: NaiveNDCG.exponential, discount: NaiveNDCG.original, cutoff: 3).ndcg($0)
    },
    .init("DCG") { NaiveNDCG().dcg($0) },
    .init("DCG@2") { NaiveNDCG(cutoff: 2).dcg($0) },
    .init("DCG(gain=exp2,discount=jk)@5") {
      NaiveNDCG(gain: NaiveNDCG.exponential, discount: NaiveNDCG.original, cutoff: 5).dcg($0)
    },
  ]

  private static let precisions: [NaiveRankingCase] = [
    .init("P@1") { NaivePrecision(cutoff: 1).precision($0) },
    .init("P@4") { NaivePrecision(cutoff: 4).precision($0) },
    .init("P@30") { NaivePrecision(cutoff: 30).precision($0) },
    .init("P(rel=2)@3") { NaivePrecision(cutoff: 3, rel: 2).precision($0) },
    .init("R@2") { NaivePrecision(cutoff: 2).recall($0) },
    .init("R@30") { NaivePrecision(cutoff: 30).recall($0) },
    .init("R(rel=0)@3") { NaivePrecision(cutoff: 3, rel: 0).recall($0) },
    .init("F@3") { NaivePrecision(cutoff: 3).f($0) },
    .init("F(beta=2,rel=2)@4") { NaivePrecision(cutoff: 4, rel: 2).f($0, beta: 2) },
    .init("F(beta=0.5)@30") { NaivePrecision(cutoff: 30).f($0, beta: 0.5) },
    .init("F(beta=0)@2") { NaivePrecision(cutoff: 2).f($0, beta: 0) },
    .init("Rprec") { NaivePrecision().rPrecision($0) },
    .init("Rprec(rel=2)") { NaivePrecision(rel: 2).rPrecision($0) },
    .init("Success@1") { NaivePrecision(cutoff: 1).success($0) },
    .init("Success@3") { NaivePrecision(cutoff: 3).success($0) },
    .init("Success(rel=3)@4") { NaivePrecision(cutoff: 4, rel: 3).success($0) },
    .init("Success@30") { NaivePrecision(cutoff: 30).success($0) },
    .init("RR") { NaivePrecision().reciprocalRank($0) },
    .init("RR@2") { NaivePrecision(cutoff: 2).reciprocalRank($0) },
    .init("RR(rel=2)@5") { NaivePrecision(cutoff: 5, rel: 2).reciprocalRank($0) },
    .init("RR(rel=0)") { NaivePrecision(rel: 0).reciprocalRank($0) },
    .init("Judged") { NaivePrecision().judged($0) },
    .init("Judged@3") { NaivePrecision(cutoff: 3).judged($0) },
    .init("Judged@30") { NaivePrecision(cutoff: 30).judged($0) },
  ]

  private static let sets: [NaiveRankingCase] = [
    .init("SetP") { NaivePrecision().precision($0) },
    .init("SetP(rel=2)") { NaivePrecision(rel: 2).precision($0) },
    .init("SetR") { NaivePrecision().recall($0) },
    .init("SetR(rel=3)") { NaivePrecision(rel: 3).recall($0) },
    .init("SetF") { NaivePrecision().f($0) },
    .init("SetF(beta=3,rel=2)") { NaivePrecision(rel: 2).f($0, beta: 3) },
    .init("NumRet") { NaivePrecision().retrieved($0) },
    .init("NumRel") { NaivePrecision().relevant($0) },
    .init("NumRel(rel=2)") { NaivePrecision(rel: 2).relevant($0) },
    .init("NumRelRet") { NaivePrecision().relevantRetrieved($0) },
    .init("NumRelRet(rel=2)") { NaivePrecision(rel: 2).relevantRetrieved($0) },
  ]

  private static let averages: [NaiveRankingCase] = [
    .init("AP") { naiveAveragePrecision($0) },
    .init("AP(rel=2)") { naiveAveragePrecision($0, rel: 2) },
    .init("AP@1") { naiveAveragePrecision($0, cutoff: 1) },
    .init("AP@3") { naiveAveragePrecision($0, cutoff: 3) },
    .init("AP(rel=0)@4") { naiveAveragePrecision($0, rel: 0, cutoff: 4) },
    .init("AP@30") { naiveAveragePrecision($0, cutoff: 30) },
    .init("GMAP") { naiveAveragePrecision($0) },
    .init("GMAP(rel=2)") { naiveAveragePrecision($0, rel: 2) },
  ]

  private static let incomplete: [NaiveRankingCase] = [
    .init("bpref") { naiveBpref($0) },
    .init("bpref(rel=2)") { naiveBpref($0, rel: 2) },
    .init("bpref(rel=0)") { naiveBpref($0, rel: 0) },
    .init("infAP") { naiveInferredAP($0) },
    .init("infAP(rel=2)") { naiveInferredAP($0, rel: 2) },
    .init("infAP(rel=0)") { naiveInferredAP($0, rel: 0) },
    .init("IPrec@0", ties: .refused) { naiveInterpolatedPrecision($0, atRecall: 0) },
    .init("IPrec@0.25", ties: .refused) { naiveInterpolatedPrecision($0, atRecall: 0.25) },
    .init("IPrec@0.5", ties: .refused) { naiveInterpolatedPrecision($0, atRecall: 0.5) },
    .init("IPrec(rel=2)@0.7", ties: .refused) {
      naiveInterpolatedPrecision($0, atRecall: 0.7, rel: 2)
    },
    .init("IPrec@1", ties: .refused) { naiveInterpolatedPrecision($0, atRecall: 1) },
    .init("IPrec11", ties: .refused) { naiveElevenPointPrecision($0) },
    .init("IPrec11(rel=2)", ties: .refused) { naiveElevenPointPrecision($0, rel: 2) },
  ]

  private static let userModels: [NaiveRankingCase] = [
    .init("RBP") { naiveRankBiasedPrecision($0) },
    .init("RBP(p=0.5)@3") { naiveRankBiasedPrecision($0, p: 0.5, cutoff: 3) },
    .init("RBP(p=0.95,rel=2)") { naiveRankBiasedPrecision($0, p: 0.95, rel: 2) },
    .init("RBP(p=0)") { naiveRankBiasedPrecision($0, p: 0) },
    .init("RBP(p=1)@2") { naiveRankBiasedPrecision($0, p: 1, cutoff: 2) },
    .init("ERR") { naiveExpectedReciprocalRank($0) },
    .init("ERR@3") { naiveExpectedReciprocalRank($0, cutoff: 3) },
    .init("ERR(max=3)") { naiveExpectedReciprocalRank($0, maximum: 3) },
    .init("ERR(max=2)@4") { naiveExpectedReciprocalRank($0, maximum: 2, cutoff: 4) },
    .init("ERR(max=1)@30") { naiveExpectedReciprocalRank($0, maximum: 1, cutoff: 30) },
    .init("INST", ties: .refused) { naiveINST($0) },
    .init("INST(T=3)", ties: .refused) { naiveINST($0, wanted: 3) },
    .init("INST(T=0.5,max=2)", ties: .refused) { naiveINST($0, wanted: 0.5, maximum: 2) },
  ]

  private static let orders: [NaiveRankingCase] = [
    .init("tau", ties: .defined) { naiveTau($0) },
    .init("tauAP", ties: .refused) { naiveTauAP($0) },
    .init("rho", ties: .defined) { naiveRho($0) },
    .init("RBO", ties: .defined) { naiveRankBiasedOverlap($0) },
    .init("RBO(p=0.5)", ties: .defined) { naiveRankBiasedOverlap($0, p: 0.5) },
    .init("RBO(p=0.99)", ties: .defined) { naiveRankBiasedOverlap($0, p: 0.99) },
  ]
}
