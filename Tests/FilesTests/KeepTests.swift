// What is kept is given back for the same key and in the same context, whole, or not at all.

import Foundation
import Testing

@testable import Files

@Suite struct KeepTests {
  private let key = Data("key".utf8)
  private let value = Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0) })

  private func keep(_ scratch: borrowing Scratch, _ context: String = "tool 1") -> Keep {
    Keep(in: scratch.folder + "/kept", context: Data(context.utf8), files: scratch.files)
  }

  /// The entries, without the contexts.
  private func entries(_ scratch: borrowing Scratch) -> [String] {
    let base = scratch.folder + "/kept"
    return scratch.files.listAll(base)
      .filter { $0.contains("/") && !$0.hasSuffix(Keep.contextName) }.map { base + "/" + $0 }
  }

  @Test func aValueIsKnownByItsKeyAndItsContext() throws {
    let scratch = try Scratch()
    #expect(keep(scratch).value(for: key) == nil)
    keep(scratch).keep(value, for: key)
    #expect(keep(scratch).value(for: key) == value)
    #expect(keep(scratch).value(for: Data("kez".utf8)) == nil)
    #expect(keep(scratch, "tool 2").value(for: key) == nil)
    keep(scratch).keep(Data("other".utf8), for: key)
    #expect(keep(scratch).value(for: key) == Data("other".utf8))
    keep(scratch).keep(Data(), for: Data())
    #expect(keep(scratch).value(for: Data()) == Data())
  }

  /// Cut anywhere, longer, with one bit changed anywhere, or of another.
  @Test func whatIsDamagedIsAsIfItWereNotThere() throws {
    let scratch = try Scratch()
    let files = scratch.files
    let keep = keep(scratch)
    keep.keep(value, for: key)
    let path = keep.path(of: key)
    let whole = try files.read(path)
    var damaged: [Data] = []
    for place in Array(0..<120) + stride(from: 120, to: whole.count, by: 97) {
      var changed = whole
      changed[place] ^= 1 << UInt8(place % 8)
      damaged += [whole.prefix(place), changed]
    }
    damaged += [whole + [0], Data("foreign".utf8)]
    for bytes in damaged {
      try files.write(Data(bytes), path)
      #expect(keep.value(for: key) == nil, "\(bytes.count) bytes")
      #expect(!files.exists(path), "it makes room")
    }
    keep.keep(value, for: key)
    #expect(keep.value(for: key) == value)
  }

  /// An entry of another key under this key's name: two digests may be the same, the keys are not.
  @Test func anEntryOfAnotherKeyIsNotTaken() throws {
    let scratch = try Scratch()
    let keep = keep(scratch)
    let other = Data("kez".utf8)
    keep.keep(value, for: other)
    try scratch.files.move(keep.path(of: other), keep.path(of: key))
    #expect(keep.value(for: key) == nil)
    keep.keep(value, for: key)
    #expect(keep.value(for: key) == value)
  }

  @Test func aFolderInItsPlaceMakesRoom() throws {
    let scratch = try Scratch()
    let keep = keep(scratch)
    try scratch.files.makeFolder(keep.path(of: key) + "/folder")
    #expect(keep.value(for: key) == nil)
    keep.keep(value, for: key)
    #expect(keep.value(for: key) == value)
  }

  @Test func entriesOfAnUnknownContextAreNobodys() throws {
    let scratch = try Scratch()
    let files = scratch.files
    let context = keep(scratch).folder + "/" + Keep.contextName
    for damage in [Data("tool 2".utf8), Data(), nil] {
      keep(scratch).keep(value, for: key)
      if let damage { try files.write(damage, context) } else { try files.remove(context) }
      #expect(keep(scratch).value(for: key) == nil)
    }
  }

  /// As another Galley left them, which kept its entries side by side.
  @Test func whatIsNoContextGoes() throws {
    let scratch = try Scratch()
    keep(scratch).keep(value, for: key)
    try scratch.files.write(value, scratch.folder + "/kept/entry")
    keep(scratch).tidy()
    #expect(scratch.files.list(scratch.folder + "/kept").count == 1)
    #expect(keep(scratch).value(for: key) == value)
  }

  @Test func whatNobodyAskedForInAMonthGoes() throws {
    let scratch = try Scratch()
    var files = scratch.files
    let gone = keep(scratch, "gone")
    gone.keep(value, for: key)
    let old = Data("old".utf8)
    for name in [key, old] { keep(scratch).keep(value, for: name) }
    // Whoever asks says that it is in use, once a day.
    for days in [20.0, 40] {
      files.now = { Date(timeIntervalSinceNow: days * 86_400) }
      let keep = Keep(
        in: scratch.folder + "/kept", context: Data("tool 1".utf8), files: files)
      #expect(keep.value(for: key) == value)
      keep.tidy()
    }
    #expect(keep(scratch).value(for: key) == value)
    #expect(keep(scratch).value(for: old) == nil)
    #expect(!files.exists(gone.folder), "the other context is gone")
  }

  @Test func ofWhatIsTooMuchTheLastUsedStays() throws {
    let scratch = try Scratch()
    let contexts = [keep(scratch), keep(scratch, "tool 2")]
    let keys = (0..<4).map { Data("key \($0)".utf8) }
    for (age, key) in keys.enumerated() {
      let keep = contexts[age % 2]
      keep.keep(value, for: key)
      let date = Date(timeIntervalSinceNow: -Double(age) * 3600)
      try scratch.files.setModified(date, keep.path(of: key))
    }
    func left() -> [Int] {
      keys.indices.filter { scratch.files.exists(contexts[$0 % 2].path(of: keys[$0])) }
    }
    contexts[0].tidy()
    #expect(left() == [0, 1, 2, 3])
    contexts[0].tidy(toFit: 3 * (value.count + 200))
    #expect(left() == [0, 1, 2], "of all contexts together")
    contexts[1].tidy(toFit: value.count + 200)
    #expect(left() == [0])
    contexts[0].tidy(toFit: 0)
    #expect(left() == [])
  }

  @Test func withoutRoomNothingIsKeptAndNothingFails() throws {
    let scratch = try Scratch()
    var files = scratch.files
    files.write = { _, _ in throw CocoaError(.fileWriteOutOfSpace) }
    let keep = Keep(in: scratch.folder + "/kept", context: Data(), files: files)
    keep.keep(value, for: key)
    #expect(keep.value(for: key) == nil)
    #expect(entries(scratch).isEmpty)
  }

  /// Whoever reads while many write finds one of the values, or nothing, and never a part.
  @Test func manyWriteAtOnce() async throws {
    let scratch = try Scratch()
    let folder = scratch.folder + "/kept"
    let values = (0..<8).map { Data(repeating: UInt8($0), count: 20_000 + $0) }
    let key = key
    await withTaskGroup(of: Bool.self) { group in
      for value in values {
        group.addTask {
          let keep = Keep(in: folder, context: Data("c".utf8), files: .disk)
          for _ in 0..<20 { keep.keep(value, for: key) }
          return true
        }
        group.addTask {
          let keep = Keep(in: folder, context: Data("c".utf8), files: .disk)
          return (0..<20).allSatisfy { _ in keep.value(for: key).map(values.contains) ?? true }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
    let keep = Keep(in: folder, context: Data("c".utf8), files: .disk)
    keep.keep(values[0], for: key)
    #expect(keep.value(for: key) == values[0])
    #expect(entries(scratch).count == 1, "nothing half written stays behind")
  }
}
