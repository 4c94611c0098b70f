extension NaiveRankingCase {
  static let times: [NaiveRankingCase] = [
    .init("TTR@0.5") { NaiveTimes().timeToRecall(0.5, $0) },
    .init("TTR@1") { NaiveTimes().timeToRecall(1, $0) },
    .init("TTR(rel=2)@0.25") { NaiveTimes(rel: 2).timeToRecall(0.25, $0) },
    .init("nTTR@0.5") { NaiveTimes().normalisedTimeToRecall(0.5, $0) },
    .init("nTTR(rel=0)@0.75") { NaiveTimes(rel: 0).normalisedTimeToRecall(0.75, $0) },
    .init("TTF") { NaiveTimes().timeToFirst($0) },
    .init("TTF(rel=2)") { NaiveTimes(rel: 2).timeToFirst($0) },
    .init("ATD") { NaiveTimes().averageTimeToDiscovery($0) },
    .init("ATD(rel=0)") { NaiveTimes(rel: 0).averageTimeToDiscovery($0) },
    .init("TBG") { NaiveTimes().gain($0) },
    .init("TBG(halflife=20)") { NaiveTimes(halfLife: 20).gain($0) },
    .init("TBG(rel=2)") { NaiveTimes(rel: 2).gain($0) },
    .init("nTBG") { NaiveTimes().normalisedGain($0) },
    .init("nTBG(halflife=30,rel=2)") { NaiveTimes(rel: 2, halfLife: 30).normalisedGain($0) },
    .init("WSS@0.5") { NaiveTimes().workSaved(0.5, $0) },
    .init("WSS(round=clef)@0.5") { NaiveTimes().workSaved(0.5, isRounded: true, $0) },
    .init("WSS(rel=2)@1") { NaiveTimes(rel: 2).workSaved(1, $0) },
    .init("loss_er@2") { NaiveTimes().loss(2, $0) },
    .init("loss_er(rel=0)@40") { NaiveTimes(rel: 0).loss(40, $0) },
    .init("NormArea") { NaiveTimes().area($0) },
    .init("NormArea(rel=2)") { NaiveTimes(rel: 2).area($0) },
  ]

  static let timeCutoffs: [NaiveRankingCase] = [
    .init("P@40s", ties: .approximate) { NaiveTimes().precision($0, by: 40) },
    .init("P(rel=2)@1000s", ties: .approximate) { NaiveTimes(rel: 2).precision($0, by: 1000) },
    .init("R@25s", ties: .approximate) { NaiveTimes().recall($0, by: 25) },
    .init("F@60s", ties: .approximate) { NaiveTimes().f($0, by: 60) },
    .init("nDCG@30s", ties: .approximate) { NaiveTimes().ndcg($0, by: 30) },
    .init("nDCG@90s", ties: .approximate) { NaiveTimes().ndcg($0, by: 90) },
    .init("DCG@45s", ties: .approximate) {
      NaiveTimes().cut($0, by: 45) { NaiveNDCG(cutoff: $1).dcg($0) }
    },
    .init("Success@15s", ties: .approximate) {
      NaiveTimes().cut($0, by: 15) { NaivePrecision(cutoff: $1).success($0) }
    },
  ]
}
