internal import Inference
package import Measures

extension AnswerByUnits {
  package func measured(_ measures: [BoundMeasure], copies: [Int32]) -> [MeasureValue] {
    values(of: measures, copies: copies).map { value in
      value.map { .number($0) } ?? .undefined(.nothing(.units))
    }
  }

  package var outcomes: [Int32]? { nil }
}

extension Assessment {
  package func measured(_ measures: [BoundMeasure], copies: [Int32]) -> [MeasureValue] {
    var slice = self
    slice.copies = copies
    return slice.values(of: measures)
  }

  package var outcomes: [Int32]? {
    predicted.map { predicted in
      gold.indices.map { item in
        let level = isAnswered(item) ? Int32(predicted[item]) : 256
        return Int32(gold[item]) * 257 + level
      }
    }
  }
}

extension EarlyDetection {
  package func measured(_ measures: [BoundMeasure], copies: [Int32]) -> [MeasureValue] {
    var slice = self
    slice.assessment.copies = copies
    return slice.values(of: measures)
  }

  package var outcomes: [Int32]? { assessment.outcomes }
}

extension Triage {
  package func measured(_ measures: [BoundMeasure], copies: [Int32]) -> [MeasureValue] {
    var slice = self
    slice.copies = copies
    return slice.values(of: measures)
  }

  package var outcomes: [Int32]? {
    gold.indices.map { item in
      Int32(gold[item]) * (Int32(truncatingIfNeeded: stages.count) + 2) + passed[item] + 1
    }
  }
}
