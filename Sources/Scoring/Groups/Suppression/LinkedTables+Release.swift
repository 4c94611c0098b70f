extension LinkedTables {
  /// Which cells may be told.
  struct Release: Sendable {
    var told: Set<Int> = []
    /// Those that were not looked at, as it would have taken too long: they are not told.
    var unchecked: [Int] = []
  }

  /// Numbers that are kept at once, 8 bytes each, and steps that are taken.
  static let mostNumbers = 1 << 24
  static let mostSteps = 3_000_000_000

  /// The cells that can be told one after the other, the heaviest first, while no secret is
  /// determined by them and the totals together.
  ///
  /// The question is that of ``complement()``, asked once a cell as cells are added instead of once a
  /// cell for all of them as they are taken away: all that is kept of a secret is what is still open of
  /// it, so that thousands of cells are one elimination. Where even that is too much, the cells that are
  /// left are not told.
  ///
  /// - Parameters:
  ///   - columns: how many counts there are.
  ///   - areAllOpen: whether no secret follows from the totals: where one seems to, because others of
  ///     its counts are no columns, nothing is told.
  func released(
    protecting secrets: [Vector], columns: Int, areAllOpen: Bool = false,
    mostSteps: Int = Self.mostSteps
  ) -> Release {
    var release = Release()
    var known = Released(columns: columns, empty: empty)
    let order = cells.indices.sorted { (-cells[$0].weight, $0) < (-cells[$1].weight, $1) }
    let numbers = (secrets.count + totals.count + 1).multipliedReportingOverflow(
      by: max(1, columns))
    guard !numbers.overflow, numbers.partialValue <= Self.mostNumbers else {
      release.unchecked = order
      return release
    }
    for total in totals { known.add([total]) }
    guard known.protect(secrets) || !areAllOpen else {
      release.unchecked = order
      return release
    }
    for (place, cell) in order.enumerated() {
      guard known.steps <= mostSteps, known.numbers <= 2 * Self.mostNumbers else {
        release.unchecked = Array(order[place...])
        break
      }
      if known.add(cells[cell].sums) { release.told.insert(cell) }
    }
    return release
  }
}

/// What has been told so far, and what is still open of each secret.
private struct Released {
  private let empty: Int
  private let columns: Int
  private var span = ModularSpan()
  /// Counts that are 0 and that an equation holds there, as none of them can be less.
  private var isHeld: [Bool]
  private var secrets: [ModularSpan.Row] = []
  private var rows = 0
  private(set) var steps = 0

  init(columns: Int, empty: Int) {
    self.columns = columns
    self.empty = empty
    isHeld = Array(repeating: false, count: columns)
  }

  var numbers: Int { (rows + secrets.count) * columns }

  /// Takes up secrets, but for those that are known already: they cannot be kept. Whether none is.
  mutating func protect(_ vectors: [LinkedTables.Vector]) -> Bool {
    let open = vectors.map { span.reduced(dense($0)) }.filter { !isKnown($0, isHeld) }
    secrets = Array(Set(open))
    return open.count == vectors.count
  }

  /// Tells some sums together, unless a secret would then be known; whether they are told.
  @discardableResult mutating func add(_ sums: [LinkedTables.Vector]) -> Bool {
    var added: [(pivot: Int, row: ModularSpan.Row)] = []
    var isHeld = isHeld
    var holdsMore = false
    for sum in sums {
      var rest = span.reduced(dense(sum))
      for (pivot, row) in added { ModularSpan.eliminate(pivot, row, from: &rest) }
      guard let (pivot, row) = ModularSpan.normalised(rest) else { continue }
      if pivot < empty {
        added.append((pivot, row))
      } else {
        for column in row.indices where row[column] != 0 { isHeld[column] = true }
        holdsMore = true
      }
    }
    steps += (rows + 1) * columns * sums.count
    guard !added.isEmpty || holdsMore else { return true }
    steps += secrets.count * columns * (added.count + 1)
    var open = secrets
    for place in open.indices {
      for (pivot, row) in added { ModularSpan.eliminate(pivot, row, from: &open[place]) }
      if isKnown(open[place], isHeld) { return false }
    }
    for (pivot, row) in added { span.append(pivot, row) }
    rows += added.count
    self.isHeld = isHeld
    secrets = open
    return true
  }

  private func isKnown(_ rest: ModularSpan.Row, _ isHeld: [Bool]) -> Bool {
    rest.indices.allSatisfy { rest[$0] == 0 || isHeld[$0] }
  }

  private func dense(_ vector: LinkedTables.Vector) -> ModularSpan.Row {
    var row = ModularSpan.Row(repeating: 0, count: columns)
    for (column, entry) in vector { row[column] = ModularSpan.remainder(entry) }
    return row
  }
}
