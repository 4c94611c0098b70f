extension Measure {
  /// Whether the value of a list of items is the mean of the values that each has alone, so that
  /// tests can be made of the items' values.
  package var isMeanOfItems: Bool {
    switch name.base {
    case "Accuracy", "Brier", "LogLoss": true
    case "MAE": name.arguments.isEmpty
    // With a prevalence of its own it is a mean over each class, and no longer one over items.
    case "NetBenefit": !isOfTriage && !name.arguments.contains { $0.name == "prevalence" }
    default: false
    }
  }
}
