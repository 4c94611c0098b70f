/// What happens at each stage of a triage, as it is published.
public struct StagesDocument: Codable, Sendable, Equatable {
  public var stages: [Stage]
  /// Cases that do not pass every stage; those of the stages and those left out.
  public var missed: Int
  public var casesLeftOut: Int?
  public var levelOfCare: [Care]

  private enum CodingKeys: String, CodingKey {
    case stages, missed
    case casesLeftOut = "cases_left_out"
    case levelOfCare = "level_of_care"
  }

  public struct Stage: Codable, Sendable, Equatable {
    public var name: String
    public var reached: Int
    public var cases: Int
    public var passed: Int
    public var capacity: Int?
    public var sensitivity: ValueDocument
    public var falsePositiveRate: ValueDocument
    public var missed: Int
    public var workload: Int
    public var cost: Double

    private enum CodingKeys: String, CodingKey {
      case name, reached, cases, passed, capacity, sensitivity, missed, workload, cost
      case falsePositiveRate = "false_positive_rate"
    }
  }

  /// Nil as the label stands for all levels of care.
  public struct Care: Codable, Sendable, Equatable {
    public var label: String?
    public var underTriage: ValueDocument
    public var overTriage: ValueDocument

    private enum CodingKeys: String, CodingKey {
      case label
      case underTriage = "under_triage"
      case overTriage = "over_triage"
    }
  }

  init(_ table: StageTable) {
    stages = table.stages.map { row in
      Stage(
        name: row.name, reached: row.reached, cases: row.cases, passed: row.passed,
        capacity: row.capacity, sensitivity: ValueDocument(row.sensitivity),
        falsePositiveRate: ValueDocument(row.falsePositiveRate), missed: row.missed,
        workload: row.workload, cost: row.cost)
    }
    missed = table.missed
    casesLeftOut = table.casesLeftOut > 0 ? table.casesLeftOut : nil
    levelOfCare = table.care.map {
      Care(
        label: $0.label, underTriage: ValueDocument($0.under), overTriage: ValueDocument($0.over))
    }
  }
}
