internal import ExactMath

/// Measures that are means over units, for many different copies of the units: weighted sums of the
/// values of units, and no measure is computed again.
package struct MeansOnCopies: Sendable {
  private let columns: [Column]
  /// Which unit each row is of.
  private let units: [Int32]
  /// Row by row, one entry a column; 0 where there is no value.
  private let values: [Double]
  private var sums: [Double]

  fileprivate struct Column: Sendable {
    let aggregate: ListKernel.Aggregate
    /// Units without a value that are left out of the mean.
    var leftOut: [Int32] = []
    /// Units without a time, which a mean of times cannot do without.
    var withoutTime: [Int32] = []
  }

  /// - Parameters:
  ///   - rows: one row a unit, one value a measure.
  ///   - units: the position of each row's unit in what copies are of; nil where they are the same.
  package init(_ rows: [[MeasureValue]], units: [Int32]? = nil, _ measures: [BoundMeasure]) {
    let units = units ?? rows.indices.map { Int32(truncatingIfNeeded: $0) }
    var columns = measures.map { bound in
      if case .list(let kernel, _) = bound.function { return Column(aggregate: kernel.aggregate) }
      return Column(aggregate: .mean)
    }
    var values: [Double] = []
    values.reserveCapacity(rows.count * columns.count)
    for (row, unit) in zip(rows, units) {
      for column in columns.indices {
        guard let number = row[column].number else {
          values.append(0)
          let isTime = columns[column].aggregate == .meanOfTimes
          if isTime, row[column].reason != .nothing(.relevant) {
            columns[column].withoutTime.append(unit)
          } else {
            columns[column].leftOut.append(unit)
          }
          continue
        }
        if case .geometricMean(let floor) = columns[column].aggregate {
          values.append(Exact.log(max(number, floor)))
        } else {
          values.append(number)
        }
      }
    }
    self.columns = columns
    self.units = units
    self.values = values
    sums = Array(repeating: 0, count: columns.count)
  }

  /// Sets one entry for each measure; nil where it is undefined.
  package mutating func evaluate(_ copies: [Int32], into found: inout [Double?]) {
    for column in sums.indices { sums[column] = 0 }
    var size = 0
    var next = 0
    for unit in units {
      let count = Int(copies[Int(unit)])
      size += count
      let weight = Double(count)
      for column in sums.indices {
        sums[column] += weight * values[next]
        next += 1
      }
    }
    for (index, column) in columns.enumerated() {
      let counted = column.leftOut.reduce(size) { $0 - Int(copies[Int($1)]) }
      found[index] =
        column.withoutTime.contains { copies[Int($0)] > 0 } || counted == 0
        ? nil : column.aggregated(sums[index], of: counted)
    }
  }
}

extension MeansOnCopies.Column {
  fileprivate func aggregated(_ sum: Double, of count: Int) -> Double? {
    let value =
      switch aggregate {
      case .mean, .meanOfTimes: sum / Double(count)
      case .sum: sum
      case .geometricMean: Exact.exp(sum / Double(count))
      }
    return value.isFinite ? value : nil
  }
}
