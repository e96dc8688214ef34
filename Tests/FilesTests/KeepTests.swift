// What is kept is given back for the same key and in the same context, whole, or not at all.

import Foundation
import Testing

@testable import Files

@Suite struct KeepTests {
  private let key = Data("key".utf8)
  private let value = Data("value".utf8)

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
    keep(scratch).keep(value, for: key)
    #expect(keep(scratch).value(for: key) == value)
    #expect(keep(scratch).value(for: Data("kez".utf8)) == nil)
    #expect(keep(scratch, "tool 2").value(for: key) == nil)
    keep(scratch).keep(Data(), for: Data())
    #expect(keep(scratch).value(for: Data()) == Data())
  }

  /// As long as an entry is, each way of losing a part of it.
  @Test func whatIsDamagedIsAsIfItWereNotThere() throws {
    let scratch = try Scratch()
    let files = scratch.files
    keep(scratch).keep(value, for: key)
    let path = try #require(entries(scratch).first)
    let whole = try files.read(path)
    var damaged = (0..<whole.count).map { whole.prefix($0) }
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1
      damaged.append(bytes)
    }
    damaged += [whole + [0], Data("foreign".utf8), Keep.entry(Data("other".utf8), value)]
    for bytes in damaged {
      try files.write(Data(bytes), path)
      #expect(keep(scratch).value(for: key) == nil, "\(String(decoding: bytes, as: UTF8.self))")
      #expect(!files.exists(path), "it makes room")
    }
    keep(scratch).keep(value, for: key)
    #expect(keep(scratch).value(for: key) == value)
  }

  @Test func entriesOfAnUnknownContextAreNobodys() throws {
    let scratch = try Scratch()
    let files = scratch.files
    keep(scratch).keep(value, for: key)
    let folder = scratch.folder + "/kept/" + files.list(scratch.folder + "/kept")[0]
    for damage in [Data("tool 2".utf8), Data(), nil] {
      keep(scratch).keep(value, for: key)
      let context = folder + "/" + Keep.contextName
      if let damage { try files.write(damage, context) } else { try files.remove(context) }
      #expect(keep(scratch).value(for: key) == nil)
    }
  }

  @Test func whatNobodyAskedForInAMonthGoes() throws {
    let scratch = try Scratch()
    let files = scratch.files
    let old = Data("old".utf8)
    keep(scratch, "gone").keep(value, for: old)
    for name in [key, old] { keep(scratch).keep(value, for: name) }
    let past = Date(timeIntervalSinceNow: -40 * 86_400)
    for path in entries(scratch) where try !files.read(path).contains(key) {
      try files.setModified(past, path)
      let context = URL(fileURLWithPath: path).deletingLastPathComponent().path
      try files.setModified(past, context + "/" + Keep.contextName)
    }
    // To be asked for is to be in use: this context is.
    let keep = keep(scratch)
    keep.forgetOld()
    #expect(keep.value(for: key) == value)
    #expect(keep.value(for: old) == nil)
    #expect(files.list(scratch.folder + "/kept").count == 1, "the other context is gone")
    try files.setModified(past, entries(scratch)[0])
    #expect(keep.value(for: key) == value)
    keep.forgetOld()
    #expect(keep.value(for: key) == value, "it was asked for a moment ago")
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

  @Test func manyWriteTheSameAtOnce() async throws {
    let scratch = try Scratch()
    let folder = scratch.folder + "/kept"
    let long = Data(repeating: 7, count: 100_000)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask {
          let keep = Keep(in: folder, context: Data("c".utf8), files: .disk)
          keep.keep(long, for: Data("k".utf8))
          return keep.value(for: Data("k".utf8)).map { $0 == long } ?? true
        }
      }
      for await isRight in group { #expect(isRight) }
    }
    let keep = Keep(in: folder, context: Data("c".utf8), files: .disk)
    keep.keep(long, for: Data("k".utf8))
    #expect(keep.value(for: Data("k".utf8)) == long)
  }
}
