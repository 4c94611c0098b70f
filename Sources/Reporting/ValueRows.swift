internal import Measures
internal import Scoring

/// Values of measures one below the other, each with its interval where there are any.
struct ValueRows {
  let measures: [Measure]
  let values: [MeasureValue]
  let intervals: ScorecardIntervals?
  /// The measure that is marked; nil where none is.
  var primary: Measure?

  /// As people read them, with what is to be known of a value beside it.
  var rounded: Grid {
    var columns: [(String, Grid.Alignment)] = [("measure", .left), ("value", .right)]
    if let intervals { columns.append((IntervalText.header(intervals), .left)) }
    var grid = Grid(columns + [("", .left)])
    for (index, (measure, value)) in zip(measures, values).enumerated() {
      let reason = value.reason.map { "undefined: \($0)" }
      let remark = [
        measure == primary ? "primary" : nil, reason ?? measure.definition.directionMark,
      ].compactMap { $0 }.joined(separator: ", ")
      let interval = intervals.map { [IntervalText.rounded($0.all[index], of: measure)] } ?? []
      grid.append([measure.description, Number.rounded(value, of: measure)] + interval + [remark])
    }
    return grid
  }

  /// A row with all digits, of what is no measure and has no interval.
  struct Exact {
    let name: String
    let value: String
    /// Why there is no value; empty where there is one.
    let undefined: String
  }

  /// With all digits.
  ///
  /// - Parameter further: rows beneath those of the measures.
  func exact(with further: [Exact] = []) -> Grid {
    var grid = Grid(
      [("measure", .left), ("value", .right)]
        + (intervals == nil ? [] : [("low", .right), ("high", .right)]) + [("undefined", .left)])
    for (index, (measure, value)) in zip(measures, values).enumerated() {
      let interval = intervals.map { IntervalText.exact($0.all[index]) } ?? []
      grid.append(
        [measure.description, Number.exact(value)] + interval
          + [value.reason?.description ?? ""])
    }
    let noInterval = intervals == nil ? [] : IntervalText.exact(nil)
    for row in further { grid.append([row.name, row.value] + noInterval + [row.undefined]) }
    return grid
  }
}
