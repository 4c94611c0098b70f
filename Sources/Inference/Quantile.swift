/// Quantiles of a sample.
package enum Quantile {
  /// The value at (n − 1)·p in the sorted sample, between two neighbours in proportion: type 7 of
  /// Hyndman and Fan (The American Statistician 50, 1996), the default of R and numpy.
  package static func linear(_ p: Double, of sorted: [Double]) -> Double {
    linear(p, count: sorted.count) { place in
      (sorted[place], place + 1 < sorted.count ? sorted[place + 1] : nil)
    }
  }

  /// The same of a sample in no order, which is put into another one; in time linear in the numbers.
  ///
  /// - Parameter sample: not empty, without NaN.
  static func linear(_ p: Double, reordering sample: inout [Double]) -> Double {
    linear(p, count: sample.count) { place in
      let value = select(place, in: &sample)
      // All that stand behind it are as large or larger.
      return (value, sample[(place + 1)...].min())
    }
  }

  /// - Parameter neighbours: the number at a place of the sorted sample, and the next if there is one.
  private static func linear(
    _ p: Double, count: Int, _ neighbours: (Int) -> (Double, Double?)
  ) -> Double {
    let place = min(max(p, 0), 1) * Double(count - 1)
    let below = Int(place)
    let (a, next) = neighbours(below)
    guard let b = next else { return a }
    let part = place - Double(below)
    // From the nearer neighbour, so that equal neighbours give themselves.
    return part < 0.5 ? a + part * (b - a) : b - (1 - part) * (b - a)
  }

  /// Puts the number that stands at `place` in the sorted sample there, none that are larger before
  /// it and none that are smaller behind it: Hoare, "Algorithm 65: Find" (Communications of the ACM
  /// 4(7), 1961), with the median of three as pivot.
  private static func select(_ place: Int, in sample: inout [Double]) -> Double {
    var numbers = sample.mutableSpan
    var first = 0
    var last = numbers.count - 1
    while first < last {
      let pivot = median(numbers[first], numbers[(first + last) / 2], numbers[last])
      var low = first
      var high = last
      while low <= high {
        while numbers[low] < pivot { low += 1 }
        while numbers[high] > pivot { high -= 1 }
        guard low <= high else { break }
        numbers.swapAt(low, high)
        low += 1
        high -= 1
      }
      if place <= high {
        last = high
      } else if place >= low {
        first = low
      } else {
        break
      }
    }
    return numbers[place]
  }

  private static func median(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
  }
}
