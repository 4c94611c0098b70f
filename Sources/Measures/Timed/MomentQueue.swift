/// The next moment of each of many lists, the earliest at hand: a binary heap.
///
/// Lists of one moment come by their number, so that the order never depends on chance. To advance
/// takes time logarithmic in the number of lists.
struct MomentQueue {
  private var entries: [(time: Double, list: Int)]

  /// - Parameter moments: the first moment of each list; nil for a list that has none.
  init(_ moments: [Double?]) {
    entries = moments.enumerated().compactMap { list, time in time.map { ($0, list) } }
    for place in stride(from: entries.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  /// The earliest moment, and whose it is; nil where there are no more.
  var first: (time: Double, list: Int)? { entries.first }

  /// Goes on to the next moment of the list whose moment is the earliest; nil where it has no more.
  mutating func advance(to time: Double?) {
    guard !entries.isEmpty else { return }
    if let time {
      entries[0].time = time
    } else {
      let last = entries.removeLast()
      guard !entries.isEmpty else { return }
      entries[0] = last
    }
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var earliest = place
      for child in 2 * place + 1...2 * place + 2
      where child < entries.count && entries[child] < entries[earliest] {
        earliest = child
      }
      guard earliest != place else { return }
      entries.swapAt(place, earliest)
      place = earliest
    }
  }
}
