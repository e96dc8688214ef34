// The store: whatever is not as it was written is not there, and is written anew.

import Foundation
import Testing

@testable import Running

struct KeptStoreTests {
  private let store = KeptStore(folder: Scratch.folder + "/store-\(UUID().uuidString)")
  private let key = Data("a key".utf8)
  private let value = Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0) })

  private func remove() { try? FileManager.default.removeItem(atPath: store.folder) }

  private var file: URL { URL(fileURLWithPath: store.path(of: key)) }

  @Test func whatIsKeptIsTaken() {
    defer { remove() }
    #expect(store.take(key) == nil)
    store.keep(value, as: key)
    #expect(store.take(key) == value)
    #expect(store.take(Data("another key".utf8)) == nil)
    store.keep(Data(), as: key)
    #expect(store.take(key) == Data())
  }

  /// Cut anywhere, longer, or with one bit changed anywhere.
  @Test func damageIsNoticedAndMended() throws {
    defer { remove() }
    store.keep(value, as: key)
    let whole = try Data(contentsOf: file)
    let places = Array(0..<120) + stride(from: 120, to: whole.count, by: 97)
    for place in places {
      try whole.prefix(place).write(to: file)
      #expect(store.take(key) == nil)
      var changed = whole
      changed[place] ^= 1 << UInt8(place % 8)
      try changed.write(to: file)
      #expect(store.take(key) == nil, "byte \(place)")
    }
    try (whole + Data([0])).write(to: file)
    #expect(store.take(key) == nil)
    store.keep(value, as: key)
    #expect(store.take(key) == value)
  }

  /// An entry of another key under this key's name: two digests may be the same, the keys are not.
  @Test func aForeignEntryIsNotTaken() throws {
    defer { remove() }
    let other = Data("b key".utf8)
    store.keep(Data("other".utf8), as: other)
    try FileManager.default.moveItem(atPath: store.path(of: other), toPath: file.path)
    #expect(store.take(key) == nil)
    store.keep(value, as: key)
    #expect(store.take(key) == value)
  }

  @Test func aFolderInItsPlaceIsNoEntry() throws {
    defer { remove() }
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    #expect(store.take(key) == nil)
    store.keep(value, as: key)
  }

  /// Whoever reads while many write finds one of the values, or nothing, and never a part.
  @Test func manyMayWriteAtOnce() async throws {
    defer { remove() }
    let values = (0..<8).map { Data(repeating: UInt8($0), count: 20_000 + $0) }
    await withTaskGroup(of: Bool.self) { group in
      for value in values {
        group.addTask {
          for _ in 0..<20 { store.keep(value, as: key) }
          return true
        }
        group.addTask {
          (0..<20).allSatisfy { _ in store.take(key).map(values.contains) ?? true }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
    #expect(store.take(key).map(values.contains) == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder).count == 1)
  }

  @Test func whatIsOldOrTooMuchGoes() throws {
    defer { remove() }
    let keys = (0..<4).map { Data("key \($0)".utf8) }
    for (age, key) in keys.enumerated() {
      store.keep(value, as: key)
      let date = Date(timeIntervalSinceNow: -Double(age) * 20 * 86_400)
      try FileManager.default.setAttributes(
        [.modificationDate: date], ofItemAtPath: store.path(of: key))
    }
    func left() -> [Int] {
      keys.indices.filter { FileManager.default.fileExists(atPath: store.path(of: keys[$0])) }
    }
    store.tidy()
    #expect(left() == [0, 1])
    store.tidy(toFit: value.count + 1000)
    #expect(left() == [0])
  }

  /// Whoever is asked for again is not old.
  @Test func whatIsUsedStays() throws {
    defer { remove() }
    store.keep(value, as: key)
    let date = Date(timeIntervalSinceNow: -40 * 86_400)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
    #expect(store.take(key) == value)
    store.tidy()
    #expect(store.take(key) == value)
  }
}
