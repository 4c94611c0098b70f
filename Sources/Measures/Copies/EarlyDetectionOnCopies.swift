/// Measures of early detection for many different copies of the users.
package struct EarlyDetectionOnCopies: Sendable {
  private var detection: EarlyDetection
  /// Measures of alerts, and where each stands among all.
  private let ofAlerts: [(place: Int, function: EarlyDetection.Function)]
  /// Measures of final decisions and scores, and of scores after some writings.
  private var lists: [(places: [Int], measures: AssessmentOnCopies)]
  private var buffer: [Double?]

  package init(_ detection: EarlyDetection, _ measures: [BoundMeasure]) {
    self.detection = detection.inOrderOfAlerts
    var ofAlerts: [(Int, EarlyDetection.Function)] = []
    var places: [Int?: [Int]] = [:]
    for (place, bound) in measures.enumerated() {
      if case .earlyDetection(let function) = bound.function {
        ofAlerts.append((place, function))
      } else {
        places[bound.measure.after, default: []].append(place)
      }
    }
    self.ofAlerts = ofAlerts
    lists = places.map { after, places in
      let assessment = after.map(detection.assessment(after:)) ?? detection.assessment
      return (places, AssessmentOnCopies(assessment, places.map { measures[$0] }))
    }
    buffer = Array(repeating: nil, count: measures.count)
  }

  /// Sets one entry for each measure; nil where it is undefined.
  package mutating func evaluate(_ copies: [Int32], into values: inout [Double?]) {
    detection.assessment.copies = copies
    // Else whoever draws the next copies into the same array would have to make another one.
    defer { detection.assessment.copies = nil }
    for (place, function) in ofAlerts {
      values[place] = detection.value(of: function).orOverflow.number
    }
    for index in lists.indices {
      lists[index].measures.evaluate(copies, into: &buffer)
      for (column, place) in lists[index].places.enumerated() { values[place] = buffer[column] }
    }
  }
}
