internal import Inference
internal import Measures

/// The measures of all groups of a table on the same resamples of all units.
///
/// A resample is drawn once and cut into groups, so that the size of a group varies as it would if the
/// data were collected anew, and the values of two groups are of one draw. Stratified draws would
/// understate how much they vary.
///
/// Each group is evaluated on its own units alone, so that all groups of an attribute take the time of
/// all units once.
struct GroupsOnCopies: StatisticOnCopies {
  private var groups: [Group]

  /// Columns are those of the first of `groups`, then those of the second, and so on.
  init(
    _ slices: GroupSlices, groups: [Int], _ answer: any AnswerByUnits, _ measures: [BoundMeasure]
  ) {
    self.groups = groups.map { group in
      let units = slices.members[group]
      return Group(
        units: units, copies: Array(repeating: 0, count: units.count),
        statistic: answer.statistic(of: measures, among: units),
        values: Array(repeating: nil, count: measures.count))
    }
  }

  /// The groups of several tables: the columns of the first, then those of the second, and so on.
  init(_ tables: [GroupsOnCopies]) { groups = tables.flatMap(\.groups) }

  mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    var column = 0
    for group in groups.indices {
      groups[group].evaluate(copies)
      for value in groups[group].values {
        values[column] = value
        column += 1
      }
    }
  }

  private struct Group: Sendable {
    let units: [Int32]
    /// Those of its units.
    var copies: [Int32]
    var statistic: any StatisticOnCopies
    /// One a measure.
    var values: [Double?]

    mutating func evaluate(_ all: [Int32]) {
      for place in units.indices { copies[place] = all[Int(units[place])] }
      statistic.evaluate(copies, into: &values)
    }
  }
}
