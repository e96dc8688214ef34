// How long softmax and its relatives take, beside a copy of the same memory.
//
// scripts/benchmark runs this and NumPy/SciPy in turns. Each job is a batch of calls that takes a few
// milliseconds; `--rounds n` repeats all jobs n times, and prints nanoseconds per element, a line for
// each batch: "job time". Without options it prints the median, the minimum and the ratio to the copy.
// The time is the processor's, so that other work on the machine counts as little as may be.

import Foundation
import Simplex

struct Job {
  var name: String
  var elements: Int
  var calls: Int
  var run: () -> Double
}

/// Numbers that look random and are the same everywhere: those of scripts/benchmark.
func numbers(_ count: Int) -> [Double] {
  var state: UInt64 = 20_261_121
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 0x1p53 * 20 - 10
  }
}

/// Each by its own call. Not a closure here, which would belong to the main actor and ask for it.
func sumOfLogistics(_ x: [Double]) -> Double { x.reduce(0) { $0 + logistic($1) } }

let million = numbers(1_000_000)
let thousand = Array(million.prefix(1000))
/// Far enough apart for the general way: beyond what exponentials are taken of as they are.
let far = million.map { $0 * 90 }
var copy = million
/// Results are added here, so that no call can be left out.
var kept = 0.0

let jobs = [
  Job(name: "copy-1e6", elements: 1_000_000, calls: 10) {
    copy.withUnsafeMutableBytes { target in
      million.withUnsafeBytes { target.copyMemory(from: $0) }
    }
    return copy[0]
  },
  Job(name: "softmax-1e3", elements: 1000, calls: 1000) { softmax(thousand)[0] },
  Job(name: "softmax-1e6", elements: 1_000_000, calls: 5) { softmax(million)[0] },
  Job(name: "softmax-in-place-1e6", elements: 1_000_000, calls: 5) {
    softmaxInPlace(&copy)
    return copy[0]
  },
  Job(name: "softmax-rows-1e3x1e3", elements: 1_000_000, calls: 5) {
    softmax(rows: million, columns: 1000)[0]
  },
  Job(name: "softmax-scaled-1e6", elements: 1_000_000, calls: 5) {
    softmax(million, scale: 0.7)[0]
  },
  Job(name: "softmax-far-1e6", elements: 1_000_000, calls: 5) { softmax(far)[0] },
  Job(name: "log-sum-exp-1e3", elements: 1000, calls: 1000) { logSumExp(thousand) },
  Job(name: "log-sum-exp-1e6", elements: 1_000_000, calls: 5) { logSumExp(million) },
  Job(name: "logistic-1e6", elements: 1_000_000, calls: 5) { logistic(million)[0] },
  Job(name: "logistic-one-by-one-1e6", elements: 1_000_000, calls: 2) {
    sumOfLogistics(million)
  },
]

/// Nanoseconds per element of one batch.
@MainActor func time(_ job: Job) -> Double {
  let start = processorTime()
  for _ in 0..<job.calls { kept += job.run() }
  return Double(processorTime() - start) / Double(job.calls * job.elements)
}

/// The processor time of this program, in nanoseconds.
func processorTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

let arguments = CommandLine.arguments
let rounds = arguments.firstIndex(of: "--rounds").flatMap { Int(arguments[$0 + 1]) }
for job in jobs { _ = time(job) }
if let rounds {
  for _ in 0..<rounds { for job in jobs { print(job.name, time(job)) } }
} else {
  var times: [String: [Double]] = [:]
  for _ in 0..<21 { for job in jobs { times[job.name, default: []].append(time(job)) } }
  let bandwidth = times["copy-1e6"]?.sorted()[10] ?? .nan
  print("nanoseconds per element: median, minimum; ratio to a copy")
  for job in jobs {
    guard let sorted = times[job.name]?.sorted() else { continue }
    let line = [sorted[10], sorted[0], sorted[10] / bandwidth].map { String(format: "%8.3f", $0) }
    print(job.name.padding(toLength: 24, withPad: " ", startingAt: 0), line.joined(separator: " "))
  }
}
if kept.isNaN { print("a result was NaN") }
