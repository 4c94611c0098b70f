@testable import Measures
import Testing

@Suite("Names of measures")
struct MeasureNameTests {
  @Test("the canonical spelling of a measure names that measure", arguments: AnswerMeasures.names)
  func roundTrips(_ name: String) throws {
    let measure = try Measure(name)
    let again = try Measure(measure.description)
    #expect(again == measure)
    #expect(again.description == measure.description)
    #expect(again.definition.summary == measure.definition.summary)
    let parsed = try MeasureName(parsing: measure.description)
    #expect(parsed.description == measure.description)
    #expect(parsed == measure.name)
  }

  @Test(
    "spellings of one measure have one canonical name",
    arguments: [
      ("nDCG( gain = exp2 , discount=jk )@10", "nDCG(gain=exp2,discount=jk)@10"),
      ("nDCG(discount=jk,gain=exp2)@10", "nDCG(gain=exp2,discount=jk)@10"),
      ("nDCG(gain='exp2')", "nDCG(gain=exp2)"), ("nDCG(gain=linear)@010", "nDCG@10"),
      ("  AP(rel=2.0) ", "AP(rel=2)"), ("AP(rel=02)@5.", "AP(rel=2)@5"), ("nDCG@10.0", "nDCG@10"),
      ("RBP(p=.80)", "RBP"), ("RBP(p=0.50)", "RBP(p=0.5)"), ("F1()", "F1"),
      ("F1(label=macro)", "F1(macro)"), ("AUC(max_fpr=1.0)", "AUC"),
      ("AUC(classes=ovr)", "AUC(ovr)"),
      ("AUC(max_fpr=0.1,ovr)", "AUC(ovr,max_fpr=0.1)"), ("IPrec@0.30", "IPrec@0.3"),
      ("Fbeta(beta=2)", "Fbeta"), ("MAE(items)", "MAE"), ("P(rel=2)@5", "P(rel=2)@5"),
      ("P(severe)", "P(severe)"),
    ])
  func canonical(_ written: String, _ canonical: String) throws {
    #expect(try Measure(written).description == canonical)
  }

  @Test(
    "trec_eval's and others' names",
    arguments: [
      ("ndcg", "nDCG"), ("ndcg_cut.10", "nDCG@10"), ("ndcg_cut_10", "nDCG@10"), ("map", "AP"),
      ("MAP", "AP"), ("map_cut.10", "AP@10"), ("recip_rank", "RR"), ("MRR", "RR"),
      ("MRR@10", "RR@10"), ("P.10", "P@10"), ("P_10", "P@10"), ("recall.1000", "R@1000"),
      ("recall_1000", "R@1000"), ("Recall@5", "R@5"), ("Precision@5", "P@5"), ("Rprec", "Rprec"),
      ("bpref", "bpref"), ("infAP", "infAP"), ("gm_map", "GMAP"), ("success.1", "Success@1"),
      ("success_5", "Success@5"), ("set_P", "SetP"), ("set_recall", "SetR"), ("set_F", "SetF"),
      ("num_ret", "NumRet"), ("num_rel", "NumRel"), ("num_rel_ret", "NumRelRet"),
      ("iprec_at_recall.0.10", "IPrec@0.1"), ("iprec_at_recall_0.10", "IPrec@0.1"),
      ("iprec_at_recall.0.00", "IPrec@0"), ("11pt_avg", "IPrec11"), ("NDCG@10", "nDCG@10"),
      ("roc_auc", "AUC"), ("Sensitivity", "TPR"), ("Specificity", "TNR"),
    ])
  func aliases(_ alias: String, _ canonical: String) throws {
    #expect(try Measure(alias).description == canonical)
  }

  static let hostile =
    [
      "", " ", "\t", "(", ")", "((((", "))))", "()", ")(", ")()", "@", "@10", "@@", "nDCG@",
      "nDCG@@10",
      "nDCG@0", "nDCG@-1", "nDCG@1e9", "nDCG@0.5", "nDCG@ten", "nDCG@١٠", "nDCG@1000000000000000",
      "nDCG@99999999999999999999", "nDCG@1,000", "nDCG@10@20", "nDCG(@10", "nDCG)@10",
      "nDCG(gain=exp2@10", "nDCG(gain=exp2)x", "nDCG(gain)", "nDCG(gain=)", "nDCG(=exp2)",
      "nDCG(,)", "nDCG(gain=exp2,)", "nDCG(gain=exp2,gain=linear)", "nDCG(exp2)", "nDCG(gain=exp3)",
      "nDCG(nDCG(gain=exp2))", "AP(rel=-1)", "AP(rel=nan)", "AP(rel=1e308)", "AP(rel=9999999999)",
      "RBP(p=2)", "RBP(p=-0.1)", "RBP(p=)", "P@", "P@0s", "AUC@10s", "Rprec@10s", "TTR@10s", "P@s",
      "P@-s", "P@1.5", "R@0",
      "Success", "SetP@3", "F1@3", "IPrec", "IPrec@1.5", "IPrec@-0.1", "ECE(bins=0)",
      "ECE(bins=1.5)", "ECE(bins=99999999)", "AUC(max_fpr=0)", "AUC(max_fpr=2)", "AUC(ovx)",
      "NetBenefit(threshold=1)", "ERR(max=0)", "INST(T=0.4)", "ndcg_cut.0", "ndcg_cut.", "P.",
      "P.10@10", "map_cut.x", "/", "posts/", "/nDCG", "posts/AUC", "people/nDCG@5", "a/b/c",
      "nDCG\0@10",
      "nDCG\n",
      "\u{202E}GCDn", "Ñdcg", "nDCG@10 nDCG@5", "-", ".", "_", "e\u{301}", "👩‍👩‍👧‍👧",
      "nDCG(gain='exp2\")",
    ] + [
      String(repeating: "a", count: 10_000), String(repeating: "(", count: 10_000),
      String(repeating: " ", count: 10_000), String(repeating: "@", count: 10_000),
      "nDCG@" + String(repeating: "9", count: 10_000),
      "nDCG(" + String(repeating: "gain=exp2,", count: 1000) + "gain=exp2)",
      "nDCG(gain=" + String(repeating: "x", count: 10_000) + ")",
    ]

  @Test("what is no measure is refused in words", arguments: hostile.map(HostileName.init))
  func refuses(_ hostile: HostileName) {
    let name = hostile.text
    do {
      let measure = try Measure(name)
      Issue.record("\(name.debugDescription.prefix(60)) was read as \(measure)")
    } catch {
      #expect(!error.message.isEmpty)
      #expect(error.hint?.isEmpty == false, "no hint: \(error.message.prefix(200))")
      #expect(error.message.utf8.count < 1000, "the message repeats all of a long name")
    }
  }

  @Test("no name of random characters traps")
  func neverTraps() {
    let pieces =
      Array("nDCGAPRF1(),=@./_'\" 0159-s").map(String.init) + ["nDCG", "F1", "label", "٣"]
    for seed in 0..<20_000 {
      var random = SeededGenerator(seed)
      let name = (0..<Int.random(in: 0...12, using: &random)).map { _ in random.pick(pieces) }
        .joined()
      guard let measure = try? Measure(name) else { continue }
      let again = try? Measure(measure.description)
      #expect(again == measure, "\(name) is \(measure), which is \(String(describing: again))")
    }
  }

  @Test("a slip of the pen is told the name that was meant")
  func suggestions() {
    for (slip, meant) in [("nDGC", "nDCG"), ("Acuracy", "Accuracy"), ("rprec", "Rprec")] {
      do { _ = try Measure(slip) } catch { #expect("\(error)".contains("`\(meant)`"), "\(error)") }
    }
  }
}

/// A name as a test argument, shown in few characters.
struct HostileName: Sendable, CustomTestStringConvertible {
  let text: String

  var testDescription: String { String(text.debugDescription.prefix(40)) }
}
