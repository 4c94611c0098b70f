internal import Inference
internal import Measures

/// The measures of all groups of a table on the same resamples of all units.
///
/// A resample is drawn once and cut into groups, so that the size of a group varies as it would if the
/// data were collected anew, and the values of two groups are of one draw. Stratified draws would
/// understate how much they vary.
struct GroupsOnCopies: StatisticOnCopies {
  private let members: [[Int32]]
  private var statistic: any StatisticOnCopies
  private var group: [Int32]
  private var buffer: [Double?]

  /// Columns are those of the first of `groups`, then those of the second, and so on.
  init(
    _ slices: GroupSlices, groups: [Int], _ answer: any AnswerByUnits, _ measures: [BoundMeasure]
  ) {
    members = groups.map { slices.members[$0] }
    statistic = answer.statistic(of: measures)
    group = Array(repeating: 0, count: slices.units)
    buffer = Array(repeating: nil, count: measures.count)
  }

  mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    var column = 0
    for own in members {
      for unit in own { group[Int(unit)] = copies[Int(unit)] }
      statistic.evaluate(group, into: &buffer)
      for unit in own { group[Int(unit)] = 0 }
      for value in buffer {
        values[column] = value
        column += 1
      }
    }
  }
}
