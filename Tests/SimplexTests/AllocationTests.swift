// How often the functions over vectors allocate memory: once for a result, never for a row.

import CAllocations
import Foundation
import Simplex
import Testing

@Suite(
  .enabled(
    if: allocations_are_counted() != 0, "counted with the GNU C library and without sanitizers only"
  ))
struct AllocationTests {
  /// How often this thread allocates in `body`, after it has been called once to set everything up.
  private func allocations(_ body: () -> Double) -> Int {
    var kept = body()
    let before = allocations_of_this_thread()
    kept += body()
    let after = allocations_of_this_thread()
    #expect(!kept.isNaN)
    return after - before
  }

  /// Near each other, near in the general way, far apart, and with a share of 0.
  static let ranges = [-10.0...10, -290...310, -900...900]

  private func vector(_ range: ClosedRange<Double>) -> [Double] {
    var draws = Draws()
    return draws.vector(1200, in: range)
  }

  nonisolated(unsafe) private static var seen: UnsafeMutableRawPointer?

  @Test func theCounterCounts() {
    #expect(
      allocations {
        for _ in 0..<3 {
          // Seen from elsewhere, so that an optimiser does not leave it out.
          Self.seen = malloc(16)
          free(Self.seen)
        }
        return 0
      } == 3)
    let z = vector(-10...10)
    #expect(allocations { z[0] } == 0)
  }

  @Test(arguments: ranges, [1, 0.7, -3])
  func aResultIsOneAllocation(_ range: ClosedRange<Double>, scale: Double) {
    let z = vector(range)
    #expect(allocations { softmax(z, scale: scale)[0] } == 1)
    #expect(allocations { softmax(relativeToBase: z, scale: scale)[0] } == 1)
    #expect(allocations { logSoftmax(z, scale: scale)[0] } == 1)
    #expect(allocations { logistic(z)[0] } == 1)
    #expect(allocations { logSumExp(z) } == 0)
    #expect(allocations { logistic(z[0]) + softplus(z[0]) + logit(0.3) } == 0)
  }

  @Test(arguments: ranges, [1, 0.7, -3])
  func rowsAllocateNothing(_ range: ClosedRange<Double>, scale: Double) {
    let z = vector(range)
    for columns in [1, 4, 100, 1200] {
      #expect(allocations { softmax(rows: z, columns: columns, scale: scale)[0] } == 1)
      var rows = z
      #expect(
        allocations {
          softmaxInPlace(rows: &rows, columns: columns, scale: scale)
          return rows[0]
        } == 0)
    }
    var whole = z
    #expect(
      allocations {
        softmaxInPlace(&whole, scale: scale)
        return whole[0]
      } == 0)
  }

  /// Float goes through Double, the whole matrix at once: what that takes is the same for any rows.
  @Test func narrowRowsAllocateNothing() {
    let z = vector(-10...10).map { Float($0) }
    let counts = [1, 4, 100, 1200].map { columns in
      allocations { Double(softmax(rows: z, columns: columns)[0]) }
    }
    #expect(Set(counts).count == 1, "\(counts)")
  }
}
