package import SharedTasks

/// What is published of an answer: the only form in which boards and published receipts have it.
///
/// A value at full precision tells labels: whoever sends one file twice, with one answer changed,
/// reads that answer's label from the last digits (Whitehill, "Exploiting an oracle that reports AUC
/// scores in machine learning contests", AAAI 2016). Nothing that takes a release can be handed an
/// exact value by mistake, as there is no other way to make one.
package struct Release<Answer: Releasable>: Sendable {
  package let answer: Answer

  package init(of answer: Answer, under policy: PublicationPolicy) {
    self.answer = answer.released(under: policy)
  }
}

extension Release: Equatable where Answer: Equatable {}

/// Something that can be published once it is made coarse enough.
package protocol Releasable: Sendable {
  /// What of it may be published. What is released already is left as it is.
  func released(under policy: PublicationPolicy) -> Self
}

/// What a task lets out: `publish` of its task.yaml.
package struct PublicationPolicy: Sendable, Hashable {
  /// What values and the bounds of intervals are rounded to.
  package let decimals: Int

  package init(decimals: Int) {
    self.decimals = max(0, min(decimals, DecimalRounding.mostDecimals))
  }

  package init(_ definition: TaskDefinition) { self.init(decimals: definition.publishedDecimals) }

  package func rounded(_ number: Double) -> Double {
    DecimalRounding.rounded(number, decimals: decimals)
  }

  /// Whether the number has no more decimals than are published.
  func canShow(_ number: Double) -> Bool { rounded(number) == number }
}
