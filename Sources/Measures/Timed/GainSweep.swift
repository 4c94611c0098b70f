internal import ExactMath

/// What many lists together have come to, moment by moment.
///
/// What jumps is added as the new value of its list and the old one taken away, which leaves no
/// rounding of their difference behind. What rises evenly moves with the clock until its step ends;
/// then it is taken out, and the exact value put in. So nothing is left of the way that led to a
/// value, and where no step is under way every sum is that of values of the lists.
struct GainSweep {
  /// Found, recall and gain.
  private typealias Sums = (found: CompensatedSum, recall: CompensatedSum, gain: CompensatedSum)

  private let lists: [GainSteps]
  private var settled: Sums = (CompensatedSum(), CompensatedSum(), CompensatedSum())
  /// Of the steps under way: how far they have risen, and how much more each second.
  private var rising: Sums = (CompensatedSum(), CompensatedSum(), CompensatedSum())
  private var rate: Sums = (CompensatedSum(), CompensatedSum(), CompensatedSum())
  private var underWay = 0
  private var clock = 0.0
  /// How many starts and ends of steps each list has passed.
  private var passed: [Int]

  init(_ lists: [GainSteps]) {
    self.lists = lists
    passed = Array(repeating: 0, count: lists.count)
  }

  /// When the next step of a list starts or ends; nil where it has no more.
  func nextMoment(of list: Int) -> Double? {
    let steps = lists[list].steps
    let index = passed[list] / 2
    guard index < steps.count else { return nil }
    return passed[list] % 2 == 0 ? steps[index].start : steps[index].end
  }

  /// Lets time pass, in which no step starts or ends.
  mutating func advance(to time: Double) {
    if underWay > 0, time > clock {
      let seconds = time - clock
      rising.found.add(rate.found.value * seconds)
      rising.recall.add(rate.recall.value * seconds)
      rising.gain.add(rate.gain.value * seconds)
    }
    clock = time
  }

  /// The start or the end of a list's next step is now.
  mutating func pass(_ list: Int) {
    let index = passed[list] / 2
    let isEnd = passed[list] % 2 == 1
    passed[list] += 1
    let step = lists[list].steps[index]
    let old = lists[list].state(after: index)
    let new = lists[list].state(after: index + 1)
    if !step.isEven {
      guard isEnd else { return Self.exchange(old.gain, new.gain, in: &settled.gain) }
      Self.exchange(Double(old.found), Double(new.found), in: &settled.found)
      return Self.exchange(old.recall, new.recall, in: &settled.recall)
    }
    let rise = (
      found: Double(new.found - old.found), recall: new.recall - old.recall,
      gain: new.gain - old.gain
    )
    let seconds = step.end - step.start
    let sign = isEnd ? -1.0 : 1
    rate.found.add(sign * (rise.found / seconds))
    rate.recall.add(sign * (rise.recall / seconds))
    rate.gain.add(sign * (rise.gain / seconds))
    underWay += isEnd ? -1 : 1
    guard isEnd else { return }
    rising.found.add(-rise.found)
    rising.recall.add(-rise.recall)
    rising.gain.add(-rise.gain)
    Self.exchange(Double(old.found), Double(new.found), in: &settled.found)
    Self.exchange(old.recall, new.recall, in: &settled.recall)
    Self.exchange(old.gain, new.gain, in: &settled.gain)
    if underWay == 0 {
      rising = (CompensatedSum(), CompensatedSum(), CompensatedSum())
      rate = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    }
  }

  /// The means over the lists, now.
  var point: GainCurve.Point {
    let count = Double(lists.count)
    return GainCurve.Point(
      time: clock, found: (settled.found.value + rising.found.value) / count,
      recall: (settled.recall.value + rising.recall.value) / count,
      gain: (settled.gain.value + rising.gain.value) / count)
  }

  /// The means when every list is read to its end: the sums that a mean of measures has.
  var last: GainCurve.Point {
    var sums: Sums = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    for list in lists {
      let state = list.state(after: list.steps.count)
      sums.found.add(Double(state.found))
      sums.recall.add(state.recall)
      sums.gain.add(state.gain)
    }
    let count = Double(lists.count)
    return GainCurve.Point(
      time: lists.map(\.end).max() ?? 0, found: sums.found.value / count,
      recall: sums.recall.value / count, gain: sums.gain.value / count)
  }

  private static func exchange(_ old: Double, _ new: Double, in sum: inout CompensatedSum) {
    sum.add(new)
    sum.add(-old)
  }
}
