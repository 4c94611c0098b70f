internal import Scoring

extension ConfusionPicture {
  /// A confusion table as it is published.
  init(_ table: ConfusionDocument, name: String, isTriage: Bool) {
    self.init(
      labels: table.labels, counts: table.counts, leftOut: table.leftOut ?? [], name: name,
      rows: isTriage ? "needed" : "gold", columns: isTriage ? "assigned" : "predicted")
  }
}
