import Reporting
import Testing

@Suite("Numbers as they are shown")
struct NumberTests {
  @Test(
    "a value that is the nearest to its decimals is shown with these",
    arguments: 0...10_000)
  func nearest(_ units: Int) {
    let digits = String(units)
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    #expect(
      Number.fixed(Double(units) / 10_000, places: 4)
        == padded.dropLast(4) + "." + padded.suffix(4))
  }

  @Test(
    "halves go by the exact binary value",
    arguments: [
      (0.00005, "0.0001"), (0.00015, "0.0001"), (0.5, "0.5000"), (-0.7, "-0.7000"),
      (0.03125, "0.0312"), (0.09375, "0.0938"),
    ])
  func halves(_ number: Double, _ text: String) {
    #expect(Number.fixed(number, places: 4) == text)
  }
}
