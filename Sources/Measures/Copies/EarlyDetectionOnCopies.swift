/// Measures of early detection for many different copies of the users.
package struct EarlyDetectionOnCopies: Sendable {
  private var detection: EarlyDetection
  /// Measures of alerts, and where each stands among all.
  private var ofAlerts: [(place: Int, value: @Sendable (EarlyDetection) -> MeasureValue)] = []
  /// Measures of final decisions and scores, and of scores after some writings.
  private var lists: [(places: [Int], measures: AssessmentOnCopies)]
  private var buffer: [Double?]

  package init(_ detection: EarlyDetection, _ measures: [BoundMeasure]) {
    self.detection = detection.inOrderOfAlerts
    for (place, bound) in measures.enumerated() {
      if case .earlyDetection(.mean(let costs)) = bound.function {
        // What decisions cost is worked out once, but for the price of a false alert.
        ofAlerts.append((place, costs(detection).mean))
      } else if case .earlyDetection(.whole(let value)) = bound.function {
        ofAlerts.append((place, value))
      }
    }
    lists = detection.lists(of: measures).map { places, assessment in
      (places, AssessmentOnCopies(assessment, places.map { measures[$0] }))
    }
    buffer = Array(repeating: nil, count: measures.count)
  }

  /// Sets one entry for each measure; nil where it is undefined.
  package mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    detection.assessment.copies = copies
    // Else whoever draws the next copies into the same array would have to make another one.
    defer { detection.assessment.copies = nil }
    for (place, value) in ofAlerts { values[place] = value(detection).orOverflow.number }
    for index in lists.indices {
      lists[index].measures.evaluate(copies, into: &buffer)
      for (column, place) in lists[index].places.enumerated() { values[place] = buffer[column] }
    }
  }
}
