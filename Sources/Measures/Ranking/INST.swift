internal import ExactMath

extension MeasureDefinition {
  static let inst = MeasureDefinition(
    "INST",
    summary: "Gain a rank for a reader who wants T in all and goes on while it is not reached.",
    formula: "Σ W(k)·g(k), W(k+1)/W(k) = ((k + T + T(k) − 1)/(k + T + T(k)))², "
      + "T(k) = T − Σ_{i≤k} g(i), g = grade/max, over 1,000 ranks",
    source: "Moffat, Bailey, Scholer and Thomas, ADCS 2015; cwl_eval 1.0.12 `INST`",
    needs: [.grades, .scores],
    parameters: [
      MeasureParameter("T", .number(0.5...1e6), default: "1", "the gain that is wanted"),
      maximumGrade,
    ],
    undefined: "never; refused under expected ties",
    examples: [
      MeasureExample("INST(max=1)", .ranking([]), is: 0, because: "nothing is retrieved")
    ],
    kernel: .list(
      ListKernel(allowsExpectedTies: false) { arguments, scale in
        let wanted = arguments.number("T") ?? 1
        let maximum = maximumGrade(arguments, scale)
        let gains = scale.grades.map { min(max($0 / maximum, 0), 1) }
        return { .number(expectedUtility(of: $0, gains: gains, wanted: wanted)) }
      }))
}

private func expectedUtility(of list: RankedList, gains: [Double], wanted: Double) -> Double {
  let depth = 1000
  var gain = Array(repeating: 0.0, count: depth)
  for row in list.rows {
    for place in 0..<Int(row.items) where Int(row.above) + place < depth {
      gain[Int(row.above) + place] = gains[Int(row.level)]
    }
  }
  var weight = 1.0
  var found = 0.0
  var weights = CompensatedSum()
  var weighted = CompensatedSum()
  for rank in 1...depth {
    weights.add(weight)
    weighted.add(weight * gain[rank - 1])
    found += gain[rank - 1]
    let ahead = Double(rank) + wanted + (wanted - found)
    let going = (ahead - 1) / ahead
    weight *= going * going
  }
  return weighted.value / weights.value
}
