// Types that values are made of in the encoder's tests.

import GalleyRecorder
import Observation

struct Money: CustomStringConvertible {
  private var cents = 250
  var description: String { "2.50 €" }
}

struct Streamed: TextOutputStreamable, CustomStringConvertible {
  var description: String { "described" }
  func write<Target: TextOutputStream>(to target: inout Target) { target.write("streamed") }
}

struct Debugged: CustomDebugStringConvertible {
  var debugDescription: String { "debugged" }
}

struct Huge: CustomStringConvertible {
  var description: String { String(repeating: "a", count: 1_000_000) }
}

/// Shows its pairs as an ordered dictionary or set of a library does.
struct Ordered: CustomReflectable {
  var pairs: [(String, Int)]
  var style: Mirror.DisplayStyle
  var customMirror: Mirror { Mirror(self, unlabeledChildren: pairs, displayStyle: style) }
}

struct Algebraic: SetAlgebra, CustomReflectable {
  var members: Set<Int> = [1, 2]
  var customMirror: Mirror { Mirror(self, unlabeledChildren: members, displayStyle: .set) }
  init() {}
  func contains(_ member: Int) -> Bool { members.contains(member) }
  func union(_ other: Self) -> Self { other }
  func intersection(_ other: Self) -> Self { other }
  func symmetricDifference(_ other: Self) -> Self { other }
  mutating func insert(_ member: Int) -> (inserted: Bool, memberAfterInsert: Int) {
    members.insert(member)
  }
  mutating func remove(_ member: Int) -> Int? { members.remove(member) }
  mutating func update(with member: Int) -> Int? { members.update(with: member) }
  mutating func formUnion(_ other: Self) {}
  mutating func formIntersection(_ other: Self) {}
  mutating func formSymmetricDifference(_ other: Self) {}
}

/// A wrapper whose value has its own name.
@propertyWrapper struct Stored<Value> { var wrappedValue: Value }

/// A wrapper that Galley found in the essay.
@propertyWrapper struct Told: __GalleyPropertyWrapper {
  var value = 1
  var wrappedValue: Int { value * 3 }
}

/// A wrapper of which nobody said that it is one.
@propertyWrapper struct Untold {
  var value = 4
  var wrappedValue: Int { value * 3 }
}

struct Wrapped {
  @Stored var stored = 1
  @Told var told
  @Untold var hidden
  var _own = 5
}

@Observable final class Watched {
  var n = 1
  @ObservationIgnored var m = 2
}

struct Lazily {
  @Stored var n = 10
  lazy var twice = n * 2
}

/// An iterator that is used up for everybody.
final class Countdown: Sequence, IteratorProtocol {
  var n: Int
  init(n: Int) { self.n = n }
  func next() -> Int? {
    n -= 1
    return n < 0 ? nil : n
  }
}
