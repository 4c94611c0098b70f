extension ParetoFront {
  /// The best that is to be had at a bound on unfairness, which holds until the next step's.
  package struct Step: Sendable, Hashable {
    /// The least bound that lets these systems in.
    package let atMost: Double
    /// The best utility under this bound.
    package let utility: Double
    /// What the bound costs: how much better the best of all systems is. Never negative.
    package let lost: Double
    /// The systems that have it.
    package let systems: [Int]
  }

  /// The price of fairness: for every bound on unfairness that makes a difference the best utility
  /// within it, and what is lost against the best without a bound.
  ///
  /// Performance under a constraint on unfairness, swept over the constraint: Kearns and Roth, "The
  /// Ethical Algorithm", 2019, chapter 2; the loss is the price of fairness of Bertsimas, Farias and
  /// Trichakis (Operations Research 59(1), 2011), in units of the utility. The strictest bound is the
  /// first. Under a stricter one than that of the first step there is no system.
  package var price: [Step] {
    let places = front.compactMap { system in points[system].map { (system, $0) } }
    guard let best = places.last?.1.utility else { return [] }
    var steps: [(point: Point, systems: [Int])] = []
    for (system, point) in places {
      if let last = steps.last?.point, last.isSame(as: point) {
        steps[steps.count - 1].systems.append(system)
      } else {
        steps.append((point, [system]))
      }
    }
    return steps.map { point, systems in
      Step(
        atMost: point.unfairness, utility: point.utility,
        lost: abs(best - point.utility), systems: systems)
    }
  }

  /// The best that is to be had with no more unfairness than that; nil where no system has so little.
  package func best(atMost bound: Double) -> Step? {
    price.last { step in
      step.atMost <= bound || step.atMost.isEqual(to: bound, within: Self.rounding)
    }
  }

  /// The area that the front dominates, up to a reference point that is worse than all.
  ///
  /// Zitzler and Thiele, "Multiobjective optimization using evolutionary algorithms" (PPSN V, 1998):
  /// Σ (uᵢ − uᵢ₋₁)(f₀ − fᵢ) over the front by ascending utility, where u₀ and f₀ are the reference's.
  /// Of systems that are not better than the reference in both respects nothing is added.
  package func hypervolume(reference: Point) -> Double {
    let origin = reference.oriented(utility)
    var volume = 0.0
    var reached = origin.utility
    for system in front {
      guard let point = points[system]?.oriented(utility),
        point.utility > reached, point.unfairness < origin.unfairness
      else { continue }
      volume += (point.utility - reached) * (origin.unfairness - point.unfairness)
      reached = point.utility
    }
    return volume
  }
}

extension ParetoFront.Point {
  fileprivate func isSame(as other: Self) -> Bool {
    utility.isEqual(to: other.utility, within: ParetoFront.rounding)
      && unfairness.isEqual(to: other.unfairness, within: ParetoFront.rounding)
  }
}
