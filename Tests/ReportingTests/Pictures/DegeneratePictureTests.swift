import Inference
import Testing

@testable import Reporting

@Suite("A picture of numbers beyond measure")
struct DegeneratePictureTests {
  static let cases: [[Double?]] = [
    [], [0.5], [0], [nil], [nil, nil, nil], [0.5, 0.5, 0.5], [0, 0], [1, 1], [-0.5, -0.25],
    [-3, 0, 4], [1e300, -1e300], [.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0],
    [.infinity, -.infinity, .nan], [.nan, 0.5], [.leastNonzeroMagnitude, 0], [1e15, 1e15 + 1],
    [0.1, 0.1 + 1e-16], [1e-9, 2e-9, 3e-9], [5e17, 1],
  ]

  @Test(
    "has finite coordinates, with two decimals, on the drawing", arguments: PictureExample.allCases)
  func coordinates(_ example: PictureExample) throws {
    for numbers in Self.cases {
      let names = numbers.indices.map { "s\($0)" }
      let document = try #require(SVGDocument(example.picture(names: names, numbers).svg))
      let height = try #require(document.elements.first?.attributes["height"].flatMap(Double.init))
      for (attribute, text) in document.coordinates {
        let number = try #require(Double(text), "\(attribute) \(text) of \(numbers)")
        #expect(text.wholeMatch(of: /-?[0-9]+(\.[0-9]{2})?/) != nil)
        let most = attribute.hasPrefix("x") ? Picture.width : max(height, Picture.width)
        #expect((-21...most).contains(number), "\(attribute) of \(numbers)")
        if attribute.hasPrefix("y") { #expect((0...height).contains(number)) }
      }
    }
  }

  @Test("says so where there is nothing to draw", arguments: PictureExample.allCases)
  func empty(_ example: PictureExample) throws {
    let document = try #require(SVGDocument(example.picture(names: [], []).svg))
    #expect(document.elements.count > 3)
    #expect(document.elements(named: "desc").first?.text.isEmpty == false)
  }

  @Test("has an axis that holds all numbers, at few round steps")
  func ticks() {
    var stream = RandomStream(seed: 1, purpose: .permutation)
    let scales = [1e-6, 1e-3, 1, 50, 1e6, 1e12]
    for round in 0..<2_000 {
      let scale = scales[round % scales.count]
      let numbers = (0..<3).map { _ in (2 * stream.uniform() - 1) * scale }
      let ticks = AxisTicks(covering: numbers)
      let gap = (ticks.values[1] - ticks.values[0])
      #expect((2...12).contains(ticks.values.count), "\(numbers)")
      for number in numbers {
        #expect(number >= ticks.span.lowerBound - gap * 1e-6, "\(numbers)")
        #expect(number <= ticks.span.upperBound + gap * 1e-6, "\(numbers)")
      }
      #expect(Set(ticks.values.map(ticks.text)).count == ticks.values.count, "\(numbers)")
    }
  }

  @Test("marks an axis at the numbers that people would choose")
  func roundNumbers() {
    func texts(_ numbers: [Double], limits: ClosedRange<Double>? = nil) -> [String] {
      let ticks = AxisTicks(covering: numbers, limits: limits, about: 5)
      return ticks.values.map(ticks.text)
    }
    #expect(texts([0, 1]) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(texts([0.61, 0.86]) == ["0.60", "0.65", "0.70", "0.75", "0.80", "0.85", "0.90"])
    #expect(texts([0, 37]) == ["0", "10", "20", "30", "40"])
    #expect(texts([-2, 2]) == ["-2", "-1", "0", "1", "2"])
    #expect(texts([1, 1], limits: 0...1).last == "1.00")
    #expect(texts([0, 0], limits: 0...Double.infinity).first == "0.00")
    #expect(texts([]) == texts([0, 1]))
  }

  @Test("has a place on its axis for every number, and for none")
  func places() {
    let scale = PictureScale(AxisTicks(covering: [0, 1]), from: 100, to: 20)
    #expect([0, 0.5, 1].map(scale.place) == [100, 60, 20])
    #expect([-1, 2, .infinity, -.infinity, .nan].map(scale.place) == [100, 20, 20, 100, 100])
    #expect(PictureInterval(0, .infinity) == nil && PictureInterval(1, 0) == nil)
    #expect(PictureInterval(nil, 0) == nil && PictureInterval(.nan, 1) == nil)
  }

  @Test("has labels apart, in their order, as near as may be to where they belong")
  func labels() {
    #expect(PictureLabels.spread([10, 50], apart: 18, within: 0...100) == [10, 50])
    #expect(PictureLabels.spread([50, 50], apart: 20, within: 0...100) == [40, 60])
    #expect(PictureLabels.spread([100, 100, 98], apart: 10, within: 0...100) == [90, 100, 80])
    #expect(PictureLabels.spread([0, 0, 0], apart: 80, within: 0...100) == [0, 50, 100])
    #expect(PictureLabels.spread([], apart: 10, within: 0...100).isEmpty)
    #expect(PictureLabels.spread([500], apart: 10, within: 0...100) == [100])
  }
}
