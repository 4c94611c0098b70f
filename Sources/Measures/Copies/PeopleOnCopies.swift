/// Measures of people in reading order for many different copies of the people.
package struct PeopleOnCopies: Sendable {
  private var list: PeopleInOrder
  /// Which person stands at each place of the list.
  private let order: [Int32]
  private let measures: [BoundMeasure]
  private var inOrder: [Int32]

  /// - Parameter order: the position of each person of the list in the columns that copies are of.
  package init(_ list: PeopleInOrder, order: [Int32], _ measures: [BoundMeasure]) {
    precondition(order.count == list.people.count)
    self.list = list
    self.order = order
    self.measures = measures
    inOrder = order
  }

  /// Sets one entry for each measure; nil where it is undefined.
  package mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    list.copies = nil
    for place in order.indices { inOrder[place] = copies[Int(order[place])] }
    list.copies = inOrder
    for (index, bound) in measures.enumerated() {
      if case .people(let value) = bound.function {
        values[index] = value(list).orOverflow.number
      } else {
        values[index] = nil
      }
    }
  }
}
