// What is nobody's fault who writes essays: damaged files, a full disk, somebody who clears up.

import Foundation
import Testing

@testable import Running

struct BlameTests {
  private static let code = "_ = __galley_value(1, 7)"

  /// The smallest of what Galley compiles of its own stands for all of it.
  @Test func aDamagedReaderIsBuiltAgain() async throws {
    var shop = try Scratch.workshop("damaged")
    shop.cache = try Scratch.cache("damaged-cache")
    let reader = try await ModuleBuild.modules([.parser], in: shop).folder(of: .parser)
    #expect(truncate(reader + "/GalleyParser", 900) == 0)
    #expect(!Seal.isWhole(reader, .disk))
    #expect(try await SwiftParsing.read(["1 // → 1"], in: shop).map(\.comments.count) == [1])
    #expect(Seal.isWhole(reader, .disk))
  }

  @Test func aSealKnowsEveryByte() throws {
    let folder = Scratch.folder + "/sealed"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var bytes = (0..<1003).map { UInt8($0 % 251) }
    let file = URL(fileURLWithPath: folder + "/file")
    try Data(bytes).write(to: file)
    try Seal.close(folder, .disk)
    #expect(Seal.isWhole(folder, .disk))
    for index in [0, 7, 500, 1002] {
      bytes[index] ^= 0x80
      try Data(bytes).write(to: file)
      #expect(!Seal.isWhole(folder, .disk))
      bytes[index] ^= 0x80
    }
    try Data(bytes).write(to: file)
    #expect(Seal.isWhole(folder, .disk))
    try Data().write(to: URL(fileURLWithPath: folder + "/another"))
    #expect(!Seal.isWhole(folder, .disk))
  }

  /// Also where no library is named.
  @Test func nobodyClearsTheFolderOfARun() async throws {
    let shop = try Scratch.workshop("cleared")
    let bench = try await Bench.open(in: shop, drawsFigures: false)
    let (late, speaker) = AsyncStream.makeStream(of: Void.self)
    let cleaning = Task { try await Workshop.clean(shop.project) { speaker.yield() } }
    for await _ in late { break }
    #expect(try await bench.run(Scratch.program(Self.code)).numbers() == ["7"])
    cleaning.cancel()
    _ = try? await cleaning.value
    #expect(FileManager.default.fileExists(atPath: bench.recorder))
    bench.clear()
  }

  @Test func aFullDiskIsToldFromOtherFailures() async throws {
    #expect(DiskSpace.isMissed(in: "ld.lld: error: cannot open output: No space left on device"))
    #expect(!DiskSpace.isMissed(in: "error: no such module 'Space'"))
    #expect(DiskSpace.isShort(in: "/", below: .max) && !DiskSpace.isShort(in: "/", below: 0))
    await #expect(throws: MissingTool.self) {
      try await DiskSpace.watching("/tmp") { throw CocoaError(.fileWriteOutOfSpace) }
    }
    await #expect(throws: CocoaError.self) {
      try await DiskSpace.watching("/tmp") { throw CocoaError(.fileReadNoSuchFile) }
    }
  }

  /// Whatever is written in a workshop is written by its files.
  @Test func aProgramOnAFullDiskIsNotBlamed() async throws {
    var shop = try Scratch.workshop("full")
    let full: @Sendable (Data, String) throws -> Void = { _, _ in
      throw CocoaError(.fileWriteOutOfSpace)
    }
    let program = Scratch.program(Self.code + " // \(UUID())")
    try await Bench.open(in: shop, drawsFigures: false).clear()
    shop.files.write = full
    let bench = try await Bench.open(in: shop, drawsFigures: false)
    defer { bench.clear() }
    await #expect {
      _ = try await bench.run(program)
    } throws: { "\($0)".hasPrefix("the disk is too full") }
    shop.files = .disk
    #expect(try await Scratch.run(Self.code, in: shop).numbers() == ["7"])
  }

  /// What nobody used in a month goes, by the workshop's own clock.
  @Test func programsGoAfterAMonth() async throws {
    var shop = try Scratch.workshop("month")
    _ = try await Scratch.run(Self.code, in: shop)
    let kept = ["compiled", "runs"].map { shop.folder + "/" + $0 }
    func count() -> [Int] {
      kept.map { shop.files.listAll($0).count { !$0.hasSuffix("context") && $0.contains("/") } }
    }
    let before = count()
    #expect(before.allSatisfy { $0 > 0 })
    for (days, isThere) in [(29.0, true), (31, false)] {
      shop.files.now = { Date(timeIntervalSinceNow: days * 86_400) }
      let bench = try await Bench.open(in: shop, drawsFigures: false)
      bench.clear()
      #expect(count() == (isThere ? before : [0, 0]))
    }
  }

  #if os(Linux)
    @Test func theSystemsWordForAFullDiskIsUnderstood() async throws {
      await #expect(throws: MissingTool.self) {
        try await DiskSpace.watching("/tmp") {
          try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full")).write(
            contentsOf: Data("a".utf8))
        }
      }
    }
  #endif

  /// A record that somebody else wrote is damaged, and so is none.
  @Test func aProgramThatWritesNoRecordIsSeen() async throws {
    let bench = try await Bench.open(in: Scratch.workshop(), drawsFigures: false)
    defer { bench.clear() }
    let run = try await bench.run(Program(text: "print(1)\n"))
    #expect(run.execution?.record.damage != nil && run.ended == .exited(code: 0))
  }

  @Test func aToolchainWithoutAParserIsSaidSo() async throws {
    let folder = Scratch.folder + "/poor"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let swiftc = folder + "/swiftc"
    try "#!/bin/sh\necho '{\"paths\": {\"runtimeResourcePath\": \"/nowhere/swift\"}}'\n".write(
      toFile: swiftc, atomically: true, encoding: .utf8)
    chmod(swiftc, 0o755)
    let toolchain = Toolchain(swiftc: swiftc, swift: swiftc)
    await #expect {
      _ = try await toolchain.identity(keptIn: nil, .disk).syntaxModules(.disk)
    } throws: { "\($0)".contains("SwiftSyntax.swiftmodule in /nowhere/swift/host") }
  }
}
