extension AuditDocument: Releasable {
  /// Without the counts that rates are of: they are the rates at full precision.
  package func released(under policy: PublicationPolicy) -> AuditDocument {
    var document = self
    document.overall = overall.released(under: policy)
    document.gammaMaximum = gammaMaximum.map(policy.rounded)
    document.largest = largest.map { largest in
      var largest = largest
      largest.p = policy.rounded(largest.p)
      largest.expected = policy.rounded(largest.expected)
      largest.upper95 = policy.rounded(largest.upper95)
      return largest
    }
    document.subgroups = subgroups.map { $0.released(under: policy) }
    document.tooSmall = tooSmall.map { small in
      var small = small
      small.rate = small.rate.map(policy.rounded)
      small.mean = small.mean.map(policy.rounded)
      small.hits = nil
      return small
    }
    return document
  }
}

extension AuditDocument.Value: Releasable {
  package func released(under policy: PublicationPolicy) -> AuditDocument.Value {
    var value = self
    value.rate = rate.map(policy.rounded)
    value.mean = mean.map(policy.rounded)
    value.area = area.map(policy.rounded)
    value.hits = nil
    return value
  }
}

extension AuditDocument.Subgroup: Releasable {
  package func released(under policy: PublicationPolicy) -> AuditDocument.Subgroup {
    var subgroup = self
    subgroup.hits = nil
    subgroup.rate = rate.map(policy.rounded)
    subgroup.mean = mean.map(policy.rounded)
    subgroup.area = area.map(policy.rounded)
    subgroup.interval = interval.map { interval in
      var interval = interval
      interval.low = policy.rounded(interval.low)
      interval.high = policy.rounded(interval.high)
      return interval
    }
    subgroup.gap = policy.rounded(gap)
    subgroup.mass = policy.rounded(mass)
    subgroup.gamma = policy.rounded(gamma)
    subgroup.gammaShare = gammaShare.map(policy.rounded)
    subgroup.p = NumberOrNull(p.number.map(policy.rounded))
    subgroup.adjustedP = NumberOrNull(adjustedP.number.map(policy.rounded))
    subgroup.adjusted = AuditDocument.Adjusted(
      holm: adjusted.holm.map(policy.rounded), bh: adjusted.bh.map(policy.rounded),
      by: adjusted.by.map(policy.rounded), largest: adjusted.largest.map(policy.rounded))
    return subgroup
  }
}
