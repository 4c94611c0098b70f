/// The vectors that can be put together from some given ones, in whole numbers without rounding.
///
/// Rows are brought into echelon form as they come, each multiplied up and divided by the greatest
/// common divisor, so that nothing is ever rounded; tables of counts have small entries, which stay
/// small. A row remembers which sources it was put together from.
struct LinearSpan: Sendable {
  /// Entries other than 0, by ascending column.
  typealias Vector = [(column: Int, entry: Int)]

  private struct Row {
    var vector: Vector
    var sources: Set<Int>
  }

  /// By the column of the first entry.
  private var rows: [Int: Row] = [:]
  /// Whether an entry left the range of numbers: then nothing is known to be outside.
  private var overflowed = false

  init() {}

  /// Adds a vector.
  ///
  /// - Parameter source: what it is known from; nil for what is known anyhow.
  mutating func insert(_ vector: Vector, source: Int?) {
    guard let (rest, sources) = reduced(vector) else {
      overflowed = true
      return
    }
    guard let first = rest.first else { return }
    rows[first.column] = Row(
      vector: rest, sources: source.map { sources.union([$0]) } ?? sources)
  }

  /// Which sources a vector can be put together from; nil where it cannot be.
  func sources(of vector: Vector) -> Set<Int>? {
    guard !overflowed, let (rest, sources) = reduced(vector) else {
      return rows.values.reduce(into: []) { $0.formUnion($1.sources) }
    }
    return rest.isEmpty ? sources : nil
  }

  /// The span where every entry from a column on must be 0 or more, and is now 0: an equation between
  /// such entries alone holds all of them at 0, so that they are no unknowns any more.
  ///
  /// An equation with entries of both signs would leave some room; it is taken for none. The function
  /// takes these columns from a vector, with the sources by which they are held.
  func holding(from bound: Int) -> (span: LinearSpan, held: [Int: Set<Int>]) {
    var held: [Int: Set<Int>] = [:]
    for row in rows.values where row.vector[0].column >= bound {
      for place in row.vector { held[place.column, default: []].formUnion(row.sources) }
    }
    guard !held.isEmpty else { return (self, [:]) }
    var span = self
    span.rows = rows.filter { $0.key < bound }.mapValues { row in
      let sources = row.vector.compactMap { held[$0.column] }.reduce(row.sources) { $0.union($1) }
      return Row(vector: row.vector.filter { held[$0.column] == nil }, sources: sources)
    }
    return (span, held)
  }

  /// What is left of a vector when all that is known is taken away; nil where numbers grow too large.
  private func reduced(_ vector: Vector) -> (rest: Vector, sources: Set<Int>)? {
    var rest = vector
    var kept: Vector = []
    var sources: Set<Int> = []
    while let first = rest.first {
      guard let row = rows[first.column] else {
        kept.append(first)
        rest.removeFirst()
        continue
      }
      let pivot = row.vector[0].entry
      let divisor = Self.divisor(pivot, first.entry)
      guard
        let next = Self.combined(
          rest, times: pivot / divisor, minus: row.vector, times: first.entry / divisor),
        let scaled = Self.combined(kept, times: pivot / divisor, minus: [], times: 0)
      else { return nil }
      sources.formUnion(row.sources)
      (kept, rest) = Self.shortened(kept: scaled, rest: next)
    }
    return (kept, sources)
  }

  private static func combined(
    _ a: Vector, times p: Int, minus b: Vector, times q: Int
  ) -> Vector? {
    var result: Vector = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let column = min(
        i < a.count ? a[i].column : .max, j < b.count ? b[j].column : .max)
      var entry = 0
      if i < a.count, a[i].column == column {
        let (product, isTooLarge) = a[i].entry.multipliedReportingOverflow(by: p)
        guard !isTooLarge else { return nil }
        entry = product
        i += 1
      }
      if j < b.count, b[j].column == column {
        let (product, isTooLarge) = b[j].entry.multipliedReportingOverflow(by: q)
        let (difference, isOut) = entry.subtractingReportingOverflow(product)
        guard !isTooLarge, !isOut else { return nil }
        entry = difference
        j += 1
      }
      if entry != 0 { result.append((column, entry)) }
    }
    return result
  }

  /// Both parts of a row divided by what all their entries have in common.
  private static func shortened(kept: Vector, rest: Vector) -> (kept: Vector, rest: Vector) {
    let common = (kept + rest).reduce(0) { divisor($0, $1.entry) }
    guard common > 1 else { return (kept, rest) }
    return (
      kept.map { ($0.column, $0.entry / common) }, rest.map { ($0.column, $0.entry / common) }
    )
  }

  /// The greatest common divisor.
  private static func divisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a.magnitude, b.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return Int(clamping: max(a, 1))
  }
}
