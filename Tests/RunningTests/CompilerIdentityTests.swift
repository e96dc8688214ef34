// A compiler is asked once what it is; a launcher, which may start another one each time, every time.

import Files
import Foundation
import Testing

@testable import Running

struct CompilerIdentityTests {
  /// A toolchain that counts how often it is asked.
  private struct Fake {
    let folder = Scratch.folder + "/" + UUID().uuidString
    var asked: Int { FileSystem.disk.text(folder + "/asked").count }
    var tools: Toolchain {
      Toolchain(swiftc: folder + "/swiftc", swift: folder + "/swift", symbolizer: nil)
    }

    init(hasCompiler: Bool) throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try write("swiftc", "#!/bin/sh\nprintf x >>'\(folder)/asked'\necho '{\"is\": 1}'\n")
      if hasCompiler { try write("swift-frontend", "#!/bin/sh\n") }
    }

    func write(_ name: String, _ text: String) throws {
      let path = folder + "/" + name
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
  }

  @Test func aCompilerIsAskedOnceForEachOfItsVersions() async throws {
    let fake = try Fake(hasCompiler: true)
    defer { try? FileManager.default.removeItem(atPath: fake.folder) }
    let cache = UserCache(folder: fake.folder + "/cache")
    let first = try await fake.tools.identity(keptIn: cache, .disk)
    #expect(first.answer == "{\"is\": 1}\n")
    #expect(try await fake.tools.identity(keptIn: cache, .disk).words == first.words)
    #expect(fake.asked == 1)
    // The same, unpacked again: it is asked, and is no other.
    try fake.write("swift-frontend", "#!/bin/sh\n")
    #expect(try await fake.tools.identity(keptIn: cache, .disk).words == first.words)
    #expect(fake.asked == 2)
    try fake.write("swift-frontend", "#!/bin/sh\n# another\n")
    #expect(try await fake.tools.identity(keptIn: cache, .disk).words != first.words)
    #expect(fake.asked == 3)
    // What is damaged is asked again.
    let names = try FileManager.default.contentsOfDirectory(atPath: cache.compilers)
    for name in names { #expect(truncate(cache.compilers + "/" + name, 20) == 0) }
    _ = try await fake.tools.identity(keptIn: cache, .disk)
    #expect(fake.asked == 4)
  }

  @Test func aLauncherIsAskedEachTime() async throws {
    let fake = try Fake(hasCompiler: false)
    defer { try? FileManager.default.removeItem(atPath: fake.folder) }
    for count in 1...2 {
      _ = try await fake.tools.identity(
        keptIn: UserCache(folder: fake.folder + "/cache"), .disk)
      #expect(fake.asked == count)
    }
  }
}
