// Intervals: bounds never lose a number, Taylor coefficients are those of the function, and boxes decide.

import Foundation
import GalleyRecordFormat
import Testing

@testable @_spi(Enclosures) import GalleyRecorder

@Suite struct IntervalTests {
  private typealias Function = (
    name: String, x: Double, enclosed: @Sendable (Interval) -> Interval,
    plain: @Sendable (Double) -> Double
  )

  /// Functions with their values in plain numbers.
  private static let functions: [Function] = [
    ("exp", 0.3, { exp($0) }, { exp($0) }),
    ("expm1", 0.3, { expm1($0) }, { expm1($0) }),
    ("log", 0.7, { log($0) }, { log($0) }),
    ("log1p", -0.4, { log1p($0) }, { log1p($0) }),
    ("sqrt", 0.9, { sqrt($0) }, { $0.squareRoot() }),
    ("sinh", -0.6, { sinh($0) }, { sinh($0) }),
    ("cosh", -0.6, { cosh($0) }, { cosh($0) }),
    ("tanh", 0.8, { tanh($0) }, { tanh($0) }),
    ("pow 3", -0.8, { pow($0, 3) }, { $0 * $0 * $0 }),
    ("pow -2", 0.8, { pow($0, -2) }, { 1 / ($0 * $0) }),
    ("quotient", 0.4, { (1 - $0) / (2 + $0 * $0) }, { (1 - $0) / (2 + $0 * $0) }),
  ]

  @Test func aSeriesIsThatOfItsFunction() {
    for (name, x, enclosed, plain) in Self.functions {
      let centre = enclosed(Interval(variable: Bounds(x)))
      #expect(centre.isDefined)
      for h in [-0.01, 0.005, 0.01] {
        // Eleven terms of a step of 0.01 leave an error far below rounding.
        let sum = centre.terms.reversed().reduce(0) { $0 * h + ($1.lower + $1.upper) / 2 }
        #expect(abs(sum - plain(x + h)) < 4e-15, "\(name) at \(x) + \(h)")
      }
      #expect(centre.terms.allSatisfy { $0.upper - $0.lower < 1e-9 }, "\(name)")
    }
  }

  @Test func boundsHoldTheValuesInside() {
    for (name, x, enclosed, plain) in Self.functions {
      let box = Bounds(x - 0.05, x + 0.05)
      let found = enclosed(Interval(variable: box)).terms
      for step in 0...100 {
        let inside = x - 0.05 + 0.001 * Double(step)
        guard box.contains(inside) else { continue }
        #expect(found[0].contains(plain(inside)), "\(name) at \(inside)")
        let point = enclosed(Interval(variable: Bounds(inside))).terms
        for k in 0...Interval.order {
          #expect(
            found[k].lower <= point[k].upper && point[k].lower <= found[k].upper,
            "\(name), coefficient \(k) at \(inside)")
        }
      }
    }
  }

  @Test func arithmeticRoundsOutwards() {
    let tenth = Bounds(0.1)
    let sum = tenth + tenth + tenth
    #expect(sum.lower < 0.1 + 0.1 + 0.1 && 0.1 + 0.1 + 0.1 < sum.upper)
    let third = Bounds(1) / Bounds(3)
    #expect(third.lower < third.upper && (Bounds(3) * third).contains(1))
    #expect((Bounds(-2, 3) * Bounds(-5, 1)).contains(-15) && Bounds(-2, 3).squared.lower == 0)
    #expect(Bounds(1) / Bounds(-1, 1) == .all)
    #expect(Bounds(0) * .all == .all, "of something that is not known nothing follows")
    #expect(Bounds(.nan, 1) == .all && Bounds(.infinity, .infinity) == .all)
    #expect(Bounds(-3, -2).power(3).contains(-27) && Bounds(-3, -2).power(4).contains(81))
    let overflow = Bounds(800, 900).exponential
    #expect(overflow.lower.isFinite && overflow.upper == .infinity)
    #expect(Bounds(-900).exponential.lower == 0 && Bounds(-900).exponential.upper > 0)
    // The decimal 0.1 is not the number that the compiler reads.
    let read: Interval = 0.1
    #expect(read.terms[0].lower < 0.1 && 0.1 < read.terms[0].upper)
  }

  /// The modes belong to the thread, and nothing is awaited here.
  @Test func boundsHoldInEveryRoundingMode() {
    let old = fegetround()
    defer { _ = fesetround(old) }
    let modes: [Int32] = [FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO]
    for mode in modes {
      #expect(fesetround(mode) == 0)
      let product = Bounds(-2) * Bounds(-1e-11, -0.0)
      #expect(product.isBounded && product.contains(0) && product.contains(2e-11))
      let third = Bounds(1) / Bounds(3)
      #expect(third.lower <= 0x1.5555555555555p-2 && third.upper > 0x1.5555555555555p-2)
      #expect(third.upper - third.lower < 3e-16)
      // e, rounded to nearest: its neighbours lie inside.
      let e = Bounds(1).exponential
      #expect(e.lower < 2.718281828459045 && e.upper > 2.718281828459046)
      let twice = result(.equal, .absolute(1e-12), over: -10...10) {
        tanh($0)
      } _: {
        2 / (1 + exp(-2 * $0)) - 1
      }
      guard case .held = twice.verdict else {
        Issue.record("\(twice) in mode \(mode)")
        continue
      }
    }
  }

  @Test func whatIsUndefinedStaysSo() {
    let hidden = 1 / (1 + exp(log(Interval(variable: Bounds(-1, 1)))))
    #expect(!hidden.isDefined)
    #expect(!sqrt(Interval(variable: Bounds(0, 1))).isDefined)
    #expect(!log1p(Interval(variable: Bounds(-1, 1))).isDefined)
    #expect(!(1 / Interval(variable: Bounds(-1, 1))).isDefined)
    #expect(!pow(Interval(variable: Bounds(-1, 1)), -1).isDefined)
  }

  private func result(
    _ relation: LineRule.Relation, _ allowance: LineRule.Allowance = .standard,
    over range: ClosedRange<Double>, _ above: (Interval) -> Interval, _ here: (Interval) -> Interval
  ) -> Enclosing.Result {
    Enclosing(relation: relation, allowance: allowance, budget: 3000)
      .result(over: range) { (above($0), here($0)) }
  }

  @Test func identitiesHoldToTheToleranceOfDraws() {
    let softplus = result(.equal, over: -20...20) {
      log1p(exp($0)) - log1p(exp(-$0))
    } _: {
      $0
    }
    guard case .held(let measure) = softplus.verdict else {
      Issue.record("\(softplus)")
      return
    }
    #expect(measure > 0 && measure < 1e-12 && softplus.boxes < 3000)
    let power = result(.equal, .absolute(1e-13), over: 0...1) {
      pow(1 - $0, 8)
    } _: {
      pow($0 - 1, 8)
    }
    guard case .held = power.verdict else {
      Issue.record("\(power)")
      return
    }
  }

  @Test func whatIsFalseIsFoundInABox() {
    // A peak that is a millionth of the range wide.
    let peak = result(.atMost, over: -5...5) {
      1 / (1 + 1e12 * pow($0 - 0.3141, 2))
    } _: { _ in
      0.9
    }
    guard case .refuted(let lower, let upper, let size) = peak.verdict else {
      Issue.record("\(peak)")
      return
    }
    #expect(abs(lower - 0.3141) < 1e-5 && abs(upper - 0.3141) < 1e-5)
    #expect(size > 0 && size <= 0.1)
    let shifted = result(.equal, over: -5...5) {
      $0
    } _: {
      $0 + 1e-10
    }
    guard case .refuted = shifted.verdict else {
      Issue.record("\(shifted)")
      return
    }
    let strict = result(.less, over: 0...1) {
      $0
    } _: {
      $0 - 1e-9
    }
    guard case .refuted = strict.verdict else {
      Issue.record("\(strict)")
      return
    }
  }

  @Test func whatTouchesIsNotDecided() {
    let touching = result(.less, over: 0.1...10) {
      log($0)
    } _: {
      $0 - 1
    }
    guard case .open(let lower, let upper, true) = touching.verdict else {
      Issue.record("\(touching)")
      return
    }
    #expect(lower <= 1 && 1 <= upper && touching.boxes < 3000)
    let undefined = result(.equal, over: 0...1) {
      $0 * log($0)
    } _: {
      log($0) * $0
    }
    guard case .open(let end, _, false) = undefined.verdict else {
      Issue.record("\(undefined)")
      return
    }
    #expect(end == 0)
    // No number of boxes tells equal sides apart more finely than rounding.
    let fine = result(.equal, .absolute(1e-30), over: 1...2) {
      log($0 * $0)
    } _: {
      2 * log($0)
    }
    guard case .open(_, _, true) = fine.verdict, fine.boxes == 3000 else {
      Issue.record("\(fine)")
      return
    }
  }

  /// A bound that overflows says nothing, neither for the line nor against it.
  @Test func infiniteBoundsDecideNothing() {
    for relation in [LineRule.Relation.atMost, .equal] {
      let overflow = result(relation, over: 700...800) {
        exp($0)
      } _: { _ in
        5
      }
      if case .held = overflow.verdict { Issue.record("\(relation): \(overflow)") }
    }
  }
}
