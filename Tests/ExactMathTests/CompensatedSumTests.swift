import ExactMath
import Testing

@Suite("compensated sums")
struct CompensatedSumTests {
  @Test("Neumaier's example keeps what a running sum loses")
  func neumaiersExample() {
    let numbers = [1, 1e100, 1, -1e100]
    #expect(Exact.sum(numbers) == 2)
    #expect(numbers.reduce(0, +) == 0)
  }

  @Test("no numbers sum to +0")
  func empty() {
    #expect(CompensatedSum().value.bitPattern == 0)
    #expect(Exact.sum([Double]()).bitPattern == 0)
  }

  @Test("ten tenths are one")
  func tenths() {
    #expect(Exact.sum(repeatElement(0.1, count: 10)) == 1)
    #expect(repeatElement(0.1, count: 10).reduce(0, +) != 1)
  }

  @Test("adding one at a time and all at once is the same")
  func oneAtATime() {
    var stream = ArgumentStream(seed: 13)
    let numbers = (0..<10_000).map { _ in stream.number(in: -1..<1) }
    var sum = CompensatedSum()
    for number in numbers { sum.add(number) }
    #expect(sum.value.bitPattern == Exact.sum(numbers).bitPattern)
  }

  @Test("the sum of multiples of a small number is the whole-number sum")
  func wholeNumbers() {
    var stream = ArgumentStream(seed: 14)
    let whole = (0..<100_000).map { _ in Int64(bitPattern: stream.bits()) >> 12 }
    // Below 2⁵¹ each, so exact as numbers; the integer sum, below 2⁶⁸ / 2⁵, is rounded once.
    let expected = Double(whole.reduce(0, +)) * 0x1p-51
    #expect(Exact.sum(whole.lazy.map { Double($0) * 0x1p-51 }) == expected)
  }

  @Test("infinities and NaN come through", arguments: extremeCases)
  func extremes(numbers: [Double], expected: Double) {
    #expect(Exact.sum(numbers).bitPattern == expected.bitPattern)
  }

  private static let extremeCases: [([Double], Double)] = [
    ([1, .infinity, 2], .infinity), ([-.infinity, 1], -.infinity),
    ([.infinity, 1, -.infinity], .nan), ([1, .nan, 2], .nan), ([-.nan], .nan),
    ([.greatestFiniteMagnitude, .greatestFiniteMagnitude], .infinity),
  ]
}
