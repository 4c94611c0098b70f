extension Measure {
  /// The measure that the name stands for in a triage: `PPV` and `NetBenefit` are there of the whole
  /// pipeline, `FPR(screen)` of a stage. `PPV(urgent)`, which only labels can have, stays what it is.
  package var ofTriage: Measure {
    guard let definition = MeasureCatalog.triage.first(where: { $0.name == name.base }) else {
      return self
    }
    return (try? Measure(definition: definition, written: name)) ?? self
  }
}
