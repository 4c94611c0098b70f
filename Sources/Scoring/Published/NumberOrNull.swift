/// A number, or null where it is undefined.
public struct NumberOrNull: Codable, Sendable, Equatable {
  public var number: Double?

  init(_ number: Double?) { self.number = number }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    number = container.decodeNil() ? nil : try container.decode(Double.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}
