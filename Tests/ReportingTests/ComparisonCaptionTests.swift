import Foundation
import Inference
import Measures
import Scoring
import Testing

@testable import Reporting

@Suite("Captions of comparisons")
struct ComparisonCaptionTests {
  private func caption(
    _ systems: Int, _ measure: String, _ change: (inout ComparisonRequest) -> Void = { _ in }
  ) async throws -> ComparisonCaption {
    let names = (0..<systems).map { "team\($0)" }
    return ComparisonCaption(
      try await ComparisonExample.comparison(names, measure, noise: 6, change))
  }

  @Test("say what effects, equivalence and power are of a mean over units")
  func mean() async throws {
    let caption = try await caption(3, "Brier") {
      $0.equivalence = 0.05
      $0.wantsPower = true
    }
    #expect(caption.pairs.contains("in standard deviations of the items' differences"))
    #expect(caption.equivalence?.contains("two one-sided t tests") == true)
    #expect(caption.equivalence?.contains("resamples") == false)
    #expect(caption.power?.contains("resamples") == false)
  }

  @Test("say what they are of another measure")
  func noMean() async throws {
    let caption = try await caption(3, "AUC") {
      $0.equivalence = 0.05
      $0.wantsPower = true
    }
    #expect(
      caption.pairs.contains(
        "Effect: the difference over √40 times its standard error on the resamples."))
    #expect(!caption.pairs.contains("d_z"))
    #expect(caption.equivalence?.contains("share of the resamples") == true)
    #expect(caption.equivalence?.contains("t tests") == false)
    #expect(caption.power?.contains("√40 times the standard error on the resamples") == true)
  }

  @Test("of a matrix speak of no column that it does not have")
  func matrix() async throws {
    let list = try await caption(6, "Brier").pairs
    let matrix = try await caption(7, "Brier").pairs
    for words in ["Effect:", "Intervals of differences"] {
      #expect(list.contains(words))
      #expect(!matrix.contains(words))
    }
    #expect(matrix.contains("formats csv and json"))
    #expect(!list.contains("formats csv and json"))
    #expect(matrix.contains("Corrected for 21 tests"))
  }

  @Test("say how ranks treat equal values")
  func ranks() async throws {
    let legend = try await caption(3, "Brier").systemsLegend
    #expect(legend.contains("equal values share the better one"))
    #expect(legend.contains("divided among equals"))
    let none = try await caption(3, "AUC") {
      $0.test = .delong
      $0.replicates = 0
    }
    #expect(!none.systemsLegend.contains("Ranks"))
  }

  @Test("count units and tests in words that fit")
  func grammar() async throws {
    let one = try await ComparisonExample.comparison(["a", "b"], "Brier", items: 1)
    #expect(ComparisonCaption(one).title.hasSuffix("of 2 systems, 1 item"))
    #expect(ComparisonCaption(one).pairs.contains("One pair is tested"))
    let none = try await ComparisonExample.comparison(["a", "b"], "AUC", hasOneClass: true)
    #expect(ComparisonCaption(none).title.hasSuffix("of 2 systems, 40 items"))
    #expect(ComparisonCaption(none).pairs.hasSuffix("two-sided: no pair could be tested."))
    let text = try ComparisonReport(none).rendered(as: .table)
    #expect(text.contains("AUC is undefined: only one class"))
    #expect(!text.contains("Systems that share"))
    #expect(!text.contains("% interval"))
  }

  @Test(
    "explain marks in every format that has them, at every confidence",
    arguments: [0.9, 0.95, 0.99, 0.999], [OutputFormat.table, .markdown, .latex])
  func marks(confidence: Double, format: OutputFormat) async throws {
    let comparison = try await ComparisonExample.comparison(
      (0..<9).map { "team\($0)" }, "Brier"
    ) {
      $0.test = .t
      $0.confidence = confidence
    }
    #expect(comparison.pairs.contains { $0.marks == 3 })
    let text = try ComparisonReport(comparison).rendered(as: format)
    let words = text.replacing("\\textless{}", with: "<").replacing("\\", with: "")
      .replacing("\n", with: " ")
    // The quotients of a rounded level have its rounding error.
    let limits = [1.0, 5, 50].map { ((1 - confidence) / $0 * 1e9).rounded() / 1e9 }
    #expect(
      words.contains(
        "* p < \(limits[0]), ** p < \(limits[1]), *** p < \(limits[2]) after correction."))
  }

  @Test("have the signature in every format for people, and in JSON")
  func signature() async throws {
    let comparison = try await ComparisonExample.comparison(["a", "b"], "Brier") {
      $0.wantsPower = true
    }
    let signature = comparison.signature.description
    #expect(signature.contains("|test:permutation|"))
    let report = ComparisonReport(comparison)
    for format in [OutputFormat.table, .json] {
      #expect(try report.rendered(as: format).contains(signature))
    }
    #expect(try report.rendered(as: .markdown).hasSuffix("\n`\(signature)`\n"))
    let latex = try report.rendered(as: .latex).replacing("\\allowbreak{}", with: "")
    #expect(latex.components(separatedBy: "\\texttt{\(signature)}}").count == 4)
  }

  @Test("are held by the fields of JSON")
  func json() async throws {
    let comparison = try await ComparisonExample.comparison(["a", "b", "c"], "AUC", noise: 6)
    let document = ComparisonDocument(comparison)
    #expect(document.kind == "assessment")
    #expect(document.resamples == comparison.resamples)
    #expect(document.permutations == comparison.permutations)
    #expect(document.methods.effect == "bootstrap")
    #expect(document.methods.equivalence == nil)
  }
}
