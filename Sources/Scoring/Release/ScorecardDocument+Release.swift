extension ScorecardDocument: Releasable {
  /// Every value, share and bound rounded. Left out is what tells the labels of single units however it
  /// is rounded: the values unit by unit, and gain curves, which rise where an item is relevant.
  ///
  /// Counts of whole labels and stages stay: a task that hides these has no confusion and no triage
  /// to show.
  package func released(under policy: PublicationPolicy) -> ScorecardDocument {
    var document = self
    document.perUnit = nil
    document.curves = nil
    document.measures = measures.mapValues { $0.released(under: policy) }
    document.groups = groups?.mapValues { $0.mapValues { $0.released(under: policy) } }
    document.gaps = gaps?.mapValues { $0.mapValues { $0.released(under: policy) } }
    document.meanGaps = meanGaps?.mapValues { $0.mapValues(policy.rounded) }
    document.between = between?.mapValues { $0.mapValues { $0.released(under: policy) } }
    document.triage = triage?.released(under: policy)
    document.sweep = sweep?.released(under: policy)
    return document
  }
}

extension GroupDocument: Releasable {
  package func released(under policy: PublicationPolicy) -> GroupDocument {
    var document = self
    document.baseRate = baseRate?.released(under: policy)
    document.measures = measures.mapValues { $0.released(under: policy) }
    return document
  }
}

extension GroupValueDocument: Releasable {
  /// Without the counts that a rate is of: they are the rate at full precision.
  package func released(under policy: PublicationPolicy) -> GroupValueDocument {
    var document = self
    document.value = value.map(policy.rounded)
    document.rest = rest.map(policy.rounded)
    document.numerator = nil
    document.denominator = nil
    document.interval = interval?.released(under: policy)
    return document
  }
}

extension GapDocument: Releasable {
  package func released(under policy: PublicationPolicy) -> GapDocument {
    var document = self
    document.value = value.map(policy.rounded)
    document.ratio = ratio.map(policy.rounded)
    document.expected = expected.map(policy.rounded)
    document.p = p.map(policy.rounded)
    document.interval = interval?.released(under: policy)
    return document
  }
}

extension BetweenDocument: Releasable {
  package func released(under policy: PublicationPolicy) -> BetweenDocument {
    var document = self
    document.value = value.map(policy.rounded)
    document.interval = interval?.released(under: policy)
    return document
  }
}

extension StagesDocument: Releasable {
  package func released(under policy: PublicationPolicy) -> StagesDocument {
    var document = self
    document.stages = stages.map { stage in
      var stage = stage
      stage.sensitivity = stage.sensitivity.released(under: policy)
      stage.falsePositiveRate = stage.falsePositiveRate.released(under: policy)
      stage.cost = policy.rounded(stage.cost)
      return stage
    }
    document.levelOfCare = levelOfCare.map { care in
      var care = care
      care.underTriage = care.underTriage.released(under: policy)
      care.overTriage = care.overTriage.released(under: policy)
      return care
    }
    return document
  }
}

extension SweepDocument: Releasable {
  package func released(under policy: PublicationPolicy) -> SweepDocument {
    var document = self
    document.rows = rows.map { row in
      var row = row
      for path in [\Row.netSensitivity, \Row.ppv, \Row.cost, \Row.missed] {
        row[keyPath: path].value = row[keyPath: path].value.map(policy.rounded)
        row[keyPath: path].low = row[keyPath: path].low.map(policy.rounded)
        row[keyPath: path].high = row[keyPath: path].high.map(policy.rounded)
      }
      return row
    }
    return document
  }
}
