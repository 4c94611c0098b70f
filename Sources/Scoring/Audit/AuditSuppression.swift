internal import Inference

/// Which subgroups of an audit are not told, so that none below the task's `suppress-below` can be
/// computed from those that are.
///
/// All that is told of a subgroup are sums over its units, of what each of them is to the outcome.
/// Units with the same values of all attributes are a profile; how many there are of each anyone can
/// count in groups.tsv. What nobody knows is how many of a profile the outcome is of, and how many of
/// them are hits: these are the unknowns, and every number in the report is an equation
/// (``LinkedTables``). A mean or an area is taken for a sum over units, which is the most that it can
/// tell. Subgroups are told while nothing that is small follows, the largest first.
struct AuditSuppression: Sendable {
  private let profiles: AuditProfiles
  private let kinds: OutcomeKinds
  private let depth: Int
  private let below: Int

  /// Conjunctions of profiles that are gone through to find small ones that the report does not name.
  private static let mostConjunctions = 1 << 18
  /// Conjunctions of profiles that are gone through at all.
  private static let mostLookedAt = 1 << 26
  /// Profiles whose counts are unknowns. Of more, those of the others are taken for known to everyone,
  /// so that more is withheld than would have to be.
  static let mostProfiles = 1_024
  private let mostProfiles: Int

  /// - Parameter below: what has fewer that the outcome is of is small.
  init(
    _ attributes: [SubgroupAttribute], _ kinds: OutcomeKinds, depth: Int, below: Int,
    mostProfiles: Int = Self.mostProfiles
  ) {
    self.mostProfiles = mostProfiles
    profiles = AuditProfiles(attributes, kinds)
    self.kinds = kinds
    self.depth = depth
    self.below = below
  }

  /// The subgroups that are not told, and why.
  func withheld(
    _ large: [Conjunction], _ small: [SmallSubgroup]
  ) -> [Conjunction: WithheldSubgroup.Reason] {
    var reasons: [Conjunction: WithheldSubgroup.Reason] = [:]
    for one in small where one.size < below { reasons[one.conjunction] = .small }
    let conjunctions = profiles.conjunctions(depth: depth)
    let isComplete = conjunctions <= Self.mostConjunctions
    guard isComplete || !reasons.isEmpty else { return [:] }
    let candidates = large + small.map(\.conjunction).filter { reasons[$0] == nil }
    guard conjunctions <= Self.mostLookedAt else {
      for conjunction in candidates { reasons[conjunction] = .unchecked }
      return reasons
    }
    let named = Set(candidates).union(reasons.keys)
    let members = profiles.members(of: isComplete ? nil : named, depth: depth)
    let secrets = members.filter { isSmall($1) }.keys.sorted()
    guard !secrets.isEmpty else { return reasons }

    let unknowns = Unknowns(
      profiles, kinds, chosen: chosen(secrets.compactMap { members[$0] }))
    let present = (0..<kinds.count).filter { kind in
      kinds.ofUnit.contains { Int($0) == kind }
    }
    let everybody = (0..<profiles.count).map { Int32(truncatingIfNeeded: $0) }
    let tables = LinkedTables(
      empty: unknowns.empty,
      totals: (0..<kinds.count).map { kind in
        unknowns.sum((0..<kinds.count).map { $0 == kind ? 1 : 0 }, over: everybody)
      } + (kinds.hasValue ? [unknowns.values(over: everybody)] : []),
      cells: candidates.map { conjunction in
        let own = members[conjunction] ?? []
        return LinkedTables.Cell(
          sums: unknowns.told(of: own), weight: own.reduce(0) { $0 + profiles.size(Int($1)) })
      })
    let release = tables.released(
      protecting: secrets.flatMap { unknowns.told(of: members[$0] ?? [], only: present) },
      columns: unknowns.count, areAllOpen: profiles.count > mostProfiles)
    let unchecked = Set(release.unchecked)
    for (place, conjunction) in candidates.enumerated() where !release.told.contains(place) {
      reasons[conjunction] = unchecked.contains(place) ? .unchecked : .complementary
    }
    return reasons
  }

  private func isSmall(_ members: [Int32]) -> Bool {
    var counts = Array(repeating: 0, count: kinds.count)
    for profile in members {
      for kind in counts.indices { counts[kind] += profiles.count(Int(profile), kind) }
    }
    return kinds.size(counts) < below
  }

  /// The profiles whose counts are unknowns: all, or some of each secret and some of the rest.
  private func chosen(_ secrets: [[Int32]]) -> [Int] {
    guard profiles.count > mostProfiles else { return Array(0..<profiles.count) }
    var chosen: Set<Int> = []
    for share in [4, 1] where chosen.isEmpty {
      let some = Set(secrets.flatMap { $0.prefix(share) }.map { Int($0) })
      if some.count <= mostProfiles { chosen = some }
    }
    let step = max(1, profiles.count / mostProfiles)
    for profile in stride(from: 0, to: profiles.count, by: step)
    where chosen.count < mostProfiles {
      chosen.insert(profile)
    }
    return chosen.sorted()
  }
}

/// The counts that nobody publishes, as columns: of each profile how many units are of each kind but the
/// most frequent one, which its size leaves, and the sum of their values. Counts that are 0 stand last.
private struct Unknowns {
  let count: Int
  let empty: Int
  /// By chosen profile and kind; −1 for what the size leaves.
  private let places: [Int]
  private let valuePlaces: [Int]
  private let left: [Int]
  /// Of each profile where it stands among those that are chosen; −1 for others.
  private let positions: [Int]
  private let kinds: OutcomeKinds

  init(_ profiles: AuditProfiles, _ kinds: OutcomeKinds, chosen: [Int]) {
    self.kinds = kinds
    var places = Array(repeating: -1, count: chosen.count * kinds.count)
    var left: [Int] = []
    var (full, none): ([Int], [Int]) = ([], [])
    for (position, profile) in chosen.enumerated() {
      let counts = (0..<kinds.count).map { profiles.count(profile, $0) }
      let most = counts.indices.reduce(0) { counts[$1] > counts[$0] ? $1 : $0 }
      left.append(most)
      for kind in counts.indices where kind != most {
        let place = position * kinds.count + kind
        if counts[kind] > 0 { full.append(place) } else { none.append(place) }
      }
    }
    let values = kinds.hasValue ? chosen.count : 0
    for (column, place) in full.enumerated() { places[place] = column }
    for (column, place) in none.enumerated() { places[place] = full.count + values + column }
    valuePlaces = (0..<values).map { full.count + $0 }
    empty = full.count + values
    count = full.count + values + none.count
    var positions = Array(repeating: -1, count: profiles.count)
    for (position, profile) in chosen.enumerated() { positions[profile] = position }
    self.positions = positions
    self.places = places
    self.left = left
  }

  /// All that is told of some profiles together.
  ///
  /// - Parameter present: the kinds that any units are of: what adds the same for all of these tells no
  ///   more than how many units there are. Nil to have such sums as well.
  func told(of members: [Int32], only present: [Int]? = nil) -> [LinkedTables.Vector] {
    let told = kinds.told.filter { added in
      present.map { kinds in Set(kinds.map { added[$0] }).count > 1 } ?? true
    }
    return told.map { sum($0, over: members) } + (kinds.hasValue ? [values(over: members)] : [])
  }

  func sum(_ added: [Int], over members: [Int32]) -> LinkedTables.Vector {
    chosen(of: members).flatMap { position in
      added.indices.compactMap { kind in
        let place = places[position * added.count + kind]
        let entry = added[kind] - added[left[position]]
        return place < 0 || entry == 0 ? nil : (place, entry)
      }
    }.sorted { $0.column < $1.column }
  }

  private func chosen(of members: [Int32]) -> [Int] {
    members.compactMap { positions[Int($0)] < 0 ? nil : positions[Int($0)] }
  }

  func values(over members: [Int32]) -> LinkedTables.Vector {
    chosen(of: members).map { (valuePlaces[$0], 1) }
      .sorted { $0.column < $1.column }
  }
}
