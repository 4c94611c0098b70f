import Inference

/// Ids that tell nothing, as data that were released with care have them.
struct OpaqueIds {
  // Without characters that are easily taken for one another.
  private static let characters = Array("23456789abcdefghjkmnpqrstuvwxyz")
  private var taken: Set<String> = []

  /// An id that was not given before: `prefix` and `length` random characters.
  mutating func next(prefix: String, length: Int, _ stream: inout RandomStream) -> String {
    while true {
      var id = prefix
      for _ in 0..<length {
        id.append(Self.characters[stream.integer(below: Self.characters.count)])
      }
      if taken.insert(id).inserted { return id }
    }
  }
}
