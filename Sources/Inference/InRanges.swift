/// Splits 0..<count into as many ranges as there are threads, works on them at once and returns what
/// each gave, in the order of the ranges.
///
/// Work that gives sums of whole numbers, or arrays that are joined, has results that do not depend
/// on the number of threads.
package func inRanges<Result: Sendable>(
  of count: Int, threads: Int, _ work: @escaping @Sendable (Range<Int>) -> Result
) async -> [Result] {
  let parts = max(1, min(threads, count))
  guard parts > 1 else { return [work(0..<max(0, count))] }
  let bounds = (0...parts).map { part in
    let (quotient, remainder) = count.quotientAndRemainder(dividingBy: parts)
    return quotient * part + min(part, remainder)
  }
  return await withTaskGroup(of: (Int, Result).self) { group in
    for part in 0..<parts {
      let range = bounds[part]..<bounds[part + 1]
      group.addTask { (part, work(range)) }
    }
    var results = [Result?](repeating: nil, count: parts)
    for await (part, result) in group { results[part] = result }
    return results.compactMap(\.self)
  }
}
